import { useMemo } from "react";
import { Box } from "../../ui/box.tsx";
import { sanitize } from "../../ui/markdown/unsafe-html.tsx";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Html } from "./html.ts";
import styles from "./html.module.css";

function HtmlView({ node, props }: ViewProps<typeof Html>) {
  const clean = useMemo(() => sanitize(props.body), [props.body]);
  return (
    <Box node={node} className={props.styles ? styles.hidden : styles.html}>
      <div dangerouslySetInnerHTML={{ __html: clean }} />
    </Box>
  );
}

export const htmlView = view<typeof Html>("html", HtmlView);
