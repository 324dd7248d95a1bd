import { BLACK, contrast, fade, formatColor, luminance, mix, over, parseColor, readable, WHITE, type Rgb } from "./color.ts";
import { COLOR_NAMES, DARK, DIVERGING, LIGHT, type Palette, SEQUENTIAL } from "./palette.ts";
import { fontFamily, MONO, SANS, shapeVariables } from "./theme-shapes.ts";

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
  /** Lines and header of tables. */
  tableLine: string;
  tableHead: string;
  font: string;
  monoFont: string;
  categories: string[];
  sequential: string[];
  diverging: string[];
  variables: Record<string, string>;
}

/** The options that count for one base: the general ones, then those of the base's own table. */
export function optionsFor(options: ThemeOptions, base: "light" | "dark", sidebar = false): ThemeOptions {
  const table = (from: ThemeOptions | undefined, name: string) => (from?.[name] ?? {}) as ThemeOptions;
  const flat = { ...options, ...table(options, base) };
  if (!sidebar) return flat;
  return { ...flat, ...sidebarSwap(flat), ...table(options, "sidebar"), ...table(table(options, base), "sidebar") };
}

/** In the sidebar the two backgrounds change places, so that its widgets stand out; headings have a scale of their own. */
function sidebarSwap(flat: ThemeOptions): ThemeOptions {
  return { backgroundColor: flat.secondaryBackgroundColor, secondaryBackgroundColor: flat.backgroundColor, headingFontSizes: undefined };
}

const colorOf = (value: unknown): Rgb | null => (typeof value === "string" ? parseColor(value) : null);

const lookOf = (ground: Rgb): "light" | "dark" => (luminance(ground) > 0.5 ? "light" : "dark");

/** Light or dark, from the luminance of the background, also for custom themes; light texts alone ask for a dark ground. */
export function baseOf(options: ThemeOptions): "light" | "dark" | null {
  const background = colorOf(options.backgroundColor);
  if (background) return lookOf(background);
  if (options.base === "dark" || options.base === "light") return options.base;
  const text = colorOf(options.textColor);
  if (!text) return null;
  return lookOf(text) === "light" ? "dark" : "light";
}

/** A sidebar with a background of its own may be dark beside a light page; then texts of the page do not count in it. */
function sidebarLook(options: ThemeOptions, base: "light" | "dark"): { base: "light" | "dark"; flat: ThemeOptions } {
  const flat = optionsFor(options, base, true);
  const tables = [options.sidebar, (options[base] as ThemeOptions | undefined)?.sidebar] as (ThemeOptions | undefined)[];
  const own = (name: string) => colorOf(tables[1]?.[name]) ?? colorOf(tables[0]?.[name]);
  const ground = own("backgroundColor");
  if (!ground || lookOf(ground) === base) return { base, flat };
  const other = lookOf(ground);
  const kept = {
    textColor: own("textColor"),
    secondaryBackgroundColor: own("secondaryBackgroundColor") ?? mix(ground, other === "dark" ? BLACK : WHITE, 0.35),
  };
  const given = Object.fromEntries(Object.entries(kept).map(([name, color]) => [name, color ? formatColor(color) : undefined]));
  return { base: other, flat: { ...flat, ...given } };
}

interface Ink {
  palette: Palette;
  background: Rgb;
  secondary: Rgb;
  text: Rgb;
  primary: Rgb;
}

