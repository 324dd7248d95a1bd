import { type ReactNode, useMemo } from "react";
import { Box } from "../../ui/box.tsx";
import { t } from "../../ui/messages.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import { JsonTree } from "./json-tree.tsx";
import type { Json } from "./json.ts";
import styles from "./json.module.css";

type Parsed = { value: unknown } | { problem: string };

function parse(text: string): Parsed {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function JsonView({ node, props }: ViewProps<typeof Json>): ReactNode {
  const { body, expanded, title } = props;
  const parsed = useMemo(() => parse(body), [body]);
  const depth = expanded === true ? Number.POSITIVE_INFINITY : Number(expanded);
  return (
    <Box node={node} className={styles.box} role="group" aria-label={title ?? t("jsonTree")}>
      {title && <div className={styles.title}>{title}</div>}
      {"problem" in parsed ? (
        <div className={styles.problem} role="alert">
          <p>
            <strong>{t("notJson")}</strong>: {parsed.problem}
          </p>
          <pre>{body}</pre>
        </div>
      ) : (
        <JsonTree key={depth} value={parsed.value} depth={depth} />
      )}
    </Box>
  );
}

export const jsonView = view<typeof Json>("json", JsonView);
