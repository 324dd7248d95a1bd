import { Box } from "../../ui/box.tsx";
import { HelpIcon } from "../../ui/label.tsx";
import { Markdown } from "../../ui/markdown/markdown.tsx";
import { view } from "../../ui/view.ts";
import type { Caption } from "../markdown/markdown.ts";
import styles from "./caption.module.css";

export const captionView = view<typeof Caption>(
  "caption",
  ({ node, props }) => {
    const { body, unsafeAllowHtml, help, textAlignment, wrap } = props;
    return (
      <Box node={node} className={help ? styles.helped : undefined} {...(textAlignment ? { style: { textAlign: textAlignment } } : {})}>
        <Markdown source={body} unsafeAllowHtml={unsafeAllowHtml} className={wrap === false ? styles.line : undefined} small />
        {help && <HelpIcon help={help} />}
      </Box>
    );
  },
  { testid: "stCaptionContainer" },
);
