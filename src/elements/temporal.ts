import { Temporal as Polyfill } from "temporal-polyfill";

/** Dates and times: the platform's own where there is one. */
export const Temporal: typeof Polyfill = (globalThis as { Temporal?: typeof Polyfill }).Temporal ?? Polyfill;
export type { Polyfill as TemporalTypes };
export type PlainDate = Polyfill.PlainDate;
export type PlainTime = Polyfill.PlainTime;
export type PlainDateTime = Polyfill.PlainDateTime;
export type ZonedDateTime = Polyfill.ZonedDateTime;
export type Duration = Polyfill.Duration;
