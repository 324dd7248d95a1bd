import type { Kind } from "../../protocol/kind.ts";
import { Box } from "../../ui/box.tsx";
import { HelpIcon } from "../../ui/label.tsx";
import { Markdown } from "../../ui/markdown/markdown.tsx";
import { view } from "../../ui/view.ts";
import type { MarkdownViewProps } from "../markdown/markdown.view.tsx";
import styles from "./caption.module.css";

type Caption = Kind<"caption", MarkdownViewProps>;

export const captionView = view<Caption>(
  "caption",
  ({ node, props }) => (
    <Box node={node} className={styles.caption} {...(props.textAlignment ? { style: { textAlign: props.textAlignment } } : {})}>
      <Markdown source={props.body} unsafeAllowHtml={props.unsafeAllowHtml} small />
      {props.help && <HelpIcon help={props.help} />}
    </Box>
  ),
  { testid: "stCaptionContainer" },
);
