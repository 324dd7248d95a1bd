import type { Temporal as Types } from "temporal-polyfill";

/** Dates and times: the platform's own where there is one. */
export { Temporal } from "temporal-polyfill";
export type PlainDate = Types.PlainDate;
export type PlainTime = Types.PlainTime;
export type PlainDateTime = Types.PlainDateTime;
export type ZonedDateTime = Types.ZonedDateTime;
export type Duration = Types.Duration;
