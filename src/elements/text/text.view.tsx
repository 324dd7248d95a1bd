import { Box } from "../../ui/box.tsx";
import { HelpIcon } from "../../ui/label.tsx";
import { view } from "../../ui/view.ts";
import type { Text } from "./text.ts";
import styles from "./text.module.css";

/** Characters as they are: no Markdown, line breaks kept. */
export const textView = view<typeof Text>("text", ({ node, props }) => (
  <Box node={node} className={styles.text}>
    {props.body}
    {props.help && <HelpIcon help={props.help} />}
  </Box>
));
