import type { Kind } from "../protocol/kind.ts";
import { AppError } from "./errors.ts";
import { nearest } from "./place.ts";
import type { Scope, Target } from "./scope.ts";
import type { Session } from "./session.ts";
import { checkKey, decodeOf, type WidgetSpec } from "./widgets.ts";

/** Draws a widget: finds out which one it is, what it stands at, and what the script gets. */
export function drawWidget<V>(session: Session, scope: Scope, target: Target, kind: Kind, spec: WidgetSpec<V>): V {
  const { run } = scope;
  const key = spec.key === undefined ? undefined : String(spec.key);
  if (key !== undefined) checkKey(key);
  const form = nearest(target, (block) => block.form !== undefined)?.form;
  const page = session.pages.scopeOf(scope);
  const id = session.core.widgetId(kind.name, key, spec.identity, form, page);
  if (run) {
    if (key !== undefined) session.claimKey(run, key);
    if (run.drawnIds.has(id)) throw duplicate(spec.command);
    run.drawnIds.add(id);
  }
  const fragment = run?.fragment?.id ?? nearest(target, (block) => block.fragment !== undefined)?.fragment;
  const stored = session.widgets.draw({ id, key, spec: spec as WidgetSpec<unknown>, fragment, page });
  const trigger = spec.trigger ? run?.trigger(id) : undefined;
  if (trigger) trigger.delivered = true;
  const widget = { id, form, fragment, disabled: spec.disabled || undefined, live: spec.live || undefined, submits: spec.submits || undefined };
  const node = session.draw(target, kind, { ...spec.props, key, widget }, id, false, run);
  if (!spec.trigger) {
    node.value = stored;
    node.hasValue = true;
  }
  return decodeOf(spec as WidgetSpec<unknown>, trigger ? trigger.wire : stored) as V;
}

function duplicate(command: string): AppError {
  return new AppError("duplicate-id", `There are multiple ${command} elements with the same auto-generated ID`, {
    hint: `Two ${command} calls have the same parameters: give one of them a key, as in { key: "…" }.`,
  });
}
