import { isRightToLeft } from "./direction.ts";

/** Where a floating thing stands beside its anchor. */
export type Side = "top" | "bottom" | "left" | "right";

const EDGE = 8;

/**
 * Puts `floating` (position: fixed) beside `anchor`, inside the window: the other side is taken when this one is full.
 * @param options.gap pixels between the two; default 4
 * @param options.align which edges line up; default "center"
 */
export function placeNear(anchor: Element, floating: HTMLElement, options: { side: Side; gap?: number; align?: "start" | "center" | "end" }): void {
  const { gap = 4, align = "center" } = options;
  const a = anchor.getBoundingClientRect();
  const width = floating.offsetWidth;
  const height = floating.offsetHeight;
  const room = { width: document.documentElement.clientWidth, height: window.innerHeight };
  let side = options.side;
  if (side === "top" && a.top - gap - height < EDGE) side = "bottom";
  else if (side === "bottom" && a.bottom + gap + height > room.height - EDGE && a.top - gap - height >= EDGE) side = "top";
  const vertical = side === "top" || side === "bottom";
  // Lines start at the right where texts do.
  const atStart = isRightToLeft() ? "end" : "start";
  const along = (start: number, end: number, own: number) => (align === "center" ? (start + end - own) / 2 : align === atStart ? start : end - own);
  let x = vertical ? along(a.left, a.right, width) : side === "left" ? a.left - gap - width : a.right + gap;
  let y = vertical ? (side === "top" ? a.top - gap - height : a.bottom + gap) : along(a.top, a.bottom, height);
  x = Math.max(EDGE, Math.min(x, room.width - width - EDGE));
  y = Math.max(EDGE, Math.min(y, room.height - height - EDGE));
  floating.style.left = `${Math.round(x)}px`;
  floating.style.top = `${Math.round(y)}px`;
}

/** Keeps `floating` beside `anchor` while the page scrolls or changes size; returns a function that ends it. */
export function keepNear(anchor: Element, floating: HTMLElement, options: Parameters<typeof placeNear>[2]): () => void {
  const place = () => placeNear(anchor, floating, options);
  place();
  const sizes = new ResizeObserver(place);
  sizes.observe(floating);
  window.addEventListener("scroll", place, true);
  window.addEventListener("resize", place);
  return () => {
    sizes.disconnect();
    window.removeEventListener("scroll", place, true);
    window.removeEventListener("resize", place);
  };
}
