import type { AnyKind, Kind, PropsOf } from "../../protocol/kind.ts";
import type { EngineCore } from "../engine.ts";
import { AppError } from "../errors/errors.ts";
import { quote } from "../errors/quote.ts";
import type { Node } from "./node.ts";
import { ancestors, Block } from "./node.ts";
import type { Run } from "../runs/run.ts";
import { currentCore, currentScope, type Drawer, type Scope, type SharedWork, type Target, within } from "../runs/scope.ts";
import type { Session } from "../sessions/session.ts";
import type { RootName } from "./roots.ts";
import { owe } from "../runs/owed.ts";
import type { WidgetSpec } from "../widgets/widget-spec.ts";

/** Layout options every element takes. */
export interface ElementOptions {
  key?: string | number | undefined;
  /** True when it can be added to (`growth.ts`): its props are kept, and lists in them are the element's own. */
  grows?: boolean | undefined;
}

/**
 * Somewhere to draw: the page, the sidebar, a column, or the place of one element.
 * All commands of `st` are methods of it; `elements/index.ts` puts them on its prototype.
 */
export class Place {
  private readonly fixed: Target | undefined;

  constructor(target: Target | undefined) {
    this.fixed = target;
  }

  /**
   * Where this draws; undefined means wherever the script is just now (`st` itself).
   *
   * @internal
   */
  get target(): Target | undefined {
    return this.fixed;
  }

  /**
   * Draws a leaf and returns its place, through which it can be replaced.
   *
   * @internal
   */
  element<K extends AnyKind>(kind: K, props: PropsOf<K>, options?: ElementOptions): this {
    const node = this.draw(kind, props, options, false);
    return new Place({ block: node.parent as Block, index: node.index }) as this;
  }

  /**
   * Draws a node that holds others and returns the place inside it.
   *
   * @internal
   */
  block<K extends AnyKind>(kind: K, props: PropsOf<K>, options?: ElementOptions): this {
    const node = this.draw(kind, props, options, true) as Block;
    return new Place(node) as this;
  }

  /**
   * Draws a widget and returns its value.
   *
   * @internal
   */
  widget<K extends AnyKind, V>(kind: K, spec: WidgetSpec<V>): V {
    const { scope, drawer } = active(this.target);
    return drawer.drawWidget(scope, targetOf(this.target, scope), kind, spec);
  }

  /**
   * Runs `body` with this as the place where `st` draws.
   *
   * @param body - Draws; may be async: the run does not end before it has.
   * @returns What the body returns.
   * @example
   * st.sidebar.with(() => st.write("in the sidebar"));
   */
  with<R>(body: (here: this) => R): R {
    const { scope } = active(this.target);
    if (typeof body !== "function") {
      throw new AppError("argument", `with: body must be a function, not ${quote(body)}`, { hint: "Write place.with(() => st.write(…)), or place.write(…)." });
    }
    const inner = { ...scope, target: targetOf(this.target, scope) };
    const result = within(inner, () => body(this));
    return result instanceof Promise ? (owe(inner, result) as R) : result;
  }

  /**
   * The node that stands at this place now.
   *
   * @internal
   */
  node(): Node | undefined {
    const { target } = this;
    return target === undefined || target instanceof Block ? target : target.block.drawn[target.index];
  }

  private draw(kind: Kind, props: object, options: ElementOptions | undefined, isBlock: boolean): Node {
    const { scope, drawer, run } = active(this.target);
    const key = options?.key === undefined ? undefined : String(options.key);
    if (key !== undefined && run) run.live?.claimKey(run, key);
    const ident = key === undefined ? undefined : `key:${key}`;
    const node = drawer.draw(targetOf(this.target, scope), kind, props, ident, isBlock, run);
    if (options?.grows) {
      node.growing = props as Record<string, unknown>;
      node.props = undefined;
      // The engine, not the drawer: whoever still holds the node must not hold its session.
      const core = currentCore() as EngineCore;
      node.encode = (grown) => core.encodeOwn(kind, grown);
    }
    return node;
  }
}

/** One of the fixed parts of the page, of whichever session runs now. */
export class RootPlace extends Place {
  constructor(private readonly name: RootName) {
    super(undefined);
  }

  override get target(): Target {
    const { scope, run } = active();
    return (scope.shared ?? (run as Run).session().screen).roots[this.name];
  }
}

const wherever = new Place(undefined);

/** The place a detached or root method draws at. */
export function here<P extends Place = Place>(self: P | undefined | void): P {
  return self instanceof Place ? self : (wherever as P);
}

/** The run that may act now, and its session; throws what stands against drawing at this moment. */
export function active(target?: Target): { scope: Scope; drawer: Drawer; run: Run | undefined } {
  const scope = currentScope();
  if (!scope) throw notInRun();
  if (scope.importing !== undefined) throw whileImporting(scope.importing);
  if (scope.shared) {
    const root = target && rootOf(target);
    if (root && !Object.values(scope.shared.roots).includes(root)) throw outsideSharedWork(scope.shared);
    return { scope, drawer: scope.shared.drawer, run: undefined };
  }
  const { run } = scope;
  if (!run) throw notInRun();
  return { scope, drawer: run.session().drawer, run };
}

/** The session of the run that called; commands of one session are refused in shared work. */
export function sessionOf(command: string): Session {
  const scope = currentScope();
  if (!scope) throw notInRun();
  if (scope.importing !== undefined) throw whileImporting(scope.importing);
  if (scope.shared) {
    const { name, what = "the cached function" } = scope.shared;
    const reason = scope.shared.what === undefined ? "Its result is shared by all sessions" : "It runs beside the script";
    throw new AppError("in-shared-work", `${command} cannot be used inside ${what} ${name}`, {
      hint: `${reason}: pass what it needs as an argument, and use the command outside.`,
    });
  }
  if (!scope.run) throw notInRun();
  return scope.run.session();
}

export function targetOf(target: Target | undefined, scope: Scope): Target {
  const at = target ?? scope.target;
  if (!at) throw notInRun();
  return at;
}

export function blockOf(target: Target): Block {
  return target instanceof Block ? target : target.block;
}

function rootOf(target: Target): Block {
  let root = blockOf(target);
  for (const block of ancestors(root)) root = block;
  return root;
}

/** The nearest block around a place that answers `true`. */
export function nearest(target: Target, is: (block: Block) => boolean): Block | undefined {
  for (const block of ancestors(blockOf(target))) if (is(block)) return block;
  return undefined;
}

function whileImporting(module: string): AppError {
  return new AppError("while-importing", `nothing can be drawn while a module is imported (${module})`, {
    hint: "Put it into a function of that module and call the function from the script.",
  });
}

function outsideSharedWork({ name, what = "the cached function" }: SharedWork): AppError {
  return new AppError("in-shared-work", `${what} ${name} draws into a container made outside of it`, {
    hint: "Draw into containers made inside the function, or draw what it returns.",
  });
}

function notInRun(): AppError {
  return new AppError("not-in-run", "a command was called outside of a run", {
    hint: "Commands work while the script runs. Await what you start there, and use st.task for work that goes on.",
  });
}
