import st from "rivulet";

/** Something to turn: one argument or option of a command, and the widget that sets it. */
export interface Knob<T> {
  /** What it stands at before anyone has touched it; undefined leaves the option out. */
  readonly initial: T | undefined;
  /** Draws the widget and returns what it says, `standard` being what goes without saying; knobs that stay as they are draw nothing. */
  readonly draw?: ((label: string, key: string, standard: string) => T | undefined) | undefined;
  /** A line of its own, or a place among the boxes to tick. */
  readonly size?: "wide" | "small" | undefined;
  /** All it can be turned to, where that is a list. */
  readonly values?: readonly T[] | undefined;
}

/** A text; left empty, an option is left out. */
export function text(initial?: string): Knob<string> {
  return {
    initial,
    draw(label, key, placeholder) {
      const typed = st.textInput(label, { value: initial ?? "", key, placeholder });
      return typed === "" && initial === undefined ? undefined : typed;
    },
  };
}

/** Text of several lines. */
export function lines(initial: string): Knob<string> {
  return { initial, size: "wide", draw: (label, key) => st.textArea(label, { value: initial, key, height: 120 }) };
}

/** A number; left empty, an option is left out. */
export function number(initial?: number, bounds: { minValue?: number; maxValue?: number; step?: number } = {}): Knob<number> {
  const step = bounds.step ?? 1;
  return {
    initial,
    draw: (label, key, placeholder) => st.numberInput(label, { value: initial ?? null, step, placeholder, ...bounds, key }) ?? undefined,
  };
}

/** True or false; what goes without saying is left out. */
export function flag(initial?: boolean): Knob<boolean> {
  return {
    initial: undefined,
    size: "small",
    draw(label, key) {
      const isOn = st.checkbox(label, { value: initial ?? false, key });
      return isOn === (initial ?? false) ? undefined : isOn;
    },
  };
}

/** One of several values; the empty choice leaves the option out. */
export function choice<const V extends readonly (string | number | boolean | null)[]>(...values: V): Knob<V[number]> {
  return oneOf<V[number]>(undefined, values);
}

/** One of several values, of which `initial` is chosen at the start. */
export function oneOf<T>(initial: T | undefined, values: readonly T[]): Knob<T> {
  return {
    initial,
    values,
    draw(label, key, placeholder) {
      const names = new Map(values.map((value) => [literal(value), value]));
      if (initial !== undefined) names.set(literal(initial), initial);
      const at = initial === undefined ? null : [...names.keys()].indexOf(literal(initial));
      const name = st.selectbox(label, [...names.keys()], { index: at, placeholder, key });
      return name === null ? undefined : names.get(name);
    },
  };
}

/** An icon or none. */
export function icon(initial?: string): Knob<string> {
  return oneOf(initial, [...new Set([...(initial ? [initial] : []), ":material/favorite:", ":material/bolt:", "🎈", "🔥"])]);
}

/** What stays as it is: data, a function. */
export function fixed<T>(value: T): Knob<T> {
  return { initial: value };
}

/** Written in the code as it stands here, for values that have no other text; `before` stands above the call. */
export class Source {
  constructor(
    readonly text: string,
    readonly value: unknown,
    readonly before?: string,
  ) {}
}

/** Texts up to this length stay in one line. */
const SHORT = 40;

/** A value as the script would write it. */
export function literal(value: unknown, indent = ""): string {
  if (value instanceof Source) return value.text;
  if (typeof value === "string") return value.includes("\n") && value.length > SHORT ? `\`\n${value.trim()}\n\`` : JSON.stringify(value);
  if (typeof value === "number" && Number.isInteger(value) && Math.abs(value) >= 10_000) return value.toLocaleString("en-US").replaceAll(",", "_");
  if (Array.isArray(value))
    return list(
      "[",
      value.map((one) => literal(one, `${indent}  `)),
      "]",
      indent,
    );
  if (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined);
    return list(
      "{ ",
      entries.map(([name, one]) => `${/^[a-z_$][\w$]*$/i.test(name) ? name : JSON.stringify(name)}: ${literal(one, `${indent}  `)}`),
      " }",
      indent,
    );
  }
  return String(value);
}

/** Where a line of code ends. */
export const WIDE = 76;

/** An object with one entry a line. */
export function spread(value: object, indent = ""): string {
  const lines = Object.entries(value).map(([name, one]) => `${indent}  ${name}: ${literal(one, `${indent}  `)},\n`);
  return `{\n${lines.join("")}${indent}}`;
}

/** In one line if it fits, else one entry a line. */
function list(open: string, parts: readonly string[], close: string, indent: string): string {
  if (parts.length === 0) return open.trim() + close.trim();
  const line = open + parts.join(", ") + close;
  if (line.length + indent.length <= WIDE && !line.includes("\n")) return line;
  return `${open.trim()}\n${parts.map((part) => `${indent}  ${part},\n`).join("")}${indent}${close.trim()}`;
}
