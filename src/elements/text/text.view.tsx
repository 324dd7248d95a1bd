import type { Kind } from "../../protocol/kind.ts";
import { Box } from "../../ui/box.tsx";
import { HelpIcon } from "../../ui/label.tsx";
import { view } from "../../ui/view.ts";
import styles from "./text.module.css";

type Text = Kind<"text", { body: string; help?: string }>;

/** Characters as they are: no Markdown, line breaks kept. */
export const textView = view<Text>("text", ({ node, props }) => (
  <Box node={node} className={styles.text}>
    {props.body}
    {props.help && <HelpIcon help={props.help} />}
  </Box>
));
