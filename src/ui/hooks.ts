import { type RefObject, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from "react";

/** The newest value, for callbacks that outlive a render. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}

/** True while a media query matches. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Windows at most this wide get the narrow layout. */
export const NARROW = "(max-width: 768px)";

/** True when keys belong to a field the viewer is typing in. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "range", "button", "submit", "color"].includes(target.type);
}

interface Shortcut {
  key: string;
  mod: boolean;
  alt: boolean;
  shift: boolean;
}

/** Reads `"Ctrl+K"`, `"mod+shift+s"`, `"F2"`, `"a"`. Ctrl, Cmd, Meta and Mod mean the platform's own key. */
export function parseShortcut(text: string): Shortcut {
  const parts = text
    .toLowerCase()
    .split("+")
    .map((part) => part.trim());
  const key = parts.pop() || "+";
  const has = (...names: string[]) => names.some((name) => parts.includes(name));
  const aliases: Record<string, string> = {
    esc: "escape",
    space: " ",
    up: "arrowup",
    down: "arrowdown",
    left: "arrowleft",
    right: "arrowright",
    return: "enter",
    del: "delete",
  };
  return { key: aliases[key] ?? key, mod: has("ctrl", "cmd", "meta", "mod", "command", "control"), alt: has("alt", "option"), shift: has("shift") };
}

const isApple = () => /mac|iphone|ipad/i.test(navigator.platform);

/** A shortcut as the viewer's keyboard has it: `⌘K` or `Ctrl+K`. */
export function showShortcut(text: string): string {
  const { key, mod, alt, shift } = parseShortcut(text);
  const names: Record<string, string> = { " ": "Space", escape: "Esc", arrowup: "↑", arrowdown: "↓", arrowleft: "←", arrowright: "→", enter: "↵" };
  const shown = names[key] ?? (key.length === 1 ? key.toUpperCase() : key[0]?.toUpperCase() + key.slice(1));
  const apple = isApple();
  const marks = [mod && (apple ? "⌘" : "Ctrl"), alt && (apple ? "⌥" : "Alt"), shift && (apple ? "⇧" : "Shift"), shown];
  return marks.filter(Boolean).join(apple ? "" : "+");
}

/** Runs `act` when the shortcut is pressed; one without a modifier rests while the viewer types. */
export function useShortcut(text: string | undefined, act: () => void, enabled = true): void {
  const latest = useLatest(act);
  useEffect(() => {
    if (!text || !enabled) return undefined;
    const { key, mod, alt, shift } = parseShortcut(text);
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.key.toLowerCase() !== key) return;
      if ((event.ctrlKey || event.metaKey) !== mod || event.altKey !== alt) return;
      if (event.shiftKey !== shift && (shift || /^[a-z0-9]$|.{2,}/.test(key))) return;
      if (!mod && !alt && isTyping(event)) return;
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [text, enabled, latest]);
}
