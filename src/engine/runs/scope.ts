import type { Kind } from "../../protocol/kind.ts";
import type { EncodedTable } from "../screen/encoded-table.ts";
import type { EngineCore } from "../engine.ts";
import type { Block, Node } from "../screen/node.ts";
import type { Roots } from "../screen/roots.ts";
import type { WidgetSpec } from "../widgets/widget-spec.ts";
import type { CurrentSlot } from "../host.ts";
import type { FragmentInstance, Run } from "./run.ts";
import { AppError } from "../errors/errors.ts";

/** One place among a block's children that is written over again and again. */
export interface Slot {
  readonly block: Block;
  readonly index: number;
}

export type Target = Block | Slot;

/** Who turns calls into nodes: a session, or work that records for all who wait for it. */
export interface Drawer {
  draw(target: Target, kind: Kind, props: object, ident: string | undefined, isBlock: boolean, run: Run | undefined): Node;
  /** Encodes the props of a node that has grown since it was drawn. */
  encode(kind: Kind, props: object): Uint8Array;
  /** Makes data ready to be put into props; `argument` is its name in messages. */
  table(data: unknown, argument: string): EncodedTable;
  drawWidget<V>(scope: Scope, target: Target, kind: Kind, spec: WidgetSpec<V>): V;
}

/** Work whose result several sessions share; it records what it draws instead of drawing it. */
export interface SharedWork {
  readonly name: string;
  /** What messages call it, before its name. Default "the cached function". */
  readonly what?: string | undefined;
  readonly roots: Roots;
  readonly signal: AbortSignal;
  readonly drawer: Drawer;
  /** Throws once it may not go on; asked at every wait and every turn of a loop. */
  readonly check?: (() => void) | undefined;
}

/** Everything "now" means while user code executes. */
export interface Scope {
  readonly run: Run | undefined;
  /** Where drawing goes when nothing else is said. */
  readonly target: Target | undefined;
  /** The module being imported, while it is. */
  readonly importing?: string;
  readonly shared?: SharedWork;
  /** The fragment whose body executes, also while a full run passes through it. */
  readonly fragment?: FragmentInstance | undefined;
  /** Key of the page whose body executes; the entry script has none. */
  readonly page?: string | undefined;
  /** The engine, where no run leads to it. */
  readonly core?: EngineCore | undefined;
}

interface Shared {
  version: string;
  slot?: CurrentSlot<Scope>;
  /** True while the slot is that of the stand-in. */
  isStandIn?: boolean;
  /** Stands in when a script is executed by itself, without an engine. */
  bare?: (() => Scope) | undefined;
  /** The newest engine, for what needs no session. */
  core?: EngineCore;
}

const SLOT = Symbol.for("rivulet.engine");
export const VERSION = "0.1.0";

/**
 * The one global: every copy of this package in a process draws through the engine that runs it,
 * so that a library which imports `rivulet` writes to the page of the script that called it.
 */
function shared(): Shared {
  const holder = globalThis as { [SLOT]?: Shared };
  holder[SLOT] ??= { version: VERSION };
  return holder[SLOT];
}

/** Makes the slot of a host the current one; called by every engine, first come first served. */
export function share(slot: CurrentSlot<Scope>, options: { isBare?: boolean } = {}): CurrentSlot<Scope> {
  const present = shared();
  if (present.version !== VERSION) {
    throw new AppError("config", `two versions of rivulet in one process: ${present.version} runs, ${VERSION} was loaded`, {
      hint: "Run `npm dedupe`, or bring both to one version.",
    });
  }
  if (!options.isBare) present.bare = undefined;
  if (present.slot && (options.isBare || !present.isStandIn)) return present.slot;
  // What stood in knows nothing of waiting: it makes way for the first engine.
  present.slot = slot;
  present.isStandIn = options.isBare ?? false;
  return slot;
}

/** Says what stands in while no engine runs. */
export function standIn(bare: () => Scope): void {
  const present = shared();
  if (!present.slot) present.bare ??= bare;
}

/** As `currentScope`, without anything that stands in. */
export function engineScope(): Scope | undefined {
  const { slot, isStandIn } = shared();
  return isStandIn ? undefined : slot?.get();
}

export function currentScope(): Scope | undefined {
  const present = shared();
  return present.slot?.get() ?? present.bare?.();
}

/** Runs `body` with other surroundings. */
export function within<R>(scope: Scope, body: () => R): R {
  const { slot } = shared();
  return slot ? slot.run(scope, body) : body();
}

/** Makes an engine the one that answers where neither run nor import says which. */
export function shareCore(core: EngineCore): void {
  shared().core = core;
}

/** The engine of the run or import that calls, else the newest; undefined before there is one. */
export function currentCore(): EngineCore | undefined {
  const scope = currentScope();
  return scope?.run?.live?.core ?? scope?.core ?? shared().core;
}
