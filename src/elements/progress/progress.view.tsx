import { type CSSProperties, type ReactNode, useId } from "react";
import { Box } from "../../ui/box.tsx";
import { InlineMarkdown } from "../../ui/markdown/markdown.tsx";
import { t } from "../../ui/messages.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Progress } from "./progress.ts";
import styles from "./progress.module.css";

function ProgressView({ node, props }: ViewProps<typeof Progress>): ReactNode {
  const { value, text } = props;
  const id = useId();
  const name = text ? { "aria-labelledby": id } : { "aria-label": t("running") };
  return (
    <Box node={node}>
      {text && (
        <div id={id} className={styles.text}>
          <InlineMarkdown source={text} />
        </div>
      )}
      <div className={styles.track} role="progressbar" aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(value)} {...name}>
        <div className={styles.bar} style={{ "--lack": `${100 - value}%` } as CSSProperties} />
      </div>
    </Box>
  );
}

export const progressView = view<typeof Progress>("progress", ProgressView);
