import { AppError } from "../../engine/errors/errors.ts";
import { AppPage } from "../../engine/pages/page.ts";
import { isIcon } from "../../engine/pages/page-name.ts";
import type { GivenParams, LinkOptions } from "../../engine/pages/page-params.ts";
import { findPage, pathOf } from "../../engine/pages/switch-page.ts";
import { here, type Place, sessionOf } from "../../engine/screen/place.ts";
import { type QueryInput, queryText } from "../../engine/request/query-text.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkSize, oneOf, quote, widthOf } from "../arguments.ts";
import type { Container } from "../index.ts";

export interface PageLinkOptions {
  /** What stands on the link. Markdown. Default: the title of the page; an address needs one. */
  label?: string | undefined;
  /** An emoji, or `:material/name:`. Default: the icon of the page. */
  icon?: string | undefined;
  /** Default `"left"`. */
  iconPosition?: "left" | "right" | undefined;
  /** A tooltip. Markdown. */
  help?: string | undefined;
  /** Greyed out: seen, but not to be used. Default false. */
  disabled?: boolean | undefined;
  /** Query parameters the page opens with. Default: none. */
  queryParams?: QueryInput | undefined;
  /** A number is in CSS pixels. Default `"content"`. */
  width?: number | "stretch" | "content" | undefined;
  /** The former way to say `width: "stretch"`; false is `"content"`. */
  useContainerWidth?: boolean | undefined;
}

export interface PageLinkProps {
  label: string;
  icon?: string | undefined;
  iconPosition?: "right" | undefined;
  help?: string | undefined;
  disabled?: boolean | undefined;
  width?: number | "stretch" | "content" | undefined;
  /** Path of a page of the app; absent for an address. */
  page?: string | undefined;
  query?: string | undefined;
  /** Address elsewhere. */
  href?: string | undefined;
  /** True for the page that is shown. */
  current?: boolean | undefined;
}

export const PageLink = defineKind<PageLinkProps>()("pageLink");

/**
 * Shows a link to another page of the app, or to an address elsewhere.
 *
 * @param page - A page given to `st.navigation`, the path of its file relative to the entry script, or an address
 *   that begins with `http://` or `https://`, which opens in a new tab.
 * @param options - `label`, `icon`, `iconPosition`, `help`, `disabled`, `params` for the parts of its path that differ, `queryParams`, `width`.
 * @returns The place of the link.
 * @throws AppError for a page that is not among those of the app, for an address without a label, and for parameters its
 *   path does not have, or lacks.
 * @example
 * st.pageLink("tools/search.ts", { label: "Search", icon: ":material/search:" });
 * st.pageLink(order, { label: "Order 42", params: { id: 42 } });
 */
export function pageLink<Path extends string = string>(
  this: Place | void,
  page: AppPage<Path> | string,
  ...rest: LinkOptions<Path, PageLinkOptions>
): Container {
  const options = (rest[0] ?? {}) as PageLinkOptions & { params?: GivenParams<string> };
  const { label, icon, iconPosition = "left", help, disabled, queryParams, params } = options;
  const isRight = oneOf("st.pageLink", "iconPosition", iconPosition, ["left", "right"]) === "right";
  const width = widthOf(options);
  if (label !== undefined && typeof label !== "string") throw new AppError("argument", `st.pageLink: label must be text, not ${quote(label)}`);
  if (icon !== undefined && icon !== "" && !isIcon(icon)) {
    throw new AppError("argument", `st.pageLink: icon must be one emoji or ":material/name:", not ${quote(icon)}`);
  }
  const query = queryParams === undefined ? "" : queryText("st.pageLink", queryParams);
  checkSize("st.pageLink", "width", width, ["stretch", "content"]);
  const shared = { help, iconPosition: isRight ? ("right" as const) : undefined, disabled: disabled || undefined, width };
  if (typeof page === "string" && /^https?:\/\//i.test(page)) {
    if (label === undefined) {
      throw new AppError("argument", `st.pageLink: a link to the address ${page} needs a label`, { hint: 'Give it one: { label: "Documentation" }.' });
    }
    return here(this as Container).element(PageLink, { ...shared, label, icon: icon || undefined, href: withQuery(page, query) });
  }
  const session = sessionOf("st.pageLink");
  const looks = (one: { title: string; icon: string; help?: string }) => ({
    ...shared,
    help: help ?? (one.help || undefined),
    label: label ?? one.title,
    icon: (icon ?? one.icon) || undefined,
  });
  if (typeof page !== "string" && page instanceof AppPage && page.isElsewhere) {
    return here(this as Container).element(PageLink, { ...looks(page), href: withQuery(page.source as string, query) });
  }
  const entry = findPage(session, "st.pageLink", page);
  const path = pathOf("st.pageLink", entry, params);
  return here(this as Container).element(PageLink, {
    ...looks(entry),
    page: path,
    query: query || undefined,
    current: session.pages.shownPath === path || undefined,
  });
}

function withQuery(address: string, query: string): string {
  if (query === "") return address;
  const [before = "", hash] = address.split("#", 2);
  return `${before}${before.includes("?") ? "&" : "?"}${query}${hash === undefined ? "" : `#${hash}`}`;
}
