import { createRoot } from "react-dom/client";
import type { Channel } from "../protocol/channel.ts";
import type { ClientContext } from "../protocol/messages.ts";
import type { Files } from "../ui/files.ts";
import { speak } from "../ui/languages/index.ts";
import type { ViewEntry } from "../ui/view.ts";
import "../ui/global.css";
import type { Dial } from "./connection.ts";
import { createHttpFiles } from "./http-files.ts";
import { App } from "./frame/app.tsx";
import { createLocation } from "./location.ts";
import { createRegistry } from "./node-view.tsx";
import { createPreferences } from "./preferences.ts";
import { openSession, type Session } from "./session.ts";

export interface StartOptions {
  /** An open channel, or how to open one; only the latter can be opened again after a break. */
  channel: Channel | Dial;
  views: readonly ViewEntry[];
  /** Address of the app's main page. */
  base: URL;
  /** Where the page is drawn. */
  root: HTMLElement;
  /** How files travel. Default: over HTTP, beside the channel. */
  files?: Files | undefined;
}

/**
 * Puts an app on screen.
 * @returns the running session; `end()` closes it
 * @example startApp({ channel: webSocketDial(url), views, base, root })
 */
export function startApp({ channel, views, base, root, files }: StartOptions): Session {
  const location = createLocation(base);
  const preferences = createPreferences(base);
  const dial: Dial = typeof channel === "function" ? channel : once(channel);
  const session = openSession({ dial, location, context: () => clientContext(location.embed.on) });
  // A slider let go a moment ago must not lose its value to a closing page.
  window.addEventListener("pagehide", session.widgets.flush);
  const travel = files ?? createHttpFiles(base, session.fileKey.get);
  const registry = createRegistry(views);
  const draw = () => createRoot(root).render(<App session={session} registry={registry} location={location} preferences={preferences} files={travel} />);
  // The words come while the script runs for the first time.
  void speak(navigator.languages).then(draw);
  return session;
}

function once(channel: Channel): Dial {
  let used = false;
  return () => {
    if (used) return Promise.reject(new Error("the channel given to startApp is closed; give a function that opens one"));
    used = true;
    return Promise.resolve(channel);
  };
}

/** What the script may know of this browser. */
export function clientContext(isEmbedded: boolean): ClientContext {
  const theme = document.documentElement.dataset.theme;
  return {
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    timezoneOffset: new Date().getTimezoneOffset(),
    locale: navigator.language,
    url: window.location.href,
    isEmbedded,
    theme: theme === "dark" || (theme !== "light" && window.matchMedia("(prefers-color-scheme: dark)").matches) ? "dark" : "light",
  };
}
