/** The dialogs that a viewer can open. */
export type DialogName = "settings" | "about" | "clearCache" | "shortcuts" | "themeEditor" | "commands";
