import { type ReactNode, useEffect } from "react";
import { t } from "../../ui/messages.ts";
import { useStore } from "../../ui/store.ts";
import type { Session } from "../session.ts";

/** Shorter runs are not worth a word. */
const LONG_RUN = 2000;

/** What screen readers hear: errors, and that a run takes long and when it has ended. */
export function Spoken({ session }: { session: Session }): ReactNode {
  const running = useStore(session.running);
  useEffect(() => {
    if (!running) return undefined;
    let said = false;
    const timer = setTimeout(() => {
      said = true;
      session.spoken.set(t("running"));
    }, LONG_RUN);
    return () => {
      clearTimeout(timer);
      // What went wrong has been said instead.
      session.spoken.set((now) => (said && now === t("running") ? t("upToDate") : now));
    };
  }, [running, session]);
  return (
    <div className="rv-hidden" role="status" aria-live="polite" data-testid="stAnnouncements">
      {useStore(session.spoken)}
    </div>
  );
}
