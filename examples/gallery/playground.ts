import st from "rivulet";
import { type Knob, literal } from "./knobs.ts";
import { argumentsOf, type Play, perform } from "./play.ts";
import { codeOf } from "./play-code.ts";
import { commands } from "./reference.ts";

const LEAST_WIDTH = 150;
/** What a field of that width shows of what goes without saying. */
const LONGEST = 16;

/** What a value returned by a widget looks like in a script. */
function shown(value: unknown): string {
  if (value === undefined || value === null || typeof value !== "object") return literal(value);
  if (value instanceof Blob) return `File ${JSON.stringify((value as File).name)}, ${value.size} bytes`;
  if (Array.isArray(value)) return `[${value.map(shown).join(", ")}]`;
  const name = (value as object).constructor?.name ?? "";
  return name.startsWith("Plain") || name.startsWith("Zoned") ? `Temporal.${name} ${String(value as never)}` : literal(value);
}

/** What an option is when nothing is said, as short as a field shows it. */
function standardOf(command: string, name: string): string {
  const { options = [], params = [] } = commands[command] ?? {};
  const standard = [...options, ...params].find((one) => one.name === name && one.standard !== undefined)?.standard ?? "not set";
  const quoted = /^`"?([^`"]*)"?`/.exec(standard)?.[1];
  const short = quoted === "" ? "empty" : (quoted ?? standard);
  return short.length > LONGEST ? "not set" : short;
}

/** Draws the knobs, the boxes to tick below the others, and returns what they say. */
function turn(command: string, knobs: readonly (readonly [name: string, knob: Knob<unknown>])[]): unknown[] {
  const has = (small: boolean) => knobs.some(([, { draw, size }]) => draw && (size === "small") === small);
  const fields = has(false) ? st.grid("auto", { minColumnWidth: LEAST_WIDTH }) : undefined;
  const boxes = has(true) ? st.container({ horizontal: true, gap: "medium" }) : undefined;
  return knobs.map(([name, { initial, draw, size }]) => {
    if (!draw) return initial;
    const place = size === "small" ? boxes : size === "wide" ? fields?.cell({ columnSpan: "all" }) : fields;
    return place?.with(() => draw(name, `${command}-${name}`, standardOf(command, name)));
  });
}

/** Draws an element, what makes it, and the knobs to turn. The element comes last, so that a slow one keeps nobody waiting. */
export function playground(play: Play): () => Promise<void> {
  const preview = st.container({ border: true, key: "preview" });
  const code = st.empty();
  const args = Object.entries(play.args ?? {});
  const options = Object.entries(play.options ?? {});
  const knobs = [...args, ...options];
  const hasKnobs = knobs.some(([, { draw }]) => draw !== undefined);
  const values = st.container({ key: "knobs", border: hasKnobs, gap: "small" }, () => turn(play.command, knobs));
  const set = options.map(([name], at) => [name, values[args.length + at]] as const);
  const given = argumentsOf(values.slice(0, args.length), Object.fromEntries(set));
  code.code(codeOf(play, given), { language: "typescript" });
  return async () => {
    await preview.with(async () => {
      try {
        const value = await perform(play, given, takesKey(play) ? "playground" : undefined);
        if (play.note !== undefined) st.caption(play.note);
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
