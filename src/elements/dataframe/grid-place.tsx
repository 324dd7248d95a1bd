import { useEffect, useLayoutEffect, useState } from "react";

/** Size inside an element's border, in whole pixels, and the room its parent has. */
export function useSize(element: { readonly current: HTMLElement | null }): { width: number; height: number; room: number } {
  const [size, setSize] = useState({ width: 0, height: 0, room: 0 });
  useLayoutEffect(() => {
    const node = element.current;
    if (!node) return undefined;
    const measure = () => {
      const [width, height, room] = [node.clientWidth, node.clientHeight, node.parentElement?.clientWidth ?? node.clientWidth];
      setSize((before) => (before.width === width && before.height === height && before.room === room ? before : { width, height, room }));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(node);
    return () => watch.disconnect();
  }, [element]);
  return size;
}

/** The grid draws its overlays into an element of this name at the end of the page. */
export function usePortal(): void {
  useEffect(() => {
    if (document.getElementById("portal")) return;
    const portal = document.createElement("div");
    portal.id = "portal";
    portal.style.cssText = "position: fixed; left: 0; top: 0; z-index: 1000110;";
    document.body.append(portal);
  }, []);
}

/** Milliseconds after which a dragged corner counts as let go. */
const REST = 150;

/** A height that was made by dragging the corner ends with a whole row. `own` is the height nobody dragged. */
export function useRowSteps(element: { readonly current: HTMLElement | null }, own: number | string, header: number, row: number): void {
  useEffect(() => {
    const node = element.current;
    if (!node) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const snap = () => {
      const height = Number.parseFloat(node.style.height);
      if (!node.style.height.endsWith("px") || height === own) return;
      const rows = Math.max(1, Math.round((height - header - 3) / row));
      node.style.height = `${header + rows * row + 3}px`;
    };
    const watch = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(snap, REST);
    });
    watch.observe(node);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
    };
  }, [element, own, header, row]);
}
