import type { Files } from "../../ui/files.ts";
import type { Page } from "../../ui/page.ts";
import type { Store } from "../../ui/store.ts";
import type { AppLocation } from "../location.ts";
import type { Session } from "../session.ts";

/** What views may ask of the page, answered by the session. */
export function createPage(session: Session, location: AppLocation, files: Files): Page {
  const { config, link } = session;
  // A short break is nobody's business: only after two failures are widgets disabled.
  const connected: Store<boolean> = { get: () => !isLost(link.get()), subscribe: link.subscribe };
  return {
    base: location.base,
    connected,
    exportsData: { get: () => !config.get().disableDataExport, subscribe: config.subscribe },
    forms: session.widgets.forms,
    search: session.searches.ask,
    files,
    maxUploadSize: { get: () => config.get().maxUploadSize, subscribe: config.subscribe },
    running: session.running,
    stop: session.stop,
    payload: (ref) => session.payloads.get(ref),
    go: session.go,
    href: (page, query) => location.href(page, query),
    rerun: session.rerun,
    announce: (text) => session.spoken.set(text),
  };
}

/** True once a break is long enough to be shown. */
export function isLost({ phase, failures }: { phase: string; failures: number }): boolean {
  return phase === "ended" || (phase !== "live" && failures >= 2);
}
