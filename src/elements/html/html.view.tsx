import { useLayoutEffect, useMemo, useRef } from "react";
import { Box } from "../../ui/box.tsx";
import { runScripts, takeScripts } from "../../ui/html-scripts.ts";
import { sanitize } from "../../ui/markdown/unsafe-html.tsx";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Html } from "./html.ts";
import styles from "./html.module.css";

function HtmlView({ node, props }: ViewProps<typeof Html>) {
  const { body, scripts = false } = props;
  const own = useRef<HTMLDivElement>(null);
  const [html, taken] = useMemo(() => {
    const { html, scripts: taken } = takeScripts(body);
    return [sanitize(html), taken];
  }, [body]);
  useLayoutEffect(() => {
    if (taken.length === 0 || !own.current) return undefined;
    if (!scripts) {
      console.warn("st.html: the scripts of this HTML do not run. To run them, give { unsafeAllowJavascript: true }.");
      return undefined;
    }
    const control = new AbortController();
    void runScripts(own.current, taken, control.signal);
    return () => control.abort();
  }, [html, taken, scripts]);
  return (
    <Box node={node} className={props.styles ? styles.hidden : styles.html}>
      {/* Another text is another element: what scripts have done to the old one goes with it. */}
      <div key={body} ref={own} dangerouslySetInnerHTML={{ __html: html }} />
    </Box>
  );
}

export const htmlView = view<typeof Html>("html", HtmlView);
