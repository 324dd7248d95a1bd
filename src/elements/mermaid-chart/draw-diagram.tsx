import { formatColor, parseColor, readable } from "../../ui/color.ts";
import type { Theme } from "../../ui/theme.ts";

/** One diagram after the other: the library has one set of options for all of them. */
let queue: Promise<unknown> = Promise.resolve();

/** Draws a diagram in the colours of the theme; fails with what is wrong with its description. */
export function drawDiagram(id: string, body: string, theme: Theme): Promise<string> {
  const drawn = queue.then(() => draw(id, body, theme));
  queue = drawn.catch(() => {});
  return drawn;
}

async function draw(id: string, body: string, theme: Theme): Promise<string> {
  const { default: mermaid } = await import("mermaid");
  mermaid.initialize({
    startOnLoad: false,
    // Nothing in a description can run or leave the diagram.
    securityLevel: "strict",
    suppressErrorRendering: true,
    theme: "base",
    fontFamily: theme.font,
    themeVariables: colors(theme),
  });
  await document.fonts.ready;
  const { svg } = await mermaid.render(id, body);
  return svg;
}

const WORDS_ON_SLICES = "#0e1117";

/** The colour of a slice, light enough for the words on it. */
function slice(color: string): string {
  const [own, words] = [parseColor(color), parseColor(WORDS_ON_SLICES)];
  return own && words ? formatColor(readable(own, [words])) : color;
}

function colors(theme: Theme): Record<string, string | boolean> {
  const { base, background, secondaryBackground, text, secondaryText, primary, font, categories } = theme;
  return {
    darkMode: base === "dark",
    fontFamily: font,
    fontSize: "15px",
    background,
    primaryColor: secondaryBackground,
    primaryTextColor: text,
    primaryBorderColor: secondaryText,
    secondaryColor: secondaryBackground,
    tertiaryColor: background,
    lineColor: secondaryText,
    textColor: text,
    mainBkg: secondaryBackground,
    nodeBorder: secondaryText,
    clusterBkg: background,
    clusterBorder: secondaryText,
    titleColor: text,
    edgeLabelBackground: background,
    noteBkgColor: secondaryBackground,
    noteTextColor: text,
    noteBorderColor: secondaryText,
    actorBkg: secondaryBackground,
    actorTextColor: text,
    actorBorder: secondaryText,
    signalColor: text,
    signalTextColor: text,
    labelBoxBkgColor: secondaryBackground,
    labelTextColor: text,
    activationBkgColor: background,
    activationBorderColor: primary,
    sequenceNumberColor: background,
    pieTitleTextColor: text,
    pieSectionTextColor: WORDS_ON_SLICES,
    pieOpacity: "1",
    pieLegendTextColor: text,
    pieStrokeColor: background,
    pieOuterStrokeColor: background,
    ...Object.fromEntries(categories.map((color, at) => [`pie${at + 1}`, slice(color)])),
    gridColor: secondaryText,
    todayLineColor: primary,
    taskTextColor: text,
    taskTextDarkColor: text,
    taskTextOutsideColor: text,
    taskBkgColor: secondaryBackground,
    taskBorderColor: secondaryText,
    sectionBkgColor: secondaryBackground,
    altSectionBkgColor: background,
  };
}
