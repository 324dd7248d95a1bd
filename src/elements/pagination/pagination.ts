import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkSize } from "../arguments.ts";
import { show } from "../choices.ts";
import { commonSpec, gather, type Last, type OnChange, type WidgetOptions } from "../widget.ts";

export interface PaginationProps {
  pages: number;
  /** How many places for page numbers; absent means one for every page. */
  most?: number | undefined;
  width?: WidgetOptions["width"];
}

export type PaginationOptions = OnChange<number> &
  Pick<WidgetOptions, "key" | "disabled" | "bind" | "persistState"> & {
    /** In CSS pixels; `"stretch"` takes the room there is. Default `"content"`. */
    width?: WidgetOptions["width"];
    /** The page at the start, from 1. Default 1. */
    default?: number | undefined;
    /** How many places there are for page numbers and gaps; 0 for arrows only, null for all pages. Default 7. */
    maxVisiblePages?: number | null | undefined;
  };

export const Pagination = defineKind<PaginationProps, number>()("pagination", {
  widget: true,
  verbs: {
    next: ({ props, value, setValue }) => setValue(Math.min(props.pages, value + 1)),
    previous: ({ value, setValue }) => setValue(Math.max(1, value - 1)),
  },
});

/**
 * Shows a bar of page numbers with arrows, to go through something page by page.
 *
 * @param numPages - How many pages there are, at least 1.
 * @param options - `default`, `maxVisiblePages`, `key`, `onChange`, `args`, `disabled`, `width` (default `"content"`), `bind`, `persistState`.
 * @returns The page shown, from 1.
 * @throws AppError for no pages, or a default outside of them.
 * @example
 * const page = st.pagination(Math.ceil(rows.length / 10));
 * st.table(rows.slice((page - 1) * 10, page * 10));
 */
export function pagination(this: Place | void, numPages: number, ...rest: Last<PaginationOptions>): number {
  const command = "st.pagination";
  const given = gather<PaginationOptions>([], rest);
  const pages = whole("numPages", numPages, 1);
  const { maxVisiblePages = 7 } = given;
  const most = maxVisiblePages === null ? undefined : whole("maxVisiblePages", maxVisiblePages, 0);
  checkSize(command, "width", given.width, ["stretch", "content"]);
  const initial = readPage("default", given.default ?? 1, pages);
  return here(this).widget(Pagination, {
    command,
    ...commonSpec(given),
    identity: [pages, initial],
    props: { pages, most, width: given.width } satisfies PaginationProps,
    initial,
    explicit: given.default !== undefined,
    decode(wire) {
      if (!isPage(wire, pages)) throw new Error("no page");
      return wire;
    },
    encode: (value) => readPage("value", value, pages),
  });
}

function whole(name: string, value: unknown, least: number): number {
  if (Number.isSafeInteger(value) && (value as number) >= least) return value as number;
  throw new AppError("argument", `st.pagination: ${name} must be a whole number of at least ${least}, not ${show(value)}`);
}

const isPage = (value: unknown, pages: number): value is number => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= pages;

function readPage(name: string, value: unknown, pages: number): number {
  if (isPage(value, pages)) return value;
  throw new AppError("argument", `st.pagination: ${name} must be a page from 1 to ${pages}, not ${show(value)}`);
}
