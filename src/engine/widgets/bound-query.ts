import { AppError } from "../errors/errors.ts";
import { quote } from "../errors/quote.ts";
import { isEmbedKey } from "../screen/address.ts";
import type { Session } from "../sessions/session.ts";
import { type DrawnWidget, decodeOf, type WidgetSpec } from "./widget-spec.ts";
import type { WireValue } from "../../protocol/messages.ts";

type Spec = WidgetSpec<unknown>;

/** Before a widget with `bind` is drawn: it takes over what the address says, when it is new or the viewer changed the address. */
export function takeFromAddress(session: Session, widget: DrawnWidget): void {
  const { id, spec } = widget;
  const { address, widgets } = session;
  const key = keyOf(widget);
  const before = widgets.drawnAs(id);
  widget.addressVersion = address.version;
  const texts = address.texts(key);
  if (before ? before.addressVersion === address.version : isAssigned(widgets, key, texts)) return;
  const wire = texts.length > 0 ? fromTexts(spec, texts) : undefined;
  if (wire !== undefined) widgets.report(id, wire, session.core.isEqual);
  // The viewer went back to an address without it; on another page the widget just writes it again.
  else if (before && texts.length === 0 && !address.isOtherPage) widgets.report(id, spec.initial, session.core.isEqual);
}

/** Code set the entry, which goes before the address; what the widget itself left behind does not. */
function isAssigned(widgets: Session["widgets"], key: string, texts: readonly string[]): boolean {
  if (!widgets.has(key) || widgets.widgetOf(key) !== undefined) return false;
  return texts.length === 0 || !widgets.isLeftBehind(key);
}

/** After it was drawn: the address says where it stands, or nothing where that is its start. */
export function bringToAddress(session: Session, widget: DrawnWidget, wire: WireValue): void {
  const key = keyOf(widget);
  const texts = session.core.isEqual(wire, widget.spec.initial) ? [] : toTexts(widget.spec, wire);
  const before = session.address.texts(key);
  if (texts.length !== before.length || texts.some((text, at) => text !== before[at])) session.address.put(key, texts);
}

/** A widget that was bound is gone, or is not bound any more: its parameter goes. */
export function leaveAddress(session: Session, { key, spec }: DrawnWidget): void {
  if (spec.bind && key !== undefined && session.address.texts(key).length > 0) session.address.put(key, []);
}

/**
 * Refuses what the script does to a parameter that a widget of the page stands behind.
 *
 * @throws AppError naming the parameter, the widget and the way to do it.
 */
export function checkUnbound(session: Session, key: string, what: "set" | "deleted" | "cleared"): void {
  const command = boundCommand(session, key);
  if (command === undefined) return;
  throw new AppError("argument", `st.queryParams: the query parameter "${key}" cannot be ${what} directly, because it is bound to a widget: ${command}`, {
    hint: `Set st.sessionState[${JSON.stringify(key)}] instead, before the widget's call or in a callback; or leave out its bind.`,
  });
}

/** The command of the widget behind a parameter; undefined where there is none. */
export function boundCommand({ widgets }: Session, key: string): string | undefined {
  const id = widgets.widgetOf(key);
  const spec = id === undefined ? undefined : widgets.drawnAs(id)?.spec;
  return spec?.bind && spec.command;
}

/** Values the script has not heard of yet: the address shows them all the same. */
export function showInAddress(session: Session, values: Record<string, WireValue>): void {
  for (const [id, wire] of Object.entries(values)) {
    const widget = session.widgets.drawnAs(id);
    if (widget?.spec.bind) bringToAddress(session, widget, wire);
  }
}

function keyOf({ key, spec }: DrawnWidget): string {
  if (key !== undefined && spec.bind === "query-params") return checkedName(key, spec.command);
  if (spec.bind !== "query-params") throw new AppError("argument", `${spec.command}: bind must be "query-params", not ${quote(spec.bind)}`);
  throw new AppError("argument", `${spec.command}: a widget with bind needs a key`, {
    hint: 'The key is the name in the address: { bind: "query-params", key: "q" }.',
  });
}

function checkedName(key: string, command: string): string {
  if (!isEmbedKey(key)) return key;
  throw new AppError("argument", `${command}: the query parameter "${key}" is reserved for embedding, and cannot be bound to a widget`, {
    hint: "Give the widget another key.",
  });
}

function toTexts(spec: Spec, wire: WireValue): string[] {
  if (spec.options) return optionTexts(spec.options.texts, wire);
  const value = decodeOf(spec, wire);
  const parts = Array.isArray(value) ? (value as unknown[]) : [value];
  // An empty list is a choice, too.
  if (parts.length === 0) return [""];
  return parts.map((part) => (part === null || part === undefined ? "" : String(part)));
}

/** Options are in the address as they read: what else they hold is nobody's business there. */
function optionTexts(known: readonly string[], wire: WireValue): string[] {
  const places: unknown[] = Array.isArray(wire) ? wire : [wire];
  // An empty list is a choice, too.
  if (places.length === 0) return [""];
  return places.map((place) => (typeof place === "number" ? (known[place] ?? "") : String(place ?? "")));
}

/** Where options stand that read like this; undefined when there are none. */
function placesOf({ options, initial, decode }: Spec, texts: readonly string[]): WireValue | undefined {
  const places = texts.map((text) => options?.texts.indexOf(text) ?? -1);
  if (places.length === 0 || places.includes(-1)) return undefined;
  const wire = Array.isArray(initial) ? places : places.at(-1);
  try {
    decode(wire);
    return wire;
  } catch {
    return undefined;
  }
}

/** Undefined for what the widget cannot stand at. */
function fromTexts(spec: Spec, texts: readonly string[]): WireValue | undefined {
  const places = placesOf(spec, texts);
  if (places !== undefined) return places;
  const start = decodeOf(spec, spec.initial);
  const isList = Array.isArray(start);
  const sample: unknown = isList ? start[0] : start;
  for (const read of readersFor(sample)) {
    const values = isList && texts.length === 1 && texts[0] === "" ? [] : texts.map(read);
    const value = isList ? values : texts.at(-1) === "" && typeof sample !== "string" ? null : values.at(-1);
    try {
      const wire = spec.encode ? spec.encode(value) : value;
      spec.decode(wire);
      return wire;
    } catch {
      // Anybody can write anything into an address: what does not fit counts as not there.
    }
  }
  return undefined;
}

function readersFor(sample: unknown): ((text: string) => unknown)[] {
  const number = (text: string): unknown => (text.trim() === "" ? Number.NaN : Number(text));
  if (typeof sample === "number") return [number];
  if (typeof sample === "boolean") return [(text) => text === "true" || text === "1"];
  if (typeof sample === "string") return [(text) => text];
  return [(text) => text, number];
}
