import { type ReactNode, useEffect, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Frames } from "../../ui/error-report.tsx";
import { Glyph } from "../../ui/glyphs.tsx";
import { classes } from "../../ui/key-class.ts";
import { t } from "../../ui/messages.ts";
import { useStore } from "../../ui/store.ts";
import type { Notice, Session } from "../session.ts";
import styles from "./notices.module.css";

const CHANGED_FOR = 15_000;
/** A card is small; the log has the rest. */
const MOST_FRAMES = 4;

/** Cards at the lower right: the source changed, and what the server has to say. */
export function Notices({ session }: { session: Session }): ReactNode {
  const notices = useStore(session.notices);
  const changed = useStore(session.scriptChanged);
  const dismiss = ({ id }: Notice) => session.notices.set((all) => all.filter((one) => one.id !== id));
  return (
    <section className={styles.stack} aria-label={t("notifications")}>
      {notices.map((notice) => (
        <div key={notice.id} className={classes(styles.card, styles[notice.level])} role={notice.level === "error" ? "alert" : "status"} data-testid="stNotice">
          <Glyph name={notice.level === "info" ? "error" : "warning"} size={1.125} className={styles.mark} />
          <div className={styles.text}>
            <p>{notice.message}</p>
            {notice.hint && <p className={styles.hint}>{notice.hint}</p>}
            {notice.frames && notice.frames.length > 0 && <Frames frames={notice.frames.slice(0, MOST_FRAMES)} />}
          </div>
          <button type="button" className={styles.close} aria-label={t("dismiss")} onClick={() => dismiss(notice)}>
            <Glyph name="close" size={1} />
          </button>
        </div>
      ))}
      {changed && <SourceChanged session={session} />}
    </section>
  );
}

/** Stays 15 s, longer while the pointer is on it, then shrinks to a button. */
function SourceChanged({ session }: { session: Session }): ReactNode {
  const { allowRunOnSave } = useStore(session.config);
  const [small, setSmall] = useState(false);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => setSmall(true), CHANGED_FOR);
    return () => clearTimeout(timer);
  }, [held]);
  if (small)
    return (
      <Button small className={styles.again} onClick={session.rerun}>
        {t("rerun")}
      </Button>
    );
  return (
    <div className={styles.card} role="status" data-testid="stScriptChanged" onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}>
      <p className={styles.text}>{t("sourceChanged")}</p>
      <Button small kind="primary" onClick={session.rerun}>
        {t("rerun")}
      </Button>
      {allowRunOnSave && (
        <Button
          small
          onClick={() => {
            session.runOnSave(true);
            session.rerun();
          }}
        >
          {t("alwaysRerun")}
        </Button>
      )}
    </div>
  );
}
