import st, { type Container } from "rivulet";
import { type Knob, literal, Source } from "./knobs.ts";

/** Names of the commands that draw. */
export type Command = { [K in keyof Container]: Container[K] extends (...args: never[]) => unknown ? K : never }[keyof Container];

// The options object is somewhere among the arguments; which place depends on the command.
type Given<C extends Command> = Container[C] extends (...args: infer A extends readonly unknown[]) => unknown ? Exclude<A[number], Taken> : never;
type Taken = string | number | boolean | null | undefined | readonly unknown[] | ((...args: never[]) => unknown) | { toJSON(): unknown } | Iterable<unknown>;
type Names<O> = O extends object ? keyof O : never;
type ValueOf<O, K> = O extends { [N in K & PropertyKey]?: infer V } ? V : never;
type Knobs<C extends Command> = { readonly [K in Names<Given<C>>]?: Knob<ValueOf<Given<C>, K> & {}> | Knob<null> | Knob<(ValueOf<Given<C>, K> & {}) | null> };

/** A call as the example writes it. */
export interface Call {
  readonly command: Command;
  readonly args: readonly unknown[];
}

interface Around {
  /** Positional arguments, in order, by the names of the parameters. */
  readonly args?: Readonly<Record<string, Knob<unknown>>>;
  /** Name of the variable for what the command returns. */
  readonly result?: string;
  /** What is drawn inside. */
  readonly body?: readonly Call[];
  /** The command returns several containers: their names, and what is drawn in each. */
  readonly parts?: Readonly<Record<string, readonly Call[]>>;
  /** The command is called when a button with this label is pressed. */
  readonly press?: string;
  /** What stands inside takes this many seconds. */
  readonly seconds?: number;
}

export interface Spec<C extends Command> extends Around {
  readonly options?: Knobs<C>;
}

/** An element to play with. */
export interface Play extends Around {
  readonly command: Command;
  readonly options?: Readonly<Record<string, Knob<unknown>>>;
}

/** Describes how an element is played with; the options are those of the command. */
export function play<C extends Command>(command: C, spec: Spec<C>): Play {
  return { command, ...(spec as Omit<Play, "command">) };
}

/** A call inside of a container. */
export function call(command: Command, ...args: unknown[]): Call {
  return { command, args };
}

/** The arguments as they are given, without those at the end that are not set. */
export function argumentsOf(args: readonly unknown[], options: Readonly<Record<string, unknown>>): unknown[] {
  const given = [...args];
  while (given.length > 0 && given.at(-1) === undefined) given.pop();
  const set = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return Object.keys(set).length > 0 ? [...given, set] : given;
}

const plain = (value: unknown): unknown => (value instanceof Source ? value.value : value);
const plainDeep = (value: unknown): unknown =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
    ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]))
    : plain(value);

// The commands are known by name only here.
const commands = st as unknown as Record<string, (...args: unknown[]) => unknown>;
const pause = (seconds: number) => new Promise<void>((done) => setTimeout(done, seconds * 1000));

/** Calls the command, and what belongs inside. */
export async function perform(play: Play, given: readonly unknown[], key?: string): Promise<unknown> {
  if (play.press !== undefined && !st.button(play.press, { key: `press-${play.command}` })) return undefined;
  const args = given.map(plainDeep);
  if (key !== undefined) {
    const last = args.at(-1);
    const hasOptions = args.length > Object.keys(play.args ?? {}).length || (typeof last === "object" && last !== null && !Array.isArray(last));
    if (hasOptions) args[args.length - 1] = { ...(last as object), key };
    else args.push({ key });
  }
  const inside = async () => {
    for (const { command, args } of play.body ?? []) commands[command]?.(...args);
    if (play.seconds !== undefined) await pause(play.seconds);
  };
  const command = commands[play.command] as (...args: unknown[]) => unknown;
  if (play.body || play.seconds !== undefined) return await command(...args, inside);
  const returned = command(...args);
  for (const [at, calls] of Object.values(play.parts ?? {}).entries()) {
    const place = (returned as Record<string, (...args: unknown[]) => unknown>[])[at];
    for (const { command, args } of calls) place?.[command]?.(...args);
  }
  return returned;
}

/** The script that does what `perform` does. */
export function codeOf(play: Play, given: readonly unknown[]): string {
  const { command, body, parts, press, result, seconds } = play;
  const data: string[] = [];
  const names = Object.keys(play.args ?? {});
  const indent = press === undefined ? "" : "  ";
  const args = given.map((value, at) => {
    const isLong = Array.isArray(value) && literal(value).includes("\n");
    if (!isLong) return literal(value, indent);
    const name = at < names.length ? (names[at] as string) : "data";
    data.push(`const ${name} = ${literal(value)};`);
    return name;
  });
  if (body || seconds !== undefined) {
    const inner = (body ?? []).map((one) => `${indent}  ${written("st", one)}\n`);
    if (seconds !== undefined) inner.push(`${indent}  await new Promise((done) => setTimeout(done, ${seconds * 1000}));\n`);
    args.push(`${seconds === undefined ? "" : "async "}() => {\n${inner.join("")}${indent}}`);
  }
  const names_ = parts ? `const [${Object.keys(parts).join(", ")}] = ` : result && press === undefined ? `const ${result} = ` : "";
  const line = `${names_}${seconds === undefined ? "" : "await "}st.${command}(${args.join(", ")});`;
  const after = Object.entries(parts ?? {}).flatMap(([place, calls]) => calls.map((one) => written(place, one)));
  const pressed = press === undefined ? line : `if (st.button(${literal(press)})) {\n  ${line}\n}`;
  return ['import st from "rivulet";', "", ...(data.length > 0 ? [...data, ""] : []), pressed, ...after].join("\n");
}

const written = (place: string, { command, args }: Call) => `${place}.${command}(${args.map((one) => literal(one)).join(", ")});`;
