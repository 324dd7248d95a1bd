import { Box } from "../../ui/box.tsx";
import { view } from "../../ui/view.ts";
import type { Divider } from "./divider.ts";
import styles from "./divider.module.css";

export const dividerView = view<typeof Divider>("divider", ({ node }) => (
  <Box node={node} className={styles.divider}>
    <hr />
  </Box>
));
