import { Box } from "../../ui/box.tsx";
import { classes } from "../../ui/key-class.ts";
import { HelpIcon } from "../../ui/label.tsx";
import { view } from "../../ui/view.ts";
import type { Text } from "./text.ts";
import styles from "./text.module.css";

/** Characters as they are: no Markdown, line breaks kept. */
export const textView = view<typeof Text>("text", ({ node, props }) => {
  const { body, help, textAlignment, wrap } = props;
  return (
    <Box node={node} className={classes(styles.text, wrap === false && styles.line)} {...(textAlignment ? { style: { textAlign: textAlignment } } : {})}>
      {body}
      {help && <HelpIcon help={help} />}
    </Box>
  );
});
