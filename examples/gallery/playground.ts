import st, { type Container } from "rivulet";
import { type Knob, literal } from "./knobs.ts";
import { argumentsOf, codeOf, type Play, perform } from "./play.ts";
import { commands } from "./reference.ts";

const ACROSS = 3;

/** What a value returned by a widget looks like in a script. */
function shown(value: unknown): string {
  if (value === undefined || value === null || typeof value !== "object") return literal(value);
  if (Array.isArray(value)) return `[${value.map(shown).join(", ")}]`;
  const name = (value as object).constructor?.name ?? "";
  return name.startsWith("Plain") || name.startsWith("Zoned") ? `Temporal.${name} ${String(value as never)}` : literal(value);
}

/** Draws the knobs, a few in a row, and returns what they say. */
function turn(command: string, knobs: readonly (readonly [name: string, knob: Knob<unknown>])[]): unknown[] {
  let row: readonly Container[] = [];
  let drawn = 0;
  return knobs.map(([name, { initial, draw }]) => {
    if (!draw) return initial;
    if (drawn % ACROSS === 0) row = st.columns(ACROSS, { verticalAlignment: "bottom" });
    drawn += 1;
    return row[(drawn - 1) % ACROSS]?.with(() => draw(`\`${name}\``, `${command}-${name}`));
  });
}

/** Draws an element, what makes it, and the knobs to turn. The element comes last, so that a slow one keeps nobody waiting. */
export function playground(play: Play): () => Promise<void> {
  const preview = st.container({ border: true, key: "preview" });
  const code = st.empty();
  const args = Object.entries(play.args ?? {});
  const options = Object.entries(play.options ?? {});
  const knobs = [...args, ...options];
  const values = st.container({ key: "knobs" }, () => {
    if (knobs.some(([, { draw }]) => draw !== undefined)) st.caption("Turn what you like; the code above follows.");
    return turn(play.command, knobs);
  });
  const set = options.map(([name], at) => [name, values[args.length + at]] as const);
  const given = argumentsOf(values.slice(0, args.length), Object.fromEntries(set));
  code.code(codeOf(play, given), { language: "typescript" });
  return async () => {
    await preview.with(async () => {
      try {
        const value = await perform(play, given, takesKey(play) ? "playground" : undefined);
        if (play.result !== undefined) st.caption(`\`${play.result}\` is \`${shown(value)}\``);
      } catch (error) {
        st.exception(error);
      }
    });
  };
}

/** With a key of its own it does not stand in the way of the example further down. */
function takesKey(play: Play): boolean {
  return play.result !== undefined && (commands[play.command]?.options.some(({ name }) => name === "key") ?? false);
}
