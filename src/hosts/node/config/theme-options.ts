import type { ConfigOption, OptionType } from "./option.ts";

type Row = readonly [name: string, type: OptionType, about: string];

const COLORS = ["red", "orange", "yellow", "blue", "green", "violet", "gray"];

const palette: Row[] = COLORS.flatMap((color): Row[] => [
  [`${color}Color`, "string", `The ${color} of texts, badges and charts.`],
  [`${color}BackgroundColor`, "string", `Background of ${color} texts and badges; made from ${color}Color when not set.`],
  [`${color}TextColor`, "string", `Colour of ${color} texts; made from ${color}Color when not set.`],
]);

/** What main area and sidebar both have. */
const shared: Row[] = [
  ["primaryColor", "string", "Accent: selected, focused and primary things."],
  ["backgroundColor", "string", "Background of the page."],
  ["secondaryBackgroundColor", "string", "Background of inputs, code and the sidebar."],
  ["textColor", "string", "Colour of nearly all text."],
  ...palette,
  ["linkColor", "string", "Colour of links."],
  ["linkUnderline", "boolean", "Underline links."],
  ["codeTextColor", "string", "Colour of inline code."],
  ["codeBackgroundColor", "string", "Background of code."],
  ["font", "string", "Font of text: sans-serif, serif, monospace, a name of fontFaces, or a list as in CSS."],
  ["headingFont", "string", "Font of headings; the font of text when not set."],
  ["headingFontSizes", "text or list", "Sizes of h1 to h6, one for all or one each."],
  ["headingFontWeights", "number or list", "Weights of h1 to h6, one for all or one each."],
  ["codeFont", "string", "Font of code."],
  ["codeFontSize", "string", "Size of code."],
  ["codeFontWeight", "integer", "Weight of code, 100 to 600."],
  ["baseRadius", "string", "Roundness of corners: none, small, medium, large, full, or a size in px or rem."],
  ["buttonRadius", "string", "Roundness of buttons; baseRadius when not set."],
  ["borderColor", "string", "Colour of lines around elements."],
  ["dataframeBorderColor", "string", "Colour of lines in tables."],
  ["dataframeHeaderBackgroundColor", "string", "Background of table headers."],
  ["showWidgetBorder", "boolean", "Draw a line around inputs that are not focused."],
  ["metricValueFontSize", "string", "Size of the number in a metric."],
  ["metricValueFontWeight", "integer", "Weight of the number in a metric."],
  ["paddingTop", "string", "Space above the content."],
  ["paddingBottom", "string", "Space below the content."],
  ["chartCategoricalColors", "list", "Colours of the series of a chart, in order."],
  ["chartSequentialColors", "list", "Ten colours from little to much."],
  ["chartDivergingColors", "list", "Ten colours from one extreme through the middle to the other."],
];

/** What exists once per page. */
const whole: Row[] = [["showSidebarBorder", "boolean", "Draw a line between sidebar and page."]];

const rootOnly: Row[] = [
  ["fontFaces", "tables", "Fonts to load: family, url, weight, style, unicodeRange of each."],
  ["baseFontSize", "integer", "Size of text in pixels, from which all other sizes follow."],
  ["baseFontWeight", "integer", "Weight of text, 100 to 600."],
];

function under(prefix: string, rows: Row[], note: string): ConfigOption[] {
  return rows.map(([name, type, about]) => ({ name: `${prefix}.${name}`, type, default: null, about: about + note, live: true }));
}

/** Every option of `[theme]`, `[theme.sidebar]`, `[theme.light]` and `[theme.dark]` with their sidebars. */
export function themeOptions(): ConfigOption[] {
  const base: ConfigOption = {
    name: "theme.base",
    type: "string",
    default: null,
    about: "What the theme starts from: light, dark, or the path of a TOML file whose [theme] counts wherever this one says nothing.",
    choices: ["light", "dark"],
    lenient: true,
    orFile: true,
    live: true,
  };
  const of = (mode: string, note: string): ConfigOption[] => [
    ...under(`theme.${mode}`, [...shared, ...whole], note),
    ...under(`theme.${mode}.sidebar`, shared, ` In the sidebar,${note.replace(/^ I/, " i")}`),
  ];
  return [
    base,
    ...under("theme", [...shared, ...whole, ...rootOnly], ""),
    ...under("theme.sidebar", shared, " In the sidebar."),
    ...of("light", " In light mode."),
    ...of("dark", " In dark mode."),
  ];
}
