import type { Theme as GridTheme } from "@glideapps/glide-data-grid";
import type { Theme } from "../../ui/theme.ts";

/** The looks of the grid, in the colours of the page. */
export function gridTheme(theme: Theme): Partial<GridTheme> {
  const { background, secondaryBackground, text, secondaryText, primary, border, tableLine, tableHead, font, variables } = theme;
  return {
    accentColor: variables["--primary-mark"] ?? primary,
    accentFg: variables["--on-primary"] ?? "#fff",
    accentLight: variables["--primary-soft"] ?? secondaryBackground,
    textDark: text,
    textMedium: secondaryText,
    textLight: secondaryText,
    textBubble: text,
    bgIconHeader: secondaryText,
    fgIconHeader: background,
    textHeader: secondaryText,
    textGroupHeader: secondaryText,
    textHeaderSelected: variables["--on-primary"] ?? "#fff",
    bgCell: background,
    bgCellMedium: secondaryBackground,
    bgHeader: tableHead,
    bgHeaderHasFocus: tableHead,
    bgHeaderHovered: variables["--track"] ?? secondaryBackground,
    bgBubble: secondaryBackground,
    bgBubbleSelected: secondaryBackground,
    bgSearchResult: theme.base === "dark" ? "#5c4a00" : "#fff1a8",
    borderColor: tableLine,
    horizontalBorderColor: tableLine,
    drilldownBorder: border,
    linkColor: variables["--link"] ?? primary,
    fontFamily: font,
    baseFontStyle: "14px",
    headerFontStyle: "14px",
    editorFontSize: "14px",
    cellHorizontalPadding: 8,
    cellVerticalPadding: 3,
  };
}
