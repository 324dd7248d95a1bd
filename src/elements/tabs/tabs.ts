import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkSize, noBody, quote } from "../arguments.ts";
import { blockWidget } from "../block-widget.ts";
import type { Container } from "../index.ts";
import { isTold, type OpenStateOptions } from "../open-state.ts";
import type { Last } from "../widget.ts";

export interface TabsProps {
  labels: string[];
  /** Place of the tab that is open at first. */
  start?: number | undefined;
  key?: string | undefined;
  width?: number | "stretch" | "content" | undefined;
  height?: number | "stretch" | "content" | undefined;
}

export interface TabProps {
  label: string;
}

export type TabsOptions<L extends string = string> = TabsLooks<L> & OpenStateOptions<L>;

interface TabsLooks<L extends string> {
  /** Label of the tab that is open at first. Default: the first. */
  default?: L | undefined;
  /** In CSS pixels; `"content"` is as wide as what is in it. Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
  /** Pixels after which the inside scrolls; or `"stretch"`. Default `"content"`. */
  height?: number | "stretch" | "content" | undefined;
}

export interface TabContainer extends Container {
  /** Whether it is the tab that is open; null unless `onChange` or `bind` let the script know. */
  readonly open: boolean | null;
}

export const Tabs = defineKind<TabsProps>()("tabs", { block: true });
export const Tab = defineKind<TabProps>()("tab", { block: true, testid: "stTabPanel" });

/**
 * Shows one of several containers at a time. All of them are drawn, unless the script looks which one is `open`.
 *
 * @param tabs - What stands on the tabs, one each. Markdown.
 * @param options - `default`, `width`, `height`, `key`, `onChange`, `args`, `bind`. With `onChange` or `bind` the label of
 *   the open tab is in `st.sessionState` under the `key`.
 * @returns The containers, in the order of the labels: a tuple as long as the list. Each tells whether it is `open`.
 * @throws AppError when the list is empty or holds anything but text, or `default` is none of the labels.
 * @example
 * const [cat, dog] = st.tabs(["Cat", "Dog"]);
 * cat.write("Meow");
 * dog.with(() => st.write("Woof"));
 * @example
 * const [day, year] = st.tabs(["Day", "Year"], { onChange: "rerun" });
 * if (day.open) day.lineChart(await loadDay());
 * if (year.open) year.lineChart(await loadYear()); // only when somebody looks
 */
export function tabs<L extends string, T extends readonly L[] | []>(
  this: Place | void,
  tabs: T,
  ...rest: Last<TabsOptions<NoInfer<T[number]>>>
): { -readonly [K in keyof T]: TabContainer } {
  const labels = checkedLabels(tabs);
  noBody("st.tabs", rest.at(-1), 'const [first] = st.tabs(["First"]), and first.with(() => { … })');
  const options: TabsOptions = (rest as Last<TabsOptions>)[0] ?? {};
  const { default: first, key, width, height } = options;
  const start = first === undefined || first === null ? 0 : placeOf("default", labels, first);
  checkSize("st.tabs", "width", width, ["stretch", "content"]);
  checkSize("st.tabs", "height", height, ["stretch", "content"]);
  const props: TabsProps = { labels: [...labels], start: start || undefined, key: key === undefined ? undefined : String(key), width, height };
  const place = here(this as Container);
  const { block, value } = isTold("st.tabs", options) ? toldStrip(place, props, start, options) : { block: place.block(Tabs, props, { key }), value: null };
  return labels.map((label, at) => Object.assign(block.block(Tab, { label }), { open: value === null ? null : value === at })) as never;
}

function checkedLabels(tabs: unknown): string[] {
  const labels: readonly unknown[] = Array.isArray(tabs) ? tabs : [];
  const bad = labels.findIndex((label) => typeof label !== "string");
  if (labels.length > 0 && bad === -1) return labels as string[];
  const given = bad !== -1 ? `${quote(labels[bad])} (at ${bad})` : Array.isArray(tabs) ? "an empty list" : quote(tabs);
  throw new AppError("argument", `st.tabs: tabs must be a list of at least one text, not ${given}`);
}

function placeOf(what: string, labels: readonly string[], label: unknown): number {
  const at = labels.indexOf(label as string);
  if (at !== -1) return at;
  throw new AppError("argument", `st.tabs: ${what} must be one of the labels, not ${quote(label)}`, {
    hint: `The labels are ${labels.map(quote).join(", ")}.`,
  });
}

/** The strip as a widget: it stands at the place of the open tab, and the script reads its label. */
function toldStrip(place: Container, props: TabsProps, start: number, options: TabsOptions): { block: Container; value: number } {
  const { key, onChange, args, bind } = options;
  const { labels } = props;
  const { block, value } = blockWidget<string>(place, Tabs, {
    command: "st.tabs",
    key,
    identity: [labels, start],
    props,
    initial: start,
    decode(wire) {
      const label = labels[wire as number];
      if (label === undefined) throw new Error("no tab stands there");
      return label;
    },
    encode: (assigned) => placeOf("the value in st.sessionState", labels, assigned),
    onChange: typeof onChange === "function" ? onChange : undefined,
    args,
    bind,
  });
  return { block, value: openPlace(block, labels, value) };
}

/** Labels may be equal: what the strip stands at says which of them it is. */
function openPlace(block: Container, labels: readonly string[], label: string): number {
  const at = block.node()?.value;
  return typeof at === "number" && labels[at] === label ? at : labels.indexOf(label);
}
