import { Box } from "../../ui/box.tsx";
import { classes } from "../../ui/key-class.ts";
import { t } from "../../ui/messages.ts";
import { view } from "../../ui/view.ts";
import type { Skeleton } from "./skeleton.ts";
import styles from "./skeleton.module.css";

export const skeletonView = view<typeof Skeleton>("skeleton", ({ node, props }) => (
  <Box node={node} className={classes(styles.skeleton, props.patient && styles.patient)} role="img" aria-label={t("loading")}>
    <span />
  </Box>
));
