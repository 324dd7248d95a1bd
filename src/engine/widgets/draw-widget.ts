import type { Kind } from "../../protocol/kind.ts";
import { bringToAddress, leaveAddress, takeFromAddress } from "./bound-query.ts";
import { AppError } from "../errors/errors.ts";
import { quote } from "../errors/quote.ts";
import { nearest } from "../screen/place.ts";
import type { FragmentInstance } from "../runs/run.ts";
import type { Scope, Target } from "../runs/scope.ts";
import type { Session } from "../sessions/session.ts";
import { decodeOf, type DrawnWidget, type WidgetSpec } from "./widget-spec.ts";
import { checkKey } from "./widgets.ts";

/** Draws a widget: finds out which one it is, what it stands at, and what the script gets. */
export function drawWidget<V>(session: Session, scope: Scope, target: Target, kind: Kind, spec: WidgetSpec<V>): V {
  const { run } = scope;
  checkCallback(spec as WidgetSpec<unknown>);
  const key = keyOf(spec as WidgetSpec<unknown>);
  if (key !== undefined) checkKey(key);
  if (spec.persist) checkPersist(spec.persist, key, spec.command);
  const form = nearest(target, (block) => block.form !== undefined)?.form;
  if (form !== undefined) checkInForm(spec as WidgetSpec<unknown>, form);
  if (scope.fragment) checkInFragment(scope.fragment, target, spec.command);
  const page = session.pages.scopeOf(scope);
  const id = session.core.widgetId(kind.name, key, spec.identity, form, page);
  if (run) {
    if (key !== undefined) session.claimKey(run, key);
    if (run.drawnIds.has(id)) throw duplicate(spec.command);
    run.drawnIds.add(id);
  }
  const fragment = scope.fragment?.id ?? nearest(target, (block) => block.fragment !== undefined)?.fragment;
  const former = session.widgets.drawnAs(id)?.spec.options;
  if (former) spec.options?.succeed(former);
  const drawn: DrawnWidget = { id, key, spec: spec as WidgetSpec<unknown>, fragment, page };
  if (spec.bind) takeFromAddress(session, drawn);
  else if (key !== undefined) unbind(session, key);
  const stored = session.widgets.draw(drawn);
  if (spec.bind) bringToAddress(session, drawn, stored);
  const trigger = spec.trigger ? run?.trigger(id) : undefined;
  if (trigger) trigger.delivered = true;
  const widget = { id, form, fragment, ...factsOf(spec as WidgetSpec<unknown>) };
  session.drawer.draw(target, kind, { ...spec.props, key, widget }, id, spec.holds ?? false, run, spec.trigger ? undefined : { value: stored });
  return decodeOf(spec as WidgetSpec<unknown>, trigger ? trigger.wire : stored) as V;
}

/** The widget of this key was bound when it was drawn last, and is no more. */
function unbind(session: Session, key: string): void {
  const id = session.widgets.widgetOf(key);
  const before = id === undefined ? undefined : session.widgets.drawnAs(id);
  if (before) leaveAddress(session, before);
}

/** What the page needs to know of a widget beside its props. */
function factsOf({ disabled, live, submits, quiet, bind }: WidgetSpec<unknown>) {
  return { disabled: disabled || undefined, live: live || undefined, submits: submits || undefined, quiet: quiet ? (bind ? "bound" : "held") : undefined };
}

/** The key as text; what has no text of its own would make all such keys one. */
function keyOf({ key, command }: WidgetSpec<unknown>): string | undefined {
  const given: unknown = key ?? undefined;
  if (given === undefined || typeof given === "string" || typeof given === "number") return given === undefined ? undefined : String(given);
  throw new AppError("argument", `${command}: key must be text or a number, not ${quote(given)}`, {
    hint: "Make a text of what tells this widget apart, as in { key: `row-${id}` }.",
  });
}

/** Said at the call: when somebody clicks, its line is long past. */
function checkCallback({ onChange, args, command, trigger }: WidgetSpec<unknown>): void {
  const name = trigger ? "onClick" : "onChange";
  const given: unknown = onChange ?? undefined;
  if (given !== undefined && typeof given !== "function") {
    throw new AppError("argument", `${command}: ${name} must be a function${trigger ? "" : ', "rerun" or "ignore"'}, not ${quote(given)}`, {
      hint: `Write { ${name}: () => work() }, which works when it is called, not { ${name}: work() }.`,
    });
  }
  if (args !== undefined && args !== null && !Array.isArray(args)) {
    throw new AppError("argument", `${command}: args must be a list, not ${quote(args)}`, { hint: `Write { ${name}, args: [first, second] }.` });
  }
}

function checkPersist(persist: unknown, key: string | undefined, command: string): void {
  if (persist !== "page" && persist !== "session") {
    throw new AppError("argument", `${command}: persistState must be "page", "session" or null, not ${quote(persist)}`);
  }
  if (key !== undefined) return;
  throw new AppError("argument", `${command}: persistState needs a key`, { hint: 'The value is kept under it: add { key: "…" }.' });
}

function duplicate(command: string): AppError {
  return new AppError("duplicate-id", `There are multiple ${command} elements with the same auto-generated ID`, {
    hint: `Two ${command} calls have the same parameters: give one of them a key, as in { key: "…" }.`,
  });
}

/** A rerun of the fragment alone could not clear a widget that stands elsewhere. */
function checkInFragment({ block }: FragmentInstance, target: Target, command: string): void {
  if (nearest(target, (around) => around === block)) return;
  throw new AppError("fragment", `${command}: Fragments cannot write widgets to outside containers.`, {
    hint: "Draw it in the fragment, or make the container there. Texts, charts and other elements may go outside.",
  });
}

/** In a form only the submit button may act at once. */
function checkInForm(spec: WidgetSpec<unknown>, form: string): void {
  if (spec.submits) return;
  if (spec.trigger) {
    throw new AppError("form", `${spec.command}() can't be used in the form "${form}"`, {
      hint: "Use st.formSubmitButton there, or put it outside of the form.",
    });
  }
  if (spec.onChange) {
    throw new AppError("form", `${spec.command}: within the form "${form}" callbacks can only be defined on st.formSubmitButton`, {
      hint: "Give onClick to the submit button: it runs with all the new values in st.sessionState.",
    });
  }
}
