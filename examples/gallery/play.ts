import st, { type Container } from "rivulet";
import { type Knob, Source } from "./knobs.ts";

/** Names of the commands that draw. */
export type Command = Drawing | "dialog" | "logo";
type Drawing = { [K in keyof Container]: Container[K] extends (...args: never[]) => unknown ? K : never }[keyof Container];

// The options object is somewhere among the arguments; which place depends on the command.
type Given<C extends Command> = (typeof st)[C] extends (...args: infer A extends readonly unknown[]) => unknown ? Exclude<A[number], Taken> : never;
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
  /** What is drawn above and below it. */
  readonly beside?: { readonly above: readonly Call[]; readonly below: readonly Call[] };
  /** What is drawn in the container it returns, and the container's name. */
  readonly filled?: { readonly name: string; readonly calls: readonly Call[] };
  /** The command returns several containers: their names, and what is drawn in each. */
  readonly parts?: Readonly<Record<string, readonly Call[]>>;
  /** The command, or what it returns, is called when a button with this label is pressed. */
  readonly press?: string;
  /** Name of the function the command returns, which is what the button calls. */
  readonly opens?: string;
  /** What the command stands in, and what is drawn there before it. */
  readonly within?: Call & { readonly before: readonly Call[] };
  /** What the command is called on, and its name. */
  readonly on?: Call & { readonly name: string };
  /** Where to look, when nothing is drawn in the place itself. */
  readonly note?: string;
  /** What stands inside takes this many seconds. */
  readonly seconds?: number;
  /** The command returns a promise. */
  readonly isAsync?: boolean;
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

/** Adds a key to the options among the arguments. */
function withKey(args: readonly unknown[], positional: number, key: string): unknown[] {
  const last = args.at(-1);
  const hasOptions = args.length > positional || (typeof last === "object" && last !== null && !Array.isArray(last));
  return hasOptions ? [...args.slice(0, -1), { ...(last as object), key }] : [...args, { key }];
}

function drawAll(calls: readonly Call[] = [], place: unknown = commands): void {
  for (const { command, args } of calls) (place as typeof commands)[command]?.(...args);
}

/** Calls the command, and what belongs inside. */
export async function perform(play: Play, given: readonly unknown[], key?: string): Promise<unknown> {
  const plainArgs = given.map(plainDeep);
  const args = key === undefined ? plainArgs : withKey(plainArgs, Object.keys(play.args ?? {}).length, key);
  const command = commands[play.command] as (...args: unknown[]) => unknown;
  const isPressed = () => play.press === undefined || st.button(play.press, { key: `press-${play.command}` });
  const { on, within } = play;
  if (on) {
    const target = commands[on.command]?.(...on.args) as Record<string, (...args: unknown[]) => unknown>;
    return isPressed() ? target[play.command]?.(...args) : undefined;
  }
  if (within) {
    return commands[within.command]?.(...within.args, () => {
      drawAll(within.before);
      return command(...args);
    });
  }
  if (play.opens !== undefined) {
    const open = command(...args, () => drawAll(play.body)) as () => unknown;
    return isPressed() ? open() : undefined;
  }
  return isPressed() ? await called(play, command, args) : undefined;
}

async function called(play: Play, command: (...args: unknown[]) => unknown, args: readonly unknown[]): Promise<unknown> {
  const inside = async () => {
    drawAll(play.body);
    if (play.seconds !== undefined) await pause(play.seconds);
  };
  if (play.body || play.seconds !== undefined) return await command(...args, inside);
  drawAll(play.beside?.above);
  const returned = command(...args);
  drawAll(play.filled?.calls, returned);
  drawAll(play.beside?.below);
  for (const [at, calls] of Object.values(play.parts ?? {}).entries()) drawAll(calls, (returned as unknown[])[at]);
  return returned;
}
