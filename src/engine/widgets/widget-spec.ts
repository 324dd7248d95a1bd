import type { WireValue } from "../../protocol/messages.ts";
import { AppError } from "../errors/errors.ts";

/** What an element's function says of its widget at every call. */
export interface WidgetSpec<V> {
  key?: string | number | undefined;
  /** The parameters that make it this widget: when they change, it is another one. */
  identity: unknown;
  /** What the view needs, without `widget`, which the engine adds. */
  props: object;
  /** Where it stands before anybody has moved it. */
  initial: WireValue;
  /** True when the script gave that start itself; setting the key as well is then worth a warning. */
  explicit?: boolean;
  /** From the wire to what the script gets. Called again whenever the value is read. */
  decode(wire: WireValue): V;
  /** From what code assigned to the wire; throws AppError for what this widget cannot stand at. */
  encode?: ((value: unknown) => WireValue) | undefined;
  /** True for clicks and the like: the value lives for one run and code cannot assign it. */
  trigger?: boolean;
  /** False for widgets whose value only the person can make (files, edits). */
  assignable?: boolean;
  disabled?: boolean | undefined;
  live?: boolean | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: callbacks take the value or the given arguments
  onChange?: ((...args: any[]) => unknown) | undefined;
  /** Where its value is written besides: in the address, under its key. */
  bind?: "query-params" | undefined;
  /** How long its value, under its key, outlives a run that does not draw it. */
  persist?: "page" | "session" | null | undefined;
  args?: readonly unknown[] | undefined;
  /** True when a change waits on the page until something else reruns. */
  quiet?: boolean | undefined;
  /** True for one that holds other elements. */
  holds?: boolean;
  /** Set by the submit button of a form. */
  submits?: boolean;
  /** What can be chosen: given that of the run before, it settles which run's members come back. */
  options?: { readonly texts: readonly string[]; succeed(former: unknown): void } | undefined;
  /** Looks up what can be chosen for what was typed; gives the keys of the options, and whether there are more. */
  search?: ((typed: string, signal: AbortSignal) => Promise<{ keys: string[]; isCut: boolean }>) | undefined;
  /** What messages call it, such as `st.slider`. */
  command: string;
}

/** A widget as the last run drew it. */
export interface DrawnWidget {
  id: string;
  key: string | undefined;
  spec: WidgetSpec<unknown>;
  fragment: string | undefined;
  /** Key of the page that drew it; empty for the entry script. */
  page: string;
  /** For one bound to the address: which state of that it has seen. */
  addressVersion?: number;
}

/** A value the page sent that the widget cannot read stands for its start. */
export function decodeOf(spec: WidgetSpec<unknown>, wire: WireValue): unknown {
  try {
    return spec.decode(wire);
  } catch (error) {
    if (error instanceof AppError) throw error;
    return spec.decode(spec.initial);
  }
}

/** A value as it travels. */
export function encodeOf(spec: WidgetSpec<unknown>, value: unknown): WireValue {
  return spec.encode ? spec.encode(value) : value;
}

/** True when `next`, drawn under the key of `before`, takes over what that stood at. */
export function persistsFor(before: DrawnWidget | undefined, next: DrawnWidget): boolean {
  if (!before?.spec.persist || !next.spec.persist || before.spec.command !== next.spec.command) return false;
  return next.spec.persist === "session" || before.page === next.page;
}

/** Other limits or options may leave no room for a value that was kept: then the widget begins anew. */
export function encodeIfPossible(spec: WidgetSpec<unknown>, value: unknown): WireValue {
  try {
    return encodeOf(spec, value);
  } catch {
    return spec.initial;
  }
}
