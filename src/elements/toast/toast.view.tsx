import { type ReactNode, useEffect, useState } from "react";
import { Box } from "../../ui/box.tsx";
import { Glyph } from "../../ui/glyphs.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Markdown } from "../../ui/markdown/markdown.tsx";
import { t } from "../../ui/messages.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import { cut } from "./cut.ts";
import type { Toast } from "./toast.ts";
import styles from "./toast.module.css";

/** Milliseconds a toast takes to leave. */
const LEAVING = 200;

function ToastView(view: ViewProps<typeof Toast>): ReactNode {
  const { run, body, icon } = view.props;
  // Other words, or the same in another run, are raised anew.
  return <Card key={`${run}\n${icon}\n${body}`} {...view} />;
}

function Card({ node, props }: ViewProps<typeof Toast>): ReactNode {
  const { body, icon, seconds } = props;
  const [state, setState] = useState<"here" | "leaving" | "gone">("here");
  const [held, setHeld] = useState(false);
  const [whole, setWhole] = useState(false);
  const short = cut(body);
  useEffect(() => {
    if (held || seconds === undefined || state !== "here") return undefined;
    const timer = setTimeout(() => setState("leaving"), seconds * 1000);
    return () => clearTimeout(timer);
  }, [held, seconds, state]);
  useEffect(() => {
    if (state !== "leaving") return undefined;
    const timer = setTimeout(() => setState("gone"), LEAVING);
    return () => clearTimeout(timer);
  }, [state]);
  if (state === "gone") return null;
  return (
    <Box node={node} className={styles.toast}>
      <div
        className={styles.card}
        data-leaving={state === "leaving" || undefined}
        role="status"
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        {icon && <Icon icon={icon} className={styles.icon} />}
        <div className={styles.text}>
          <Markdown source={whole ? body : short} />
          {short !== body && (
            <button type="button" className={styles.more} aria-expanded={whole} onClick={() => setWhole(!whole)}>
              {t(whole ? "viewLess" : "showMore")}
            </button>
          )}
        </div>
        <button type="button" className={styles.close} aria-label={t("close")} onClick={() => setState("leaving")}>
          <Glyph name="close" size={1} />
        </button>
      </div>
    </Box>
  );
}

export const toastView = view<typeof Toast>("toast", ToastView);
