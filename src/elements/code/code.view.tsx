import { Box } from "../../ui/box.tsx";
import { CodeBlock } from "../../ui/markdown/code-block.tsx";
import { view } from "../../ui/view.ts";
import type { Code } from "./code.ts";
import styles from "./code.module.css";

export const codeView = view<typeof Code>("code", ({ node, props }) => {
  const { body, language = "", lineNumbers = false, wrapLines = false, height } = props;
  const most = typeof height === "number" ? { height: `${height}px` } : {};
  return (
    <Box node={node} className={styles.code}>
      <CodeBlock bare code={body} language={language} lineNumbers={lineNumbers} wrap={wrapLines} {...most} />
    </Box>
  );
});
