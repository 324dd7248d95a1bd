import type { PointerEvent } from "react";

/** For a text on one line that may be cut: hovering then shows the whole of it. Spread on the element that cuts. */
export const cutTitle = {
  onPointerEnter({ currentTarget }: PointerEvent<HTMLElement>): void {
    if (currentTarget.scrollWidth > currentTarget.clientWidth) currentTarget.title = currentTarget.textContent ?? "";
    else currentTarget.removeAttribute("title");
  },
};
