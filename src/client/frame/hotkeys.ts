import { useEffect } from "react";
import { isTyping, parseShortcut } from "../../ui/hooks.ts";
import { useStore } from "../../ui/store.ts";
import type { Session } from "../session.ts";
import { isDeveloper } from "./developer.ts";
import type { DialogName } from "./dialog-name.ts";
import { loadPalette } from "./load-palette.ts";

/** Opens the command palette, also while typing. */
export const PALETTE_KEYS = "mod+k";

function isPalette(event: KeyboardEvent): boolean {
  const { key } = parseShortcut(PALETTE_KEYS);
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === key;
}

/** R reruns, C asks to clear the cache, ? lists the shortcuts; all rest while typing and with modifiers. Ctrl or Cmd and K searches. */
export function useHotkeys(session: Session, open: (dialog: DialogName) => void): void {
  const { toolbarMode } = useStore(session.config);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Control" || event.key === "Meta") void loadPalette().catch(() => {});
      if (event.defaultPrevented || event.repeat || document.querySelector("dialog[open]")) return;
      if (isPalette(event)) {
        event.preventDefault();
        return open("commands");
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (event.key.toLowerCase() === "r") session.rerun();
      else if (event.key.toLowerCase() === "c" && isDeveloper(toolbarMode)) open("clearCache");
      else if (event.key === "?") open("shortcuts");
    };
    // After the document: shortcuts of the script come first.
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [session, open, toolbarMode]);
}
