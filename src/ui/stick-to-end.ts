import { type RefObject, useLayoutEffect, useRef } from "react";

/** How near to its end, in pixels, a box still counts as being there. */
const NEAR = 24;

/**
 * Keeps a scrolling box at its newest content unless the viewer scrolled up.
 * @param children what the box holds: when it changes, the new content is followed
 * @param wanted asked before every move; false leaves the box where it is
 * @returns the ref of the box
 */
export function useStickToEnd<E extends HTMLElement>(children: unknown, wanted: (box: E) => boolean): RefObject<E | null> {
  const own = useRef<E>(null);
  const atEnd = useRef(true);
  /** Where it was last seen: asking anew right after a change would make the browser lay out the page at once. */
  const top = useRef(0);
  const latest = useRef(wanted);
  latest.current = wanted;
  useLayoutEffect(() => {
    const element = own.current;
    if (!element) return undefined;
    // It is told late, when more may have come below: only who moved up has left the end.
    const note = () => {
      const isNear = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
      if (isNear || element.scrollTop < top.current) atEnd.current = isNear;
      top.current = element.scrollTop;
    };
    const follow = () => {
      if (!atEnd.current || !latest.current(element)) return;
      element.scrollTop = element.scrollHeight;
      top.current = element.scrollTop;
    };
    follow();
    const sizes = new ResizeObserver(follow);
    sizes.observe(element);
    for (const child of element.children) sizes.observe(child);
    element.addEventListener("scroll", note, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener("scroll", note);
    };
  }, [children]);
  return own;
}
