import { type ComponentType, type LazyExoticComponent, lazy } from "react";

/**
 * A part of the page that is fetched when it is first drawn. A server that is gone cannot deliver it:
 * then nothing is drawn in its place, where `lazy` alone would take the whole page down.
 */
// biome-ignore lint/suspicious/noExplicitAny: whatever props the part takes
export function late<T extends ComponentType<any>>(load: () => Promise<{ default: T }>): LazyExoticComponent<T> {
  return lazy(() => load().catch(() => ({ default: (() => null) as unknown as T })));
}
