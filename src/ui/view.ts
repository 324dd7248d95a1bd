import type { ComponentType, ReactElement } from "react";
import type { AnyKind, PropsOf, ValueOf } from "../protocol/kind.ts";
import type { BoxAttributes } from "./box-attributes.ts";

/** What widgets carry in their props, beside what they show. */
export interface WidgetFacts {
  id: string;
  /** Id of the form the widget belongs to: its value waits for the submit. */
  form?: string;
  /** Id of the fragment it lives in: only that is rerun. */
  fragment?: string;
  disabled?: boolean;
  live?: boolean;
  /** A change waits for the next request; `"bound"` when the address shows it at once. */
  quiet?: "held" | "bound";
}

/** A node of the tree as its view sees it. */
export interface ViewNode {
  readonly id: number;
  readonly kind: string;
  /** What `<Box node={node}>` puts on the outermost DOM node: test id, key class, width, height, staleness. */
  readonly attributes: BoxAttributes;
}

export interface SetOptions {
  /** Milliseconds to wait for a newer value before the script hears of it. Default 0. */
  debounce?: number;
}

/**
 * What a view is given. Props are frozen in time: a new object arrives only when the script changed them.
 * - `value` is what the widget stands at, `undefined` until the server has said so.
 * - `setValue` changes it at once on screen and tells the script (or waits for the form's submit).
 * - `trigger` sends a one-time value: a click (`true`) or a message. In a form it submits the form.
 * - `disabled` is true when the script says so or the connection is lost.
 * - `children` are the elements of a block's children, one per child, keyed.
 */
export interface ViewProps<K extends AnyKind = AnyKind> {
  node: ViewNode;
  /** The kind's own props; a widget's carry `widget`, added by the engine. */
  props: PropsOf<K> & { readonly widget: WidgetFacts };
  value: ValueOf<K> | undefined;
  setValue(value: ValueOf<K>, options?: SetOptions): void;
  trigger(value?: unknown): void;
  disabled: boolean;
  children: ReactElement[];
}

export interface View {
  readonly kind: string;
  readonly testid: string;
  // biome-ignore lint/suspicious/noExplicitAny: one list holds the views of all kinds
  readonly component: ComponentType<any>;
}

/** A view whose code is fetched when the first node of its kind arrives. */
export interface LazyView {
  readonly kind: string;
  load(): Promise<View>;
  /** Pixels kept free until it is here. */
  room: number;
}

export type ViewEntry = View | LazyView;

/**
 * Registers how a kind is drawn. The component renders `<Box node={node}>` as its outermost node; put the result in
 * `elements/views.ts`.
 *
 * How to write a view:
 * 1. `import type { Thing } from "./thing.ts"` (types only: no engine code may reach the page).
 * 2. `export const thingView = view<typeof Thing>("thing", ({ node, props, value, setValue, disabled }) => …)`.
 * 3. Widgets: `<Box node={node}><Label …/> control </Box>`; label them with `useLabelled` (see `label.tsx`).
 * 4. Style in `thing.module.css` with the variables of `theme.ts` (`--text`, `--primary`, `--border` …) and rems.
 * 5. One line in `elements/views.ts`; `lazyView` if it brings a library or more than about 3 kB.
 *
 * @param kind name of the kind on the wire
 * @param options.testid `data-testid` of the outermost node; default `st` and the kind in PascalCase
 * @example export const textView = view<typeof Text>("text", ({ node, props }) => <Box node={node}>{props.body}</Box>);
 */
export function view<K extends AnyKind>(kind: K["name"], component: ComponentType<ViewProps<K>>, options: { testid?: string } = {}): View {
  return { kind, testid: options.testid ?? `st${kind[0]?.toUpperCase()}${kind.slice(1)}`, component };
}

/**
 * A view in a chunk of its own.
 * @param room pixels it usually takes downwards, kept free until it is here; 0 for what takes none. Default 68, a field and its label
 * @example lazyView("map", () => import("./map/map.view.tsx").then((module) => module.mapView), 500)
 */
export function lazyView(kind: string, load: () => Promise<View>, room = 68): LazyView {
  return { kind, load, room };
}
