import { Box } from "../../ui/box.tsx";
import { classes } from "../../ui/key-class.ts";
import { HelpIcon } from "../../ui/label.tsx";
import { Markdown as MarkdownText } from "../../ui/markdown/markdown.tsx";
import { PlaceContext } from "../../ui/page.ts";
import { view } from "../../ui/view.ts";
import type { Markdown } from "./markdown.ts";
import styles from "./markdown.module.css";

export const markdownView = view<typeof Markdown>("markdown", ({ node, props }) => {
  const { body, unsafeAllowHtml, help, textAlignment, wrap, anchors, cursor, ended } = props;
  const typing = cursor !== undefined && !ended?.length;
  const name = classes(wrap === false && styles.line, typing && (cursor === "" ? styles.bar : styles.typing));
  const text = <MarkdownText source={body} unsafeAllowHtml={unsafeAllowHtml} className={name || undefined} />;
  return (
    <Box
      node={node}
      className={help ? styles.helped : undefined}
      style={{ ...(textAlignment ? { textAlign: textAlignment } : {}), ...(typing ? { "--cursor": JSON.stringify(cursor) } : {}) }}
    >
      {/* Only the main area offers links to headings. */}
      {anchors === false ? <PlaceContext value="dialog">{text}</PlaceContext> : text}
      {help && <HelpIcon help={help} />}
    </Box>
  );
});
