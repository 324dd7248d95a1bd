import { type ReactNode, useEffect, useState } from "react";
import { Box } from "../../ui/box.tsx";
import { Icon } from "../../ui/icon.tsx";
import { InlineMarkdown } from "../../ui/markdown/markdown.tsx";
import { t } from "../../ui/messages.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Spinner } from "./spinner.ts";
import styles from "./spinner.module.css";

/** Work that is done sooner shows no spinner: milliseconds. */
const PATIENCE = 300;

function SpinnerView({ node, props }: ViewProps<typeof Spinner>): ReactNode {
  const { waited = 0 } = props;
  const [visible, setVisible] = useState(waited >= PATIENCE);
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), PATIENCE - waited);
    return () => clearTimeout(timer);
  }, [waited]);
  if (!visible) return null;
  const words = (
    <>
      <Icon icon="spinner" className={styles.ring} />
      <span className={styles.text}>
        <InlineMarkdown source={props.text} />
      </span>
      {props.showTime && <Elapsed since={Math.max(PATIENCE, waited)} />}
    </>
  );
  return (
    <Box node={node} className={props.over ? styles.over : styles.spinner} role="status">
      {props.over ? <div className={styles.card}>{words}</div> : words}
    </Box>
  );
}

/** Seconds since it stands there; not for screen readers, who would hear every tenth. */
function Elapsed({ since }: { since: number }): ReactNode {
  const [start] = useState(() => performance.now() - since);
  const [now, setNow] = useState(start + since);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 100);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className={styles.time} aria-hidden="true">
      {t("secondsGone", { seconds: Math.max(0, (now - start) / 1000).toFixed(1) })}
    </span>
  );
}

export const spinnerView = view<typeof Spinner>("spinner", SpinnerView);
