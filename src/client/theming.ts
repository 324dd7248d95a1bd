import { useLayoutEffect, useMemo } from "react";
import { useMedia } from "../ui/hooks.ts";
import { baseOf, makeTheme, type Theme, type ThemeOptions } from "../ui/theme.ts";
import { useFontFaces } from "./font-faces.ts";
import type { AppLocation } from "./location.ts";
import type { Preferences } from "./preferences.ts";

const TABLES = new Set(["light", "dark", "sidebar", "fontFaces", "base"]);

/** True when the app has colours or shapes of its own, beyond its tables for light and dark. */
export function hasCustomTheme(options: ThemeOptions): boolean {
  return options.base !== undefined || Object.keys(options).some((name) => !TABLES.has(name) && options[name] !== undefined);
}

export interface Themes {
  main: Theme;
  sidebar: Theme;
  custom: boolean;
  choice: NonNullable<Preferences["theme"]>;
}

/** What is being tried in the theme editor, in place of what is configured. */
export interface ThemeDraft {
  options: ThemeOptions;
}

interface Wish {
  preference: Preferences["theme"];
  location: AppLocation;
  draft: ThemeDraft | null;
}

/** The theme in use: the editor's draft, else the viewer's choice, else the app's own, else the system's. */
export function useThemes(configured: ThemeOptions, { preference, location, draft }: Wish): Themes {
  const systemDark = useMedia("(prefers-color-scheme: dark)");
  const { embed, base: home } = location;
  const options = draft?.options ?? configured;
  // Canvases measure their texts: they are drawn again when a font has come.
  const fonts = useFontFaces(options.fontFaces, home);
  const themes = useMemo(() => {
    const custom = hasCustomTheme(options);
    const choice = draft ? "custom" : (preference ?? (custom ? "custom" : "system"));
    const system = systemDark ? "dark" : "light";
    const used = choice === "custom" || !custom ? options : tablesOnly(options);
    let base: "light" | "dark" = choice === "light" || choice === "dark" ? choice : system;
    if (choice === "custom") base = baseOf(options) ?? system;
    if (embed.options.has("light_theme")) base = "light";
    if (embed.options.has("dark_theme")) base = "dark";
    return { main: makeTheme(used, base), sidebar: makeTheme(used, base, true), custom, choice, used, fonts };
  }, [options, preference, systemDark, embed, draft, fonts]);
  useLayoutEffect(() => paint(themes.main, themes.used.baseFontSize), [themes]);
  return themes;
}

/** Puts a theme on the page; what the one before had set and this one does not is taken away. */
function paint({ base, variables }: Theme, size: unknown): () => void {
  const root = document.documentElement;
  root.dataset.theme = base;
  for (const [name, value] of Object.entries(variables)) root.style.setProperty(name, value);
  root.style.fontSize = typeof size === "number" || /^\d+(\.\d+)?$/.test(String(size ?? "")) ? `${size}px` : typeof size === "string" ? size : "";
  return () => {
    for (const name of Object.keys(variables)) root.style.removeProperty(name);
  };
}

function tablesOnly({ light, dark, sidebar, fontFaces }: ThemeOptions): ThemeOptions {
  return { light, dark, sidebar, fontFaces };
}
