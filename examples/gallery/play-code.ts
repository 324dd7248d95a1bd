import { literal, Source, spread, WIDE } from "./knobs.ts";
import type { Call, Play } from "./play.ts";

/** As many characters as a line of the page holds. */
const MOST = 82;

const isOptions = (value: unknown): value is object => typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** A call in one line, or, where that gets long, with its options below each other. */
function written(start: string, args: readonly unknown[], indent: string, body = ""): string {
  const end = (texts: readonly string[]) => `${start}(${[...texts, ...(body ? [body] : [])].join(", ")});`;
  const line = end(args.map((one) => (one instanceof Name ? one.name : literal(one, indent))));
  const [first = ""] = line.split("\n");
  if (indent.length + first.length <= MOST) return line;
  return end(args.map((one) => (one instanceof Name ? one.name : isOptions(one) ? spread(one, indent) : literal(one, indent))));
}

const drawn = (calls: readonly Call[] = [], indent = "", place = "st") =>
  calls.map((one) => `${indent}${written(`${place}.${one.command}`, one.args, indent)}`);

/** Data that stands above the call, by its name. */
class Name {
  constructor(
    readonly name: string,
    readonly value: unknown,
  ) {}
}

/** Long lists and texts stand above the call. */
function named(play: Play, given: readonly unknown[]): unknown[] {
  const names = Object.keys(play.args ?? {});
  return given.map((value, at) => {
    const isLong = (Array.isArray(value) && literal(value).includes("\n")) || (typeof value === "string" && value.length > WIDE && !value.includes("\n"));
    return isLong && at < names.length ? new Name(names[at]!, value) : value;
  });
}

function bodyOf({ body, seconds }: Play, indent: string): string {
  if (!body && seconds === undefined) return "";
  const lines = drawn(body, `${indent}  `);
  if (seconds !== undefined) lines.push(`${indent}  await new Promise((done) => setTimeout(done, ${seconds * 1000}));`);
  return `${seconds === undefined ? "" : "async "}() => {\n${lines.map((line) => `${line}\n`).join("")}${indent}}`;
}

function receives({ filled, parts, result, opens }: Play): string {
  if (parts) return `const [${Object.keys(parts).join(", ")}] = `;
  const name = result ?? opens ?? filled?.name;
  return name === undefined ? "" : `const ${name} = `;
}

/** The statements from the call on. */
function statements(play: Play, args: readonly unknown[]): string[] {
  const { beside, command, filled, isAsync, on, opens, parts, press, seconds, within } = play;
  const whenPressed = (line: string) => `if (st.button(${literal(press)})) {\n  ${line}\n}`;
  const start = `${receives(play)}${isAsync || seconds !== undefined ? "await " : ""}${on?.name ?? "st"}.${command}`;
  if (within) {
    const inner = [...drawn(within.before, "  "), `  ${written(start.replace("const ", "return ").replace(/return \w+ =/, "return"), args, "  ")}`];
    const [container] = drawn([{ ...within, args: within.args }]);
    const opened = (container ?? "").replace(/\);$/, `, () => {\n${inner.join("\n")}\n});`);
    return [`${receives(play)}${opened}`];
  }
  const isInner = press !== undefined && opens === undefined;
  const indent = isInner ? "  " : "";
  const line = written(start, args, indent, bodyOf(play, indent));
  const before = on ? [`const ${on.name} = ${drawn([on])[0]}`] : [];
  if (opens !== undefined) return [line, press === undefined ? `${opens}();` : whenPressed(`${opens}();`)];
  const after = Object.entries({ ...parts, ...(filled && { [filled.name]: filled.calls }) }).flatMap(([place, calls]) => drawn(calls, "", place));
  after.push(...drawn(beside?.below));
  before.push(...drawn(beside?.above));
  return [...before, isInner ? whenPressed(line) : line, ...after];
}

/** The script that does what `perform` does. */
export function codeOf(play: Play, given: readonly unknown[]): string {
  const args = named(play, given);
  const data = args.flatMap((one) => {
    if (one instanceof Name) return [`const ${one.name} = ${literal(one.value)};`];
    return one instanceof Source && one.before !== undefined ? [one.before] : [];
  });
  return ['import st from "rivulet";', "", ...(data.length > 0 ? [...data, ""] : []), ...statements(play, args)].join("\n");
}
