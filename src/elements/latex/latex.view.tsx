import { Box } from "../../ui/box.tsx";
import { HelpIcon } from "../../ui/label.tsx";
import TypesetMath from "../../ui/markdown/math.tsx";
import { view } from "../../ui/view.ts";
import type { Latex } from "./latex.ts";
import styles from "./latex.module.css";

export const latexView = view<typeof Latex>("latex", ({ node, props }) => (
  <Box node={node} className={styles.latex}>
    {/* A scrolling region must be reachable by keyboard */}
    <div className={styles.formula} tabIndex={0} role="group" aria-label={props.body}>
      <TypesetMath source={props.body} display />
    </div>
    {props.help && <HelpIcon help={props.help} />}
  </Box>
));
