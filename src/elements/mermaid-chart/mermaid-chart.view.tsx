import { type ReactNode, useEffect, useId, useState } from "react";
import { Box } from "../../ui/box.tsx";
import { CodeBlock } from "../../ui/markdown/code-block.tsx";
import { t } from "../../ui/messages.ts";
import { useTheme } from "../../ui/page.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import { drawDiagram } from "./draw-diagram.tsx";
import type { MermaidChart } from "./mermaid-chart.ts";
import styles from "./mermaid-chart.module.css";

type Drawn = { svg: string } | { reason: string };

function MermaidChartView({ node, props }: ViewProps<typeof MermaidChart>): ReactNode {
  const { body, height } = props;
  const theme = useTheme();
  const id = `diagram${useId().replace(/\W/g, "")}`;
  const [drawn, setDrawn] = useState<Drawn>();
  useEffect(() => {
    let isOver = false;
    drawDiagram(id, body, theme).then(
      (svg) => !isOver && setDrawn({ svg }),
      (error: unknown) => !isOver && setDrawn({ reason: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isOver = true;
    };
  }, [id, body, theme]);
  const fixed = typeof height === "number" ? { height: `${height}px` } : undefined;
  if (drawn && "reason" in drawn) {
    return (
      <Box node={node} className={styles.failed}>
        <p role="alert">{t("diagramFailed")}</p>
        <pre className={styles.reason}>{drawn.reason}</pre>
        <CodeBlock code={body} language="text" lineNumbers />
      </Box>
    );
  }
  return (
    <Box node={node} className={styles.mermaid}>
      {drawn ? (
        // Mermaid has sanitised it.
        <div className={styles.drawing} style={fixed} role="img" aria-label={titleOf(body)} dangerouslySetInnerHTML={{ __html: drawn.svg }} />
      ) : (
        <div className={styles.waiting} style={fixed} role="img" aria-label={t("loading")} />
      )}
    </Box>
  );
}

/** What the description says the diagram is called. */
function titleOf(body: string): string {
  return /^\s*(?:accTitle|title)\s*:?\s+(.+)$/m.exec(body)?.[1]?.trim() ?? t("diagram");
}

export const mermaidChartView = view<typeof MermaidChart>("mermaidChart", MermaidChartView);
