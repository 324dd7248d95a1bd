import { BLACK, contrast, fade, formatColor, luminance, mix, over, parseColor, readable, WHITE, type Rgb } from "./color.ts";
import { COLOR_NAMES, DARK, DIVERGING, LIGHT, type Palette, SEQUENTIAL } from "./palette.ts";

/** Options of `[theme]` as the server sends them; unknown ones are ignored. */
export type ThemeOptions = Record<string, unknown>;

/** A theme ready to paint: what canvases and charts need, and the variables of the style sheet. */
export interface Theme {
  base: "light" | "dark";
  background: string;
  secondaryBackground: string;
  text: string;
  secondaryText: string;
  primary: string;
  border: string;
  grid: string;
  font: string;
  monoFont: string;
  categories: string[];
  sequential: string[];
  diverging: string[];
  variables: Record<string, string>;
}

const SANS = '"Source Sans 3 Variable", "Source Sans 3", system-ui, sans-serif';
const SERIF = '"Source Serif 4 Variable", "Source Serif 4", Georgia, serif';
const MONO = '"Source Code Pro Variable", "Source Code Pro", ui-monospace, monospace';

/** `sans-serif`, `serif`, `monospace` name the fonts that come with the page; anything else is a font family. */
function fontFamily(name: unknown, fallback: string): string {
  if (typeof name !== "string" || !name.trim()) return fallback;
  const plain = name.trim().toLowerCase();
  if (plain === "sans-serif" || plain === "sans serif") return SANS;
  if (plain === "serif") return SERIF;
  if (plain === "monospace") return MONO;
  return `${name}, ${fallback}`;
}

const RADII: Record<string, string> = { none: "0", small: "0.25rem", medium: "0.5rem", large: "0.75rem", full: "2rem" };

function radius(value: unknown, fallback: string): string {
  if (typeof value === "number") return `${value}px`;
  if (typeof value !== "string") return fallback;
  return RADII[value] ?? (/^\d+(\.\d+)?$/.test(value) ? `${value}px` : value);
}

function size(value: unknown, fallback: string): string {
  if (typeof value === "number") return `${value}px`;
  return typeof value === "string" ? value : fallback;
}

/** The options that count for one base: the general ones, then those of the base's own table. */
export function optionsFor(options: ThemeOptions, base: "light" | "dark", sidebar = false): ThemeOptions {
  const table = (from: ThemeOptions | undefined, name: string) => (from?.[name] ?? {}) as ThemeOptions;
  const flat = { ...options, ...table(options, base) };
  if (!sidebar) return flat;
  return { ...flat, ...sidebarSwap(flat), ...table(options, "sidebar"), ...table(table(options, base), "sidebar") };
}

/** In the sidebar the two backgrounds change places, so that its widgets stand out. */
function sidebarSwap(flat: ThemeOptions): ThemeOptions {
  return { backgroundColor: flat.secondaryBackgroundColor, secondaryBackgroundColor: flat.backgroundColor };
}

/** Light or dark, from the luminance of the background, also for custom themes. */
export function baseOf(options: ThemeOptions): "light" | "dark" | null {
  const background = typeof options.backgroundColor === "string" ? parseColor(options.backgroundColor) : null;
  if (background) return luminance(background) > 0.5 ? "light" : "dark";
  return options.base === "dark" || options.base === "light" ? options.base : null;
}

interface Ink {
  palette: Palette;
  background: Rgb;
  secondary: Rgb;
  text: Rgb;
  primary: Rgb;
}

function ink(options: ThemeOptions, palette: Palette, sidebar: boolean): Ink {
  const color = (name: string, fallback: string): Rgb => {
    const given = options[name];
    return (typeof given === "string" ? parseColor(given) : null) ?? (parseColor(fallback) as Rgb);
  };
  const [first, second] = sidebar ? [palette.secondaryBackground, palette.background] : [palette.background, palette.secondaryBackground];
  return {
    palette,
    background: color("backgroundColor", first),
    secondary: color("secondaryBackgroundColor", second),
    text: color("textColor", palette.text),
    primary: color("primaryColor", palette.primary),
  };
}

/**
 * Makes a theme of the configured options.
 * @param options `[theme]` of the configuration
 * @param base the look chosen by the viewer or the system
 * @param sidebar true for the variables of the sidebar, whose backgrounds are swapped
 */
export function makeTheme(options: ThemeOptions, base: "light" | "dark", sidebar = false): Theme {
  const flat = optionsFor(options, base, sidebar);
  const palette = base === "dark" ? DARK : LIGHT;
  const colors = ink(flat, palette, sidebar);
  const grounds = [colors.background, colors.secondary];
  const secondaryText = readable(over(fade(colors.text, 0.6), colors.background), grounds);
  const border = formatColor(parseColor(String(flat.borderColor ?? "")) ?? fade(colors.text, 0.2));
  const list = (name: string, fallback: string[]) => (Array.isArray(flat[name]) ? (flat[name] as string[]) : fallback);
  const font = fontFamily(flat.font, SANS);
  const monoFont = fontFamily(flat.codeFont, MONO);
  return {
    base,
    background: formatColor(colors.background),
    secondaryBackground: formatColor(colors.secondary),
    text: formatColor(colors.text),
    secondaryText: formatColor(secondaryText),
    primary: formatColor(colors.primary),
    border,
    grid: base === "dark" ? "#31333f" : "#e6eaf1",
    font,
    monoFont,
    categories: list("chartCategoricalColors", palette.categories),
    sequential: list("chartSequentialColors", base === "dark" ? [...SEQUENTIAL].reverse() : SEQUENTIAL),
    diverging: list("chartDivergingColors", DIVERGING),
    variables: {
      ...baseVariables(colors, secondaryText, border),
      ...primaryVariables(colors),
      ...namedColors(flat, colors),
      ...shapeVariables(flat, font, monoFont),
    },
  };
}

