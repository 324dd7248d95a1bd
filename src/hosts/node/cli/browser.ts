import { spawn } from "node:child_process";

import type { Config } from "../config/config.ts";

/** True when no browser should be opened: asked for, or a Linux without a display. */
export function isHeadless(config: Config, platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): boolean {
  const asked = config.values["server.headless"];
  if (typeof asked === "boolean") return asked;
  return platform === "linux" && !env.DISPLAY && !env.WAYLAND_DISPLAY;
}

/** Opens an address in the person's browser, if there is one. Fails silently: the address is printed anyway. */
export function openBrowser(url: string, platform: NodeJS.Platform = process.platform): void {
  const [command, args] = platform === "darwin" ? ["open", [url]] : platform === "win32" ? ["cmd", ["/c", "start", "", url]] : ["xdg-open", [url]];
  const child = spawn(command as string, args as string[], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}
