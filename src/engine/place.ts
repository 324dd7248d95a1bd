import type { AnyKind, Kind, PropsOf } from "../protocol/kind.ts";
import { AppError } from "./errors.ts";
import { ancestors, Block, Node } from "./node.ts";
import type { Run } from "./run.ts";
import { currentScope, type Scope, type Slot, type Target, within } from "./scope.ts";
import type { Session } from "./session.ts";
import type { WidgetSpec } from "./widgets.ts";
import { bare } from "./bare.ts";

/** Layout options every element takes. */
export interface ElementOptions {
  key?: string | number | undefined;
}

/**
 * Somewhere to draw: the page, the sidebar, a column, or the place of one element.
 * All commands of `st` are methods of it; `elements/index.ts` puts them on its prototype.
 */
export class Place {
  /** Where this draws; undefined means wherever the script is just now (`st` itself). */
  readonly target: Target | undefined;

  constructor(target: Target | undefined) {
    this.target = target;
  }

  /** Draws a leaf and returns its place, through which it can be replaced. */
  element<K extends AnyKind>(kind: K, props: PropsOf<K>, options?: ElementOptions): this {
    const { scope, session } = active(this.target);
    const ident = options?.key === undefined ? undefined : claimKey(scope, options.key);
    return this.at(draw(this.target, scope, session, kind, props, ident, false)) as this;
  }

  /** Draws a node that holds others and returns the place inside it. */
  block<K extends AnyKind>(kind: K, props: PropsOf<K>, options?: ElementOptions): this {
    const { scope, session } = active(this.target);
    const ident = options?.key === undefined ? undefined : claimKey(scope, options.key);
    const node = draw(this.target, scope, session, kind, props, ident, true) as Block;
    return new (this.constructor as new (target: Target) => this)(node);
  }

  /** Draws a widget and returns its value. */
  widget<K extends AnyKind, V>(kind: K, spec: WidgetSpec<V>): V {
    const { scope, session } = active(this.target);
    return session.drawWidget(scope, targetOf(this.target, scope), kind, spec);
  }

  /**
   * Runs `body` with this as the place where `st` draws.
   *
   * @param body - Draws; may be async.
   * @returns What the body returns.
   * @example
   * st.sidebar.with(() => st.write("in the sidebar"));
   */
  with<R>(body: (here: this) => R): R {
    const { scope } = active(this.target);
    return within({ ...scope, target: targetOf(this.target, scope) }, () => body(this));
  }

  /** The node that stands at this place now. */
  node(): Node | undefined {
    const { target } = this;
    return target === undefined || target instanceof Block ? target : target.block.drawn[target.index];
  }

  private at(node: Node): Place {
    const slot: Slot = { block: node.parent as Block, index: node.index };
    return new (this.constructor as new (target: Target) => Place)(slot);
  }
}

/** The place a detached or root method draws at. */
export function here(self: Place | undefined | void): Place {
  return self instanceof Place ? self : (bare.root() as Place);
}

/** The run that may act now, and its session; throws what stands against drawing at this moment. */
export function active(target?: Target): { scope: Scope; session: Session; run: Run | undefined } {
  const scope = currentScope() ?? bare.scope();
  if (scope.importing !== undefined) throw whileImporting(scope.importing);
  if (scope.shared) {
    const root = target && rootOf(target);
    if (root && root !== scope.shared.main && root !== scope.shared.sidebar) throw outsideSharedWork(scope.shared.name);
    return { scope, session: sharedSession(scope), run: undefined };
  }
  const { run } = scope;
  if (!run) throw notInRun();
  return { scope, session: run.session(), run };
}

/** The session of the run that called; commands of one session are refused in shared work. */
export function sessionOf(command: string): Session {
  const scope = currentScope() ?? bare.scope();
  if (scope.importing !== undefined) throw whileImporting(scope.importing);
  if (scope.shared) {
    throw new AppError("in-shared-work", `${command} cannot be used inside the cached function ${scope.shared.name}`, {
      hint: "Its result is shared by all sessions: pass what it needs as an argument, and use the command outside.",
    });
  }
  if (!scope.run) throw notInRun();
  return scope.run.session();
}

export function currentRun(): Run | undefined {
  return currentScope()?.run;
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

function draw(
  target: Target | undefined,
  scope: Scope,
  session: Session,
  kind: Kind,
  props: object,
  ident: string | undefined,
  isBlock: boolean,
): Node {
  return session.draw(targetOf(target, scope), kind, props, ident, isBlock, scope.run);
}

function claimKey(scope: Scope, key: string | number): string {
  const name = String(key);
  scope.run?.live?.claimKey(scope.run, name);
  return `key:${name}`;
}

function sharedSession(scope: Scope): Session {
  return (scope.shared as { session?: Session }).session ?? bare.session();
}

function whileImporting(module: string): AppError {
  return new AppError("while-importing", `nothing can be drawn while a module is imported (${module})`, {
    hint: "Put it into a function of that module and call the function from the script.",
  });
}

function outsideSharedWork(name: string): AppError {
  return new AppError("in-shared-work", `the cached function ${name} draws into a container made outside of it`, {
    hint: "Draw into containers made inside the function, or draw what it returns.",
  });
}

function notInRun(): AppError {
  return new AppError("not-in-run", "a command was called outside of a run", {
    hint: "Commands work while the script runs. Await what you start there, and use st.task for work that goes on.",
  });
}