function baseVariables(colors: Ink, secondaryText: Rgb, border: string): Record<string, string> {
  const { palette, background, secondary, text } = colors;
  const raised = mix(background, WHITE, palette === DARK ? 0.05 : 0.8);
  return {
    "--bg": formatColor(background),
    "--bg-2": formatColor(secondary),
    "--raised": formatColor(raised),
    "--text": formatColor(text),
    "--text-2": formatColor(secondaryText),
    "--text-3": formatColor(fade(text, 0.4)),
    "--border": border,
    "--line": formatColor(fade(text, 0.1)),
    "--control-line": formatColor(readable(over(fade(text, 0.3), background), [background, secondary], 3)),
    "--hover": palette.hover,
    "--hover-weak": formatColor(fade(parseColor(palette.hover) as Rgb, 0.6)),
    "--track": palette.track,
    "--shadow": palette === DARK ? "0 4px 20px rgba(0, 0, 0, 0.5)" : "0 4px 16px rgba(38, 39, 48, 0.16)",
  };
}

function primaryVariables({ primary, background, secondary, palette, text }: Ink): Record<string, string> {
  const onPrimary = contrast(WHITE, primary) >= 2.9 ? WHITE : BLACK;
  // The fill moves just far enough for its own label to be read.
  const fill = readable(primary, [onPrimary]);
  const away = palette === DARK ? WHITE : BLACK;
  return {
    "--primary": formatColor(primary),
    "--primary-fill": formatColor(fill),
    "--primary-fill-hover": formatColor(readable(mix(fill, onPrimary === WHITE ? BLACK : away, 0.1), [onPrimary])),
    "--on-primary": formatColor(onPrimary),
    "--primary-text": formatColor(readable(primary, [background, secondary])),
    "--primary-mark": formatColor(readable(primary, [background], 3)),
    "--primary-soft": formatColor(fade(primary, 0.1)),
    "--ring": formatColor(readable(fade(primary, 0.85), [background, secondary], 3)),
    "--ring-neutral": formatColor(fade(text, 0.6)),
  };
}

function namedColors(flat: ThemeOptions, { palette, background, secondary }: Ink): Record<string, string> {
  const own = (name: string) => (typeof flat[name] === "string" ? parseColor(flat[name] as string) : null);
  const variables: Record<string, string> = {};
  for (const name of COLOR_NAMES) {
    const color = own(`${name}Color`);
    const tint = own(`${name}BackgroundColor`) ?? fade(color ?? (parseColor(palette.tints[name]) as Rgb), palette.tintOpacity);
    const grounds = [background, secondary, over(tint, background), over(tint, secondary)];
    const text = own(`${name}TextColor`) ?? color ?? (parseColor(palette.colors[name]) as Rgb);
    variables[`--${name}`] = formatColor(readable(text, grounds));
    variables[`--${name}-bg`] = formatColor(tint);
    variables[`--${name}-line`] = color ? formatColor(color) : palette.dividers[name];
  }
  for (const [name, { tint, opacity, text }] of Object.entries(palette.alerts)) {
    const fill = fade(parseColor(tint) as Rgb, opacity);
    const grounds = [over(fill, background), over(fill, secondary)];
    variables[`--${name}-bg`] = formatColor(fill);
    variables[`--${name}-text`] = formatColor(readable(parseColor(text) as Rgb, grounds));
  }
  const codeBackground = own("codeBackgroundColor") ?? (parseColor(palette.codeBackground) as Rgb);
  variables["--code-bg"] = formatColor(codeBackground);
  variables["--code-text"] = formatColor(readable(own("codeTextColor") ?? (parseColor(palette.codeText) as Rgb), [over(codeBackground, background)]));
  variables["--link"] = formatColor(readable(own("linkColor") ?? (parseColor(palette.link) as Rgb), [background, secondary]));
  return variables;
}

function shapeVariables(flat: ThemeOptions, font: string, monoFont: string): Record<string, string> {
  const base = radius(flat.baseRadius, "0.5rem");
  return {
    "--font": font,
    "--font-mono": monoFont,
    "--font-heading": fontFamily(flat.headingFont, font),
    "--weight": String(flat.baseFontWeight ?? 400),
    "--code-size": size(flat.codeFontSize, "0.875rem"),
    "--radius": base,
    "--radius-small": `calc(${base} / 2)`,
    "--radius-large": `calc(${base} * 1.5)`,
    "--radius-button": radius(flat.buttonRadius, base),
    "--input-border": flat.showWidgetBorder ? "var(--border)" : "transparent",
    "--link-line": flat.linkUnderline === false ? "none" : "underline",
  };
}
