import katex from "katex";
import "katex/dist/katex.min.css";
import { type ReactNode, useEffect, useRef } from "react";

/** Typesets TeX; what cannot be read is shown in red as written. */
export default function TypesetMath({ source, display }: { source: string; display: boolean }): ReactNode {
  const own = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (own.current) katex.render(source, own.current, { displayMode: display, throwOnError: false, trust: false, strict: "ignore" });
  }, [source, display]);
  return <span ref={own} />;
}
