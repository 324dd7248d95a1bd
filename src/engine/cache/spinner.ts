import type { EngineCore } from "../engine.ts";
import { Block } from "../screen/node.ts";
import type { Scope } from "../runs/scope.ts";
import { Empty, Spinner, type SpinnerProps } from "./spinner-kind.ts";

/** Shorter waits show nothing. */
const AFTER_MS = 500;

/** Nobody asked for it: it must not move what people look at. */
const shown = ({ text, showTime }: { text: string; showTime: boolean }): SpinnerProps => ({ text, showTime: showTime || undefined, over: true });

/**
 * Shows a spinner at once: a synchronous function lets nothing happen until it is done. The page waits a moment
 * before it draws one.
 *
 * @returns Takes it away again, before anything else is drawn.
 */
export function showSpinnerNow(scope: Scope | undefined, props: { text: string; showTime: boolean }): (() => void) | undefined {
  if (!scope?.run || scope.shared || !(scope.target instanceof Block)) return undefined;
  const { run, target } = scope;
  const session = run.live;
  if (!session) return undefined;
  const node = session.drawer.draw(target, Spinner, shown(props), undefined, false, run);
  session.updates.settleNow();
  return () => run.live?.updates.takeBack(target, node);
}

/**
 * Shows a spinner where a caller stands once he has waited for a while.
 *
 * @returns Takes it away again.
 */
export function showSpinner(core: EngineCore, scope: Scope | undefined, props: { text: string; showTime: boolean }): (() => void) | undefined {
  if (!scope?.run || scope.shared || !scope.target) return undefined;
  const { run, target } = scope;
  let hide: (() => void) | undefined;
  const timer = core.host.after(AFTER_MS, () => {
    const session = run.live;
    if (!session) return;
    const node = session.drawer.draw(target, Spinner, { ...shown(props), waited: AFTER_MS }, undefined, false, run);
    const at = target instanceof Block ? { block: target, index: node.index } : target;
    hide = () => {
      if (at.block.drawn[at.index] === node) run.live?.drawer.draw(at, Empty, {}, undefined, false, run);
    };
  });
  return () => {
    timer.cancel();
    hide?.();
  };
}
