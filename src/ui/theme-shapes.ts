import type { ThemeOptions } from "./theme.ts";

export const SANS = '"Source Sans 3 Variable", "Source Sans 3", system-ui, sans-serif';
const SERIF = '"Source Serif 4 Variable", "Source Serif 4", Georgia, serif';
export const MONO = '"Source Code Pro Variable", "Source Code Pro", ui-monospace, monospace';

const GENERIC: Record<string, string> = { "sans-serif": SANS, "sans serif": SANS, serif: SERIF, monospace: MONO };

/**
 * A list of font families for the style sheet: `sans-serif`, `serif` and `monospace` name the fonts that come with the page.
 * Of `Name:https://…` only the name counts, as the page asks nothing of other hosts.
 */
export function fontFamily(name: unknown, fallback: string): string {
  if (typeof name !== "string" || !name.trim()) return fallback;
  const families = name
    .replace(/:\s*https?:\/\/\S+/g, "")
    .split(",")
    .map((family) => family.trim())
    .filter(Boolean);
  // A name that begins with a digit, or has one after a space, must be quoted.
  const quoted = families.map((family) => GENERIC[family.toLowerCase()] ?? (/^["']|^[\w-]+$/.test(family) && !/^\d/.test(family) ? family : `"${family}"`));
  return [...quoted, ...(quoted.includes(fallback) ? [] : [fallback])].join(", ");
}

const RADII: Record<string, string> = { none: "0px", small: "0.25rem", medium: "0.5rem", large: "0.75rem", full: "2rem" };

function radius(value: unknown, fallback: string): string {
  if (typeof value === "number") return `${value}px`;
  if (typeof value !== "string") return fallback;
  return RADII[value.toLowerCase()] ?? size(value) ?? fallback;
}

/** A length of CSS; bare numbers are pixels, and what is no length is left out. */
function size(value: unknown): string | undefined {
  if (typeof value === "number") return `${value}px`;
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  if (/^\d*\.?\d+$/.test(text)) return `${text}px`;
  return /^\d*\.?\d+(px|rem|em|%|vw|vh)$/.test(text) ? text : undefined;
}

const NESTED = "nested-";
const LEVELS = [1, 2, 3, 4, 5, 6] as const;

/** One value for all levels, or one each; levels without one keep their default. */
function headings(prefix: string, name: string, given: unknown, read: (value: unknown) => string | undefined): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const level of LEVELS) {
    const value = read(Array.isArray(given) ? given[level - 1] : given);
    if (value !== undefined) variables[`--${prefix}h${level}-${name}`] = value;
  }
  return variables;
}

const weight = (value: unknown): string | undefined => {
  const number = typeof value === "string" ? Number(value) : value;
  return typeof number === "number" && number >= 1 && number <= 1000 ? String(number) : undefined;
};

/**
 * Variables of fonts, sizes, weights and corners. Those that no option sets are left out: the style sheets know their own.
 * @param flat options that count at the place in question
 */
export function shapeVariables(flat: ThemeOptions, place: { font: string; monoFont: string; sidebar: boolean }): Record<string, string> {
  const { font, monoFont, sidebar } = place;
  const base = radius(flat.baseRadius, "0.5rem");
  const usual = Number(weight(flat.baseFontWeight) ?? 400);
  const own: Record<string, string | undefined> = {
    "--code-size": size(flat.codeFontSize),
    "--code-weight": weight(flat.codeFontWeight),
    "--metric-size": size(flat.metricValueFontSize),
    "--metric-weight": weight(flat.metricValueFontWeight),
    "--padding-top": size(flat.paddingTop),
    "--padding-bottom": size(flat.paddingBottom),
  };
  return {
    "--font": font,
    "--font-mono": monoFont,
    "--font-heading": fontFamily(flat.headingFont, font),
    "--weight": String(usual),
    "--weight-strong": String(Math.min(900, usual + 200)),
    "--radius": base,
    "--radius-small": `calc(${base} / 2)`,
    "--radius-large": `calc(${base} * 1.5)`,
    "--radius-button": radius(flat.buttonRadius, base),
    "--input-border": flat.showWidgetBorder === true ? "var(--border)" : "transparent",
    "--sidebar-line": flat.showSidebarBorder === true ? "var(--border)" : "transparent",
    "--link-line": flat.linkUnderline === false ? "none" : "underline",
    // Headings in sidebar and dialogs are smaller: sizes of the page do not reach them, weights do.
    ...headings(sidebar ? NESTED : "", "size", flat.headingFontSizes, size),
    ...headings("", "weight", flat.headingFontWeights, weight),
    ...headings(NESTED, "weight", flat.headingFontWeights, weight),
    ...(Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)) as Record<string, string>),
  };
}
