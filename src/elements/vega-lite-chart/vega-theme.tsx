import type { Theme } from "../../ui/theme.ts";

/** Configuration of Vega-Lite that gives a chart the looks of the app. */
export function vegaTheme(theme: Theme): Record<string, unknown> {
  const { text, secondaryText, grid, font, categories, sequential, diverging } = theme;
  const plain = {
    labelFont: font,
    titleFont: font,
    labelFontSize: 12,
    labelColor: secondaryText,
    titleColor: secondaryText,
    titleFontSize: 12,
    titleFontWeight: 400,
  };
  return {
    aria: false,
    background: "transparent",
    font,
    view: { stroke: "transparent", continuousHeight: 350, continuousWidth: 400, discreteHeight: { step: 28 } },
    axis: {
      ...plain,
      domain: false,
      ticks: false,
      grid: true,
      gridColor: grid,
      gridWidth: 1,
      labelPadding: 8,
      labelSeparation: 8,
      titlePadding: 12,
      labelLimit: 180,
      tickColor: grid,
      domainColor: grid,
    },
    axisBand: { grid: false },
    axisTemporal: { grid: false },
    legend: {
      ...plain,
      labelFontSize: 14,
      titleFontSize: 14,
      symbolType: "circle",
      symbolBaseFillColor: secondaryText,
      symbolBaseStrokeColor: secondaryText,
      symbolSize: 90,
      columnPadding: 16,
      labelLimit: 240,
      padding: 4,
      gradientLength: 160,
    },
    title: { font, color: text, fontSize: 16, fontWeight: 600, anchor: "start", offset: 12, subtitleFont: font, subtitleColor: secondaryText },
    header: plain,
    range: { category: categories, ramp: sequential, heatmap: sequential, ordinal: sequential, diverging },
    mark: { color: categories[0], tooltip: true },
    arc: { stroke: theme.background },
    bar: { binSpacing: 2, discreteBandSize: { band: 0.85 } },
    scale: { bandPaddingInner: 0.15 },
    rule: { color: text },
    text: { color: text, font },
    line: { strokeWidth: 2 },
    point: { filled: true, size: 64 },
  };
}
