import { AppError } from "../../engine/errors/errors.ts";
import { show } from "../choices.ts";
import { milliseconds, type Reading, readingOf } from "../moments.ts";
import { toPlainTime } from "../moments.ts";
import { Temporal } from "../temporal.ts";

/** What the arguments of a slider come to; positions are numbers, for dates milliseconds of a clock. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly range: boolean;
  readonly initial: number[];
  /** How positions become dates; absent for numbers. */
  readonly reading: Reading | undefined;
  /** Positions of what code assigned; throws AppError for what cannot be one. */
  toWire(value: unknown): number[];
}

interface Given {
  minValue?: unknown;
  maxValue?: unknown;
  value?: unknown;
  step?: unknown;
}

const DAY = 86_400_000;
const QUARTER_HOUR = 900_000;

/** Settles bounds, step and start of a slider from whatever was given. */
export function scaleOf(command: string, given: Given): Scale {
  const { minValue, maxValue, value, step } = given;
  const range = Array.isArray(value);
  const values: unknown[] = range ? value : value === undefined || value === null ? [] : [value];
  if (range && values.length !== 0 && values.length !== 2) {
    throw new AppError("argument", `${command}: value must be one value, or two for a range, not ${values.length}`);
  }
  const ends = [...values, minValue, maxValue].filter((one) => one !== undefined && one !== null);
  const reading = sameKind(command, ends);
  const position = (one: unknown) => (reading ? reading.toClock(one) : (one as number));
  const at = values.map(position).toSorted((a, b) => a - b);
  const bounds = reading ? clockBounds(reading, at, minValue, maxValue, position) : numberBounds(ends as number[], step, minValue, maxValue);
  // A start outside the default bounds moves them.
  const min = minValue === undefined || minValue === null ? Math.min(bounds.min, ...at) : bounds.min;
  const max = maxValue === undefined || maxValue === null ? Math.max(bounds.max, ...at) : bounds.max;
  if (!(min < max))
    throw new AppError("argument", `${command}: minValue must be less than maxValue, but they are ${show(minValue ?? min)} and ${show(maxValue ?? max)}`);
  const within = (one: number, said: unknown) => {
    if (one < min || one > max) throw outside(command, said, minValue ?? min, maxValue ?? max);
    return one;
  };
  at.forEach((one) => within(one, value));
  return {
    min,
    max,
    step: readStep(command, step, reading, max - min, bounds.isWhole),
    range,
    initial: at.length > 0 ? at : range ? [min, max] : [min],
    reading,
    toWire(assigned) {
      const list: unknown[] = Array.isArray(assigned) ? assigned : assigned === undefined || assigned === null ? [] : [assigned];
      if (list.length === 0) return range ? [min, max] : [min];
      if (list.length !== (range ? 2 : 1)) {
        throw new AppError("argument", `${command}: ${range ? "two values are needed for a range" : "one value is needed"}, not ${show(assigned)}`);
      }
      const kind = sameKind(command, list);
      if (kind?.type !== reading?.type) throw mixed(command, list.concat(ends));
      return list.map((one) => within(position(one), one)).toSorted((a, b) => a - b);
    },
  };
}

function sameKind(command: string, values: readonly unknown[]): Reading | undefined {
  const readings = values.map((value) => {
    if (typeof value === "number") {
      if (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))) return undefined;
      throw new AppError("argument", `${command}: numbers must lie between -(2^53 - 1) and 2^53 - 1, not ${String(value)}`);
    }
    const reading = readingOf(value);
    if (reading) return reading;
    throw new AppError("argument", `${command}: values must be numbers, dates or times, not ${show(value)}`, {
      hint: 'Dates may be Temporal values, Date, or ISO text such as "2026-01-31" and "08:30".',
    });
  });
  const first = readings[0];
  if (readings.some((reading) => reading?.type !== first?.type)) throw mixed(command, values);
  return first;
}

function mixed(command: string, values: readonly unknown[]): AppError {
  return new AppError("argument", `${command}: minValue, maxValue and value must all be of one kind, not ${values.map(show).join(", ")}`, {
    hint: "Give all as numbers, all as dates, all as times, or all as dates with times.",
  });
}

function outside(command: string, value: unknown, min: unknown, max: unknown): AppError {
  return new AppError("argument", `${command}: the value ${show(value)} lies outside ${show(min)} to ${show(max)}`, {
    hint: "Move the value inside minValue and maxValue, or widen them.",
  });
}

interface Bounds {
  min: number;
  max: number;
  isWhole: boolean;
}

/** JavaScript has one kind of number: a slider is fractional when a number says so, or when it spans at most 1. */
function numberBounds(numbers: number[], step: unknown, minValue: unknown, maxValue: unknown): Bounds {
  const isGiven = (one: unknown): one is number => typeof one === "number";
  const hasFraction = [...numbers, step].some((one) => isGiven(one) && !Number.isInteger(one));
  const min = isGiven(minValue) ? minValue : 0;
  const max = isGiven(maxValue) ? maxValue : hasFraction ? Math.max(1, ...numbers) : 100;
  return { min, max, isWhole: !hasFraction && (isGiven(step) || max - min > 1) };
}

function clockBounds(reading: Reading, at: number[], minValue: unknown, maxValue: unknown, position: (one: unknown) => number): Bounds {
  const isMissing = (one: unknown) => one === undefined || one === null;
  const given = [...at, ...[minValue, maxValue].filter((one) => !isMissing(one)).map(position)];
  if (reading.type === "time") {
    return {
      min: isMissing(minValue) ? 0 : position(minValue),
      max: isMissing(maxValue) ? reading.toClock(toPlainTime("23:59:59.999")) : position(maxValue),
      isWhole: true,
    };
  }
  const near = given.length > 0 ? given : [reading.toClock(Temporal.Now.plainDateISO("UTC"))];
  return {
    min: isMissing(minValue) ? Math.min(...near) - 14 * DAY : position(minValue),
    max: isMissing(maxValue) ? Math.max(...near) + 14 * DAY : position(maxValue),
    isWhole: true,
  };
}

function readStep(command: string, step: unknown, reading: Reading | undefined, span: number, isWhole: boolean): number {
  if (step === undefined || step === null) {
    if (!reading) return isWhole ? 1 : 0.01;
    return reading.type === "time" || (reading.type === "datetime" && span < DAY) ? QUARTER_HOUR : DAY;
  }
  if (reading) {
    const length = milliseconds(command, "step", step);
    if (reading.type !== "date" || length % DAY === 0) return length;
    throw new AppError("argument", `${command}: step must be a number of whole days for dates, not ${show(step)}`, {
      hint: 'Write { step: "P7D" } for weeks.',
    });
  }
  if (typeof step === "number" && Number.isFinite(step) && step > 0) return step;
  throw new AppError("argument", `${command}: step must be a number above 0, not ${show(step)}`);
}
