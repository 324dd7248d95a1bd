import { AppError } from "../../engine/errors.ts";
import { here, type Place } from "../../engine/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkSize, quote } from "../arguments.ts";
import type { Container } from "../index.ts";

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

export interface TabsOptions<L extends string = string> {
  /** Label of the tab that is open at first. Default: the first. */
  default?: L | undefined;
  /** Names them: the page gives them the class `st-key-` and the name. */
  key?: string | number | undefined;
  /** Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
  /** Pixels after which the inside scrolls; or `"stretch"`. Default `"content"`. */
  height?: number | "stretch" | "content" | undefined;
}

export const Tabs = defineKind<TabsProps>()("tabs", { block: true });
export const Tab = defineKind<TabProps>()("tab", { block: true, testid: "stTabPanel" });

/**
 * Shows one of several containers at a time; all of them are drawn.
 *
 * @param tabs - What stands on the tabs, one each. Markdown.
 * @param options - `default`, `key`, `width`, `height`.
 * @returns The containers, in the order of the labels: a tuple as long as the list.
 * @throws AppError when the list is empty or holds anything but text, or `default` is none of the labels.
 * @example
 * const [cat, dog] = st.tabs(["Cat", "Dog"]);
 * cat.write("Meow");
 * dog.with(() => st.write("Woof"));
 */
export function tabs<L extends string, T extends readonly L[]>(
  this: Place | void,
  tabs: readonly [...T],
  options: TabsOptions<NoInfer<T[number]>> = {},
): { -readonly [K in keyof T]: Container } {
  const labels: readonly unknown[] = Array.isArray(tabs) ? tabs : [];
  const bad = labels.findIndex((label) => typeof label !== "string");
  if (labels.length === 0 || bad !== -1) {
    const given = bad !== -1 ? `${quote(labels[bad])} (at ${bad})` : Array.isArray(tabs) ? "an empty list" : quote(tabs);
    throw new AppError("argument", `st.tabs: tabs must be a list of at least one text, not ${given}`);
  }
  const { default: first, key, width, height } = options;
  const start = first === undefined ? 0 : labels.indexOf(first);
  if (start === -1) {
    throw new AppError("argument", `st.tabs: default must be one of the labels, not ${quote(first)}`, {
      hint: `The labels are ${labels.map(quote).join(", ")}.`,
    });
  }
  checkSize("st.tabs", "width", width, ["stretch", "content"]);
  checkSize("st.tabs", "height", height, ["stretch", "content"]);
  const props: TabsProps = { labels: [...(labels as string[])], start: start || undefined, key: key === undefined ? undefined : String(key), width, height };
  const strip = here(this as Container).block(Tabs, props, { key });
  return (labels as string[]).map((label) => strip.block(Tab, { label })) as never;
}
