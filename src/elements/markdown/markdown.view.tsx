import type { Kind } from "../../protocol/kind.ts";
import { Box } from "../../ui/box.tsx";
import { HelpIcon } from "../../ui/label.tsx";
import { Markdown } from "../../ui/markdown/markdown.tsx";
import { view } from "../../ui/view.ts";
import styles from "./markdown.module.css";

export interface MarkdownViewProps {
  body: string;
  help?: string;
  unsafeAllowHtml?: boolean;
  textAlignment?: "left" | "center" | "right" | "justify";
}

type MarkdownKind = Kind<"markdown", MarkdownViewProps>;

export const markdownView = view<MarkdownKind>("markdown", ({ node, props }) => (
  <Box node={node} className={styles.markdown} {...(props.textAlignment ? { style: { textAlign: props.textAlignment } } : {})}>
    <Markdown source={props.body} unsafeAllowHtml={props.unsafeAllowHtml} />
    {props.help && <HelpIcon help={props.help} />}
  </Box>
));
