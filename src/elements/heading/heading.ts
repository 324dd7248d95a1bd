import { AppError } from "../../engine/errors/errors.ts";
import { active, here, type Place } from "../../engine/screen/place.ts";
import { defineKind, type Kind } from "../../protocol/kind.ts";
import { checkIcon, cleanText, oneOf, quote, type TextAlignment, textProps } from "../arguments.ts";
import type { Container } from "../index.ts";
import { gather } from "../widget.ts";

const COLORS = ["blue", "green", "orange", "red", "violet", "yellow", "gray", "rainbow"] as const;
const CYCLE = ["blue", "green", "orange", "red", "violet", "yellow"] as const;

export type DividerColor = (typeof COLORS)[number] | "grey";

export interface HeadingProps {
  level: 1 | 2 | 3;
  body: string;
  anchor?: string | false | undefined;
  divider?: DividerColor | undefined;
  help?: string | undefined;
  icon?: string | undefined;
  textAlignment?: TextAlignment | undefined;
  wrap?: boolean | undefined;
  width?: number | "stretch" | "content" | undefined;
}

export interface TitleOptions {
  /** Name of the heading in links, default made of its words; false shows no link. */
  anchor?: string | false | undefined;
  /** A tooltip beside the heading. Markdown. */
  help?: string | undefined;
  /** An emoji, or `:material/name:`, before the words. */
  icon?: string | undefined;
  /** Where the lines stand. Default `"left"`. */
  textAlignment?: TextAlignment | undefined;
  /** False keeps the heading in one line. Default true. */
  wrap?: boolean | undefined;
  /** In CSS pixels; `"content"` is as wide as what is in it. Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
}

export interface HeaderOptions extends TitleOptions {
  /** A line below: true takes the next colour, a name that one. Default false. */
  divider?: boolean | DividerColor | undefined;
}

const testid = "stHeading";
export const Title = defineKind<HeadingProps, string>()("title", { testid });
export const Header = defineKind<HeadingProps, string>()("header", { testid });
export const Subheader = defineKind<HeadingProps, string>()("subheader", { testid });

/**
 * The title of the page, its largest heading.
 *
 * @param body - The words. Markdown in one line.
 * @param options - `anchor`, `help`, `icon`, `textAlignment`, `wrap`, `width`; the anchor may come as second argument.
 * @returns The place of the title, through which it can be replaced.
 * @throws AppError for an anchor that is neither text nor false.
 * @example
 * st.title("Uber pickups in NYC");
 */
export function title(this: Place | void, body: unknown, options?: TitleOptions): Container;
export function title(this: Place | void, body: unknown, anchor?: string | false, options?: TitleOptions): Container;
export function title(this: Place | void, body: unknown, ...rest: unknown[]): Container {
  return heading(here(this as Container), Title, 1, body, rest);
}

/**
 * The heading of a section.
 *
 * @param body - The words. Markdown in one line.
 * @param options - As those of `title`, and `divider`: a coloured line below.
 * @returns The place of the heading, through which it can be replaced.
 * @throws AppError for an unknown divider colour or a bad anchor.
 * @example
 * st.header("Results", { divider: "rainbow" });
 */
export function header(this: Place | void, body: unknown, options?: HeaderOptions): Container;
export function header(this: Place | void, body: unknown, anchor?: string | false, options?: HeaderOptions): Container;
export function header(this: Place | void, body: unknown, ...rest: unknown[]): Container {
  return heading(here(this as Container), Header, 2, body, rest);
}

/**
 * The heading of a part of a section.
 *
 * @param body - The words. Markdown in one line.
 * @param options - As those of `header`.
 * @returns The place of the heading, through which it can be replaced.
 * @throws AppError for an unknown divider colour or a bad anchor.
 * @example
 * st.subheader("Raw data", { divider: true });
 */
export function subheader(this: Place | void, body: unknown, options?: HeaderOptions): Container;
export function subheader(this: Place | void, body: unknown, anchor?: string | false, options?: HeaderOptions): Container;
export function subheader(this: Place | void, body: unknown, ...rest: unknown[]): Container {
  return heading(here(this as Container), Subheader, 3, body, rest);
}

function heading(place: Container, kind: Kind<string, HeadingProps, string>, level: 1 | 2 | 3, body: unknown, rest: unknown[]): Container {
  const command = `st.${kind.name}`;
  const options = gather<HeaderOptions>(["anchor"], rest);
  const { anchor, help, icon, wrap, width } = options;
  if (anchor !== undefined && anchor !== false && typeof anchor !== "string") {
    throw new AppError("argument", `${command}: anchor must be text or false, not ${quote(anchor)}`, {
      hint: "Leave it out for a name made of the heading's words; false shows no link.",
    });
  }
  return place.element(kind, {
    level,
    body: cleanText(body),
    anchor: anchor === "" ? undefined : anchor,
    divider: kind === Title ? undefined : dividerOf(command, options.divider),
    help,
    icon: checkIcon(command, icon),
    wrap,
    width,
    ...textProps(command, options),
  });
}

/** The colour of a divider; `true` takes the one after the last heading's. */
function dividerOf(command: string, divider: unknown): DividerColor | undefined {
  if (divider === undefined || divider === null || divider === false) return undefined;
  if (divider === true) return CYCLE[(active().run?.count("heading-divider") ?? 0) % CYCLE.length];
  return divider === "grey" ? "gray" : oneOf(command, "divider", divider, COLORS);
}
