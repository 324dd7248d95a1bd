import type { MenuEntry } from "../../ui/menu.tsx";
import { t } from "../../ui/messages.ts";
import type { PageConfig } from "../../protocol/messages.ts";
import type { Session } from "../session.ts";
import { isDeveloper } from "./developer.ts";
import type { DialogName } from "./dialog-name.ts";
import type { Recorder } from "./recorder.ts";

export interface FrameActions {
  session: Pick<Session, "rerun">;
  open(dialog: DialogName): void;
  recorder: Recorder;
  mode: "auto" | "developer" | "viewer" | "minimal";
  menu: NonNullable<PageConfig["menu"]>;
}

/** A dialog of printing hides the menu only when the menu is gone from the screen. */
const printSoon = () => setTimeout(() => window.print(), 100);

/** Entries of the main menu by toolbar mode; in minimal mode only what the script itself put there. */
export function menuEntries({ session, open, recorder, mode, menu }: FrameActions): MenuEntry[] {
  const own: MenuEntry[] = [];
  if (menu.help) own.push({ label: t("getHelp"), href: menu.help });
  if (menu.bug) own.push({ label: t("reportBug"), href: menu.bug });
  const about: MenuEntry = { label: t("about"), onSelect: () => open("about") };
  if (mode === "minimal") return menu.about ? [...own, about] : own;
  const entries: MenuEntry[] = [
    { label: t("rerun"), hint: "R", onSelect: session.rerun },
    { label: t("settings"), onSelect: () => open("settings") },
    "separator",
    { label: t("print"), onSelect: printSoon },
    ...recordEntry(recorder),
    ...own,
    { label: t("shortcuts"), hint: "?", onSelect: () => open("shortcuts") },
  ];
  if (menu.about !== null) entries.push(about);
  if (isDeveloper(mode)) entries.push("separator", { label: t("clearCache"), hint: "C", onSelect: () => open("clearCache") });
  return entries;
}

function recordEntry(recorder: Recorder): MenuEntry[] {
  if (!recorder.isSupported) return [];
  if (recorder.recording.get()) return [{ label: t("stopRecording"), onSelect: recorder.stop }];
  return [{ label: t("recordScreen"), onSelect: () => void recorder.start() }];
}