function ink(options: ThemeOptions, palette: Palette, sidebar: boolean): Ink {
  const color = (name: string, fallback: string): Rgb => colorOf(options[name]) ?? (parseColor(fallback) as Rgb);
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
 * @param look the look chosen by the viewer or the system
 * @param sidebar true for the variables of the sidebar, whose backgrounds are swapped
 */
export function makeTheme(options: ThemeOptions, look: "light" | "dark", sidebar = false): Theme {
  const { base, flat } = sidebar ? sidebarLook(options, look) : { base: look, flat: optionsFor(options, look) };
  const palette = base === "dark" ? DARK : LIGHT;
  const colors = ink(flat, palette, sidebar);
  const grounds = [colors.background, colors.secondary];
  const secondaryText = readable(over(fade(colors.text, 0.6), colors.background), grounds);
  const border = colorOf(flat.borderColor) ?? fade(colors.text, 0.2);
  const tableLine = colorOf(flat.dataframeBorderColor) ?? colorOf(flat.borderColor) ?? fade(colors.text, 0.1);
  const font = fontFamily(flat.font, SANS);
  const monoFont = fontFamily(flat.codeFont, MONO);
  return {
    base,
    background: formatColor(colors.background),
    secondaryBackground: formatColor(colors.secondary),
    text: formatColor(colors.text),
    secondaryText: formatColor(secondaryText),
    primary: formatColor(colors.primary),
    border: formatColor(border),
    grid: gridOf(flat, colors),
    tableLine: formatColor(tableLine),
    tableHead: formatColor(colorOf(flat.dataframeHeaderBackgroundColor) ?? colors.secondary),
    font,
    monoFont,
    ...chartColors(flat, palette),
    variables: {
      ...baseVariables(colors, secondaryText, formatColor(border)),
      ...tableVariables(flat, tableLine),
      ...primaryVariables(colors),
      ...namedColors(flat, colors),
      ...shapeVariables(flat, { font, monoFont, sidebar }),
    },
  };
}

/** Lines behind a chart; on grounds of one's own they are made from the text. */
function gridOf(flat: ThemeOptions, { palette, text, background }: Ink): string {
  if (flat.textColor === undefined && flat.backgroundColor === undefined) return palette === DARK ? "#31333f" : "#e6eaf1";
  return formatColor(over(fade(text, 0.12), background));
}

function chartColors(flat: ThemeOptions, palette: Palette): Pick<Theme, "categories" | "sequential" | "diverging"> {
  const list = (name: string, fallback: string[]) => {
    const given = Array.isArray(flat[name]) ? (flat[name] as unknown[]).filter((color): color is string => colorOf(color) !== null) : [];
    return given.length > 0 ? given : fallback;
  };
  return {
    categories: list("chartCategoricalColors", palette.categories),
    sequential: list("chartSequentialColors", palette === DARK ? [...SEQUENTIAL].reverse() : SEQUENTIAL),
    diverging: list("chartDivergingColors", DIVERGING),
  };
}

function tableVariables(flat: ThemeOptions, line: Rgb): Record<string, string> {
  const head = colorOf(flat.dataframeHeaderBackgroundColor);
  return { "--table-line": formatColor(line), ...(head ? { "--table-head": formatColor(head) } : {}) };
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
  const own = (name: string) => colorOf(flat[name]);
  const variables: Record<string, string> = {};
  for (const name of COLOR_NAMES) {
    const color = own(`${name}Color`);
    const tint = own(`${name}BackgroundColor`) ?? fade(color ?? (parseColor(palette.tints[name]) as Rgb), palette.tintOpacity);
    const grounds = [background, secondary, over(tint, background), over(tint, secondary)];
    // Whoever names the colour of a text gets exactly that; a colour made from another is moved until it can be read.
    const text = own(`${name}TextColor`) ?? readable(color ?? (parseColor(palette.colors[name]) as Rgb), grounds);
    variables[`--${name}`] = formatColor(text);
    variables[`--${name}-bg`] = formatColor(tint);
    variables[`--${name}-line`] = color ? formatColor(color) : palette.dividers[name];
  }
  for (const [name, { tint, opacity, text }] of Object.entries(palette.alerts)) {
    const fill = fade(parseColor(tint) as Rgb, opacity);
    const grounds = [over(fill, background), over(fill, secondary)];
    variables[`--${name}-bg`] = formatColor(fill);
    variables[`--${name}-text`] = formatColor(readable(parseColor(text) as Rgb, grounds));
  }
  const hasOwnGround = flat.backgroundColor !== undefined || flat.secondaryBackgroundColor !== undefined;
  const codeBackground = own("codeBackgroundColor") ?? (hasOwnGround ? mix(background, secondary, 0.6) : (parseColor(palette.codeBackground) as Rgb));
  variables["--code-bg"] = formatColor(codeBackground);
  if (own("codeBackgroundColor")) Object.assign(variables, syntaxColors(over(codeBackground, background)));
  variables["--code-text"] = formatColor(own("codeTextColor") ?? readable(parseColor(palette.codeText) as Rgb, [over(codeBackground, background)]));
  variables["--link"] = formatColor(own("linkColor") ?? readable(parseColor(palette.link) as Rgb, [background, secondary]));
  return variables;
}

/** Colours of code on a ground of its own, which may be dark where the page is light. */
function syntaxColors(ground: Rgb): Record<string, string> {
  const palette = lookOf(ground) === "dark" ? DARK : LIGHT;
  const text = parseColor(palette.text) as Rgb;
  const colors = COLOR_NAMES.map((name) => [name, parseColor(palette.colors[name]) as Rgb] as const);
  const all = [["plain", text], ["faint", over(fade(text, 0.6), ground)], ...colors] as const;
  return Object.fromEntries(all.map(([name, color]) => [`--code-${name}`, formatColor(readable(color, [ground]))]));
}
