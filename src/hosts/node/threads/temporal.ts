import { Temporal } from "temporal-polyfill";

/** Values of an engine's own kinds arrive as such: dates of messages become the Temporal of this process. */
export function nativeTemporal(): typeof Temporal {
  return (globalThis as { Temporal?: typeof Temporal }).Temporal ?? Temporal;
}
