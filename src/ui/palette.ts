/** Names of the colours that Markdown, dividers, badges and charts know. */
export const COLOR_NAMES = ["red", "orange", "yellow", "green", "blue", "violet", "gray"] as const;
export type ColorName = (typeof COLOR_NAMES)[number];

export interface Palette {
  background: string;
  secondaryBackground: string;
  text: string;
  primary: string;
  link: string;
  codeBackground: string;
  codeText: string;
  track: string;
  hover: string;
  raised: string;
  /** Readable colours of text, by name. */
  colors: Record<ColorName, string>;
  /** The full colours that tints are made of, by name. */
  tints: Record<ColorName, string>;
  tintOpacity: number;
  dividers: Record<ColorName, string>;
  alerts: Record<"info" | "success" | "warning" | "error", { tint: string; opacity: number; text: string }>;
  categories: string[];
}

const BLUES = ["#0068c9", "#83c9ff"];
const REST = ["#ff2b2b", "#ffabab", "#29b09d", "#7defa1", "#ff8700", "#ffd16a", "#6d3fc0", "#d5dae5"];

export const SEQUENTIAL = ["#e4f5ff", "#c7ebff", "#a6dcff", "#83c9ff", "#60b4ff", "#3d9df3", "#1c83e1", "#0068c9", "#0054a3", "#004280"];
export const DIVERGING = ["#7d353b", "#bd4043", "#ff4b4b", "#ff8c8c", "#ffc7c7", "#a6dcff", "#60b4ff", "#1c83e1", "#0054a3", "#004280"];

export const LIGHT: Palette = {
  background: "#ffffff",
  secondaryBackground: "#f0f2f6",
  text: "#31333f",
  primary: "#ff4b4b",
  link: "#0068c9",
  codeBackground: "#f8f9fb",
  codeText: "#158237",
  track: "#d5dae5",
  hover: "rgba(151, 166, 195, 0.25)",
  raised: "#ffffff",
  colors: {
    red: "#ff2b2b",
    orange: "#d95a00",
    yellow: "#dea816",
    green: "#158237",
    blue: "#0068c9",
    violet: "#6d3fc0",
    gray: "#555867",
  },
  tints: {
    red: "#ff2b2b",
    orange: "#ffa421",
    yellow: "#ffff12",
    green: "#21c354",
    blue: "#1c83e1",
    violet: "#803df5",
    gray: "#808495",
  },
  tintOpacity: 0.1,
  dividers: {
    red: "#ff6c6c",
    orange: "#ffbd45",
    yellow: "#ffe312",
    green: "#3dd56d",
    blue: "#3d9df3",
    violet: "#9a5dff",
    gray: "#a3a8b8",
  },
  alerts: {
    info: { tint: "#1c83e1", opacity: 0.1, text: "#004280" },
    success: { tint: "#21c354", opacity: 0.1, text: "#177233" },
    warning: { tint: "#ffe312", opacity: 0.1, text: "#926c05" },
    error: { tint: "#ff2b2b", opacity: 0.09, text: "#7d353b" },
  },
  categories: [...BLUES, ...REST],
};

export const DARK: Palette = {
  background: "#0e1117",
  secondaryBackground: "#262730",
  text: "#fafafa",
  primary: "#ff4b4b",
  link: "#3d9df3",
  codeBackground: "#1a1c24",
  codeText: "#5ce488",
  track: "#4a4d5a",
  hover: "rgba(172, 177, 195, 0.25)",
  raised: "#181b24",
  colors: {
    red: "#ff4b4b",
    orange: "#ffbd45",
    yellow: "#ffff7d",
    green: "#3dd56d",
    blue: "#60b4ff",
    violet: "#b27eff",
    gray: "#808495",
  },
  tints: {
    red: "#ff6c6c",
    orange: "#ff8700",
    yellow: "#ffff12",
    green: "#21c354",
    blue: "#3d9df3",
    violet: "#803df5",
    gray: "#808495",
  },
  tintOpacity: 0.3,
  dividers: {
    red: "#bd4043",
    orange: "#d95a00",
    yellow: "#faca2b",
    green: "#158237",
    blue: "#0054a3",
    violet: "#583f84",
    gray: "#555867",
  },
  alerts: {
    info: { tint: "#3d9df3", opacity: 0.2, text: "#c7ebff" },
    success: { tint: "#3dd56d", opacity: 0.2, text: "#dffde9" },
    warning: { tint: "#ffe312", opacity: 0.2, text: "#ffffc2" },
    error: { tint: "#ff6c6c", opacity: 0.2, text: "#ffdede" },
  },
  categories: [BLUES[1] as string, BLUES[0] as string, ...REST.flatMap((_, i) => (i % 2 ? [] : [REST[i + 1] as string, REST[i] as string]))],
};
