import { AppError } from "../../engine/errors/errors.ts";
import { quote } from "../arguments.ts";

const MODIFIERS = new Set(["ctrl", "control", "cmd", "command", "meta", "mod", "alt", "option", "shift"]);
const KEYS = new Set([
  "backspace",
  "delete",
  "del",
  "down",
  "end",
  "enter",
  "return",
  "esc",
  "escape",
  "home",
  "left",
  "pagedown",
  "pageup",
  "right",
  "space",
  "tab",
  "up",
]);
/** The page itself uses these: clear the cache, rerun. */
const TAKEN = new Set(["c", "r"]);

/**
 * Checks a keyboard shortcut.
 *
 * @param command - What messages call it, such as `st.button`.
 * @param shortcut - One key, with modifiers before it: `"K"`, `"Ctrl+Shift+O"`, `"F2"`, `"Esc"`.
 * @returns The shortcut as it was given; undefined when there is none.
 * @throws AppError for an unknown key or modifier, and for C and R, which the page uses.
 * @example checkShortcut("st.button", "Ctrl+K") // "Ctrl+K"
 */
export function checkShortcut(command: string, shortcut: unknown): string | undefined {
  if (shortcut === undefined || shortcut === null || shortcut === "") return undefined;
  const refuse = (what: string, hint: string) => new AppError("argument", `${command}: shortcut ${what}, not ${quote(shortcut)}`, { hint });
  if (typeof shortcut !== "string") throw refuse("must be text", 'Write { shortcut: "Ctrl+K" }.');
  const parts = shortcut.split("+").map((part) => part.trim().toLowerCase());
  const key = parts.pop() as string;
  const stranger = parts.find((part) => !MODIFIERS.has(part));
  if (stranger !== undefined || new Set(parts).size !== parts.length) {
    throw refuse("must have one key at its end and each modifier once", "Modifiers are Ctrl, Cmd, Mod, Alt and Shift.");
  }
  if (TAKEN.has(key)) throw refuse("cannot end in C or R, which the page uses itself", "Choose another letter.");
  if (/^[a-z0-9]$/.test(key) || /^f([1-9]|1[0-2])$/.test(key) || KEYS.has(key)) return shortcut;
  throw refuse(
    "must end in a letter, a digit, F1 to F12 or a named key",
    "Named keys are Enter, Esc, Space, Tab, Home, End, PageUp, PageDown, the arrows, Backspace and Delete.",
  );
}
