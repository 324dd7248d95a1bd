import type { CSSProperties } from "react";
import { Box } from "../../ui/box.tsx";
import { view } from "../../ui/view.ts";
import type { Space } from "./space.ts";
import styles from "./space.module.css";

export const spaceView = view<typeof Space>("space", ({ node, props: { size } }) => (
  <Box node={node} className={size === "stretch" ? styles.stretch : styles.space} style={{ "--space": `${size}px` } as CSSProperties}>
    {/* Boxes with nothing in them take no room. */}
    <span />
  </Box>
));
