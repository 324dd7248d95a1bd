import { useLayoutEffect, useMemo } from "react";
import { useMedia } from "../ui/hooks.ts";
import { baseOf, makeTheme, type Theme, type ThemeOptions } from "../ui/theme.ts";
import type { Embed } from "./location.ts";
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

/** The theme in use: the viewer's choice, else the app's own, else the system's. */
export function useThemes(options: ThemeOptions, preference: Preferences["theme"], embed: Embed): Themes {
  const systemDark = useMedia("(prefers-color-scheme: dark)");
  const themes = useMemo(() => {
    const custom = hasCustomTheme(options);
    const choice = preference ?? (custom ? "custom" : "system");
    const system = systemDark ? "dark" : "light";
    const used = choice === "custom" || !custom ? options : tablesOnly(options);
    let base: "light" | "dark" = choice === "light" || choice === "dark" ? choice : system;
    if (choice === "custom") base = baseOf(options) ?? system;
    if (embed.options.has("light_theme")) base = "light";
    if (embed.options.has("dark_theme")) base = "dark";
    return { main: makeTheme(used, base), sidebar: makeTheme(used, base, true), custom, choice, used };
  }, [options, preference, systemDark, embed]);
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset.theme = themes.main.base;
    for (const [name, value] of Object.entries(themes.main.variables)) root.style.setProperty(name, value);
    const size = themes.used.baseFontSize;
    root.style.fontSize = typeof size === "number" ? `${size}px` : typeof size === "string" ? size : "";
  }, [themes]);
  return themes;
}

function tablesOnly(options: ThemeOptions): ThemeOptions {
  return { light: options.light, dark: options.dark, sidebar: options.sidebar };
}
