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
function turn(kind: string, knobs: Readonly<Record<string, Knob<unknown>>>): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  let row: readonly Container[] = [];
  let drawn = 0;
  for (const [name, knob] of Object.entries(knobs)) {
    values[name] = knob.initial;
    const { draw } = knob;
    if (!draw) continue;
    if (drawn % ACROSS === 0) row = st.columns(ACROSS, { verticalAlignment: "bottom" });
    values[name] = row[drawn % ACROSS]?.with(() => draw(`\`${name}\``, `${kind}-${name}`));
    drawn += 1;
  }
  return values;
}

/** Draws an element, what makes it, and the knobs to turn. The element comes last, so that a slow one keeps nobody waiting. */
export function playground(play: Play): () => Promise<void> {
  const preview = st.container({ border: true, key: "preview" });
  const code = st.empty();
  const ofOptions = (play.options ?? {}) as Readonly<Record<string, Knob<unknown>>>;
  const isTurnable = Object.values({ ...play.args, ...ofOptions }).some(({ draw }) => draw !== undefined);
  const [args, options] = st.container({ key: "knobs" }, () => {
    if (isTurnable) st.caption("Turn what you like; the code above follows.");
    return [turn(`${play.command}-arg`, play.args ?? {}), turn(`${play.command}-option`, ofOptions)];
  });
  const given = argumentsOf(play, args, options);
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
