import { useEffect } from "react";
import { isTyping } from "../../ui/hooks.ts";
import { useStore } from "../../ui/store.ts";
import type { Session } from "../session.ts";
import type { DialogName } from "./late-dialogs.tsx";

/** True when the page shows what only a developer needs. */
export function isDeveloper(mode: string): boolean {
  if (mode === "developer") return true;
  return mode === "auto" && ["localhost", "127.0.0.1", "[::1]"].includes(window.location.hostname);
}

/** R reruns, C asks to clear the cache, ? lists the shortcuts; all rest while typing and with modifiers. */
export function useHotkeys(session: Session, open: (dialog: DialogName) => void): void {
  const { toolbarMode } = useStore(session.config);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event)) return;
      if (document.querySelector("dialog[open]")) return;
      if (event.key.toLowerCase() === "r") session.rerun();
      else if (event.key.toLowerCase() === "c" && isDeveloper(toolbarMode)) open("clearCache");
      else if (event.key === "?") open("shortcuts");
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [session, open, toolbarMode]);
}
