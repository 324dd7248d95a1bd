import { useEffect, useRef } from "react";
import type { RefObject } from "react";

/**
 * Tells the page around an embedded app how high its content is, whenever that changes:
 * `{ type: "rivulet:height", height }` by postMessage, in pixels.
 * @returns for the element that holds the content
 */
export function useToldHeight(isEmbedded: boolean): RefObject<HTMLDivElement | null> {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = content.current;
    if (!element || !isEmbedded || window.parent === window) return undefined;
    const tell = () => window.parent.postMessage({ type: "rivulet:height", height: Math.ceil(element.getBoundingClientRect().height) }, "*");
    const sizes = new ResizeObserver(tell);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [isEmbedded]);
  return content;
}
