import { Box } from "../../ui/box.tsx";
import { HelpIcon } from "../../ui/label.tsx";
import { Markdown as MarkdownText } from "../../ui/markdown/markdown.tsx";
import { PlaceContext } from "../../ui/page.ts";
import { view } from "../../ui/view.ts";
import type { Markdown } from "./markdown.ts";
import styles from "./markdown.module.css";

export const markdownView = view<typeof Markdown>("markdown", ({ node, props }) => {
  const { body, unsafeAllowHtml, help, textAlignment, wrap, anchors } = props;
  const text = <MarkdownText source={body} unsafeAllowHtml={unsafeAllowHtml} className={wrap === false ? styles.line : undefined} />;
  return (
    <Box node={node} className={styles.markdown} {...(textAlignment ? { style: { textAlign: textAlignment } } : {})}>
      {/* Only the main area offers links to headings. */}
      {anchors === false ? <PlaceContext value="dialog">{text}</PlaceContext> : text}
      {help && <HelpIcon help={help} />}
    </Box>
  );
});
