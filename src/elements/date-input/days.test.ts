import { expect, test } from "vitest";
import { addDays, addMonths, firstWeekdayOf, rangesUntil, readDay, showDay, weekday, weeksOf } from "./days.ts";

test("days move over the ends of months and years", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2026-01-15", -1)).toBe("2025-12-15");
  expect(addMonths("2024-02-29", 12)).toBe("2025-02-28");
  expect(weekday("2026-11-21")).toBe(6);
});

test("a month's page shows six whole weeks that hold the month", () => {
  const weeks = weeksOf("2026-02-10", 1);
  expect(weeks).toHaveLength(6);
  expect(weeks[0]?.[0]).toBe("2026-01-26");
  expect(weeks.flat()).toContain("2026-02-28");
  expect(weeks.every((week) => weekday(week[0] as string) === 1)).toBe(true);
  expect(weeksOf("2026-02-10", 0)[0]?.[0]).toBe("2026-02-01");
});

test("days are shown and read in the format asked for", () => {
  expect(showDay("2026-01-31", "DD.MM.YYYY")).toBe("31.01.2026");
  expect(readDay("31.1.2026", "DD.MM.YYYY")).toBe("2026-01-31");
  expect(readDay("2026/01/31", "YYYY/MM/DD")).toBe("2026-01-31");
  expect(readDay("01312026", "MM-DD-YYYY")).toBe("2026-01-31");
  expect(readDay("2026/02/30", "YYYY/MM/DD")).toBeUndefined();
  expect(readDay("tomorrow", "YYYY/MM/DD")).toBeUndefined();
});

test("ranges of the past end today and begin where days do", () => {
  const names = (min: string, max: string) => rangesUntil("2026-03-31", min, max).map(({ unit, count, range }) => `${count} ${unit} ${range.join(" ")}`);
  expect(names("2025-09-01", "2030-01-01")).toEqual([
    "1 week 2026-03-24 2026-03-31",
    "1 month 2026-02-28 2026-03-31",
    "3 month 2025-12-31 2026-03-31",
    "6 month 2025-09-30 2026-03-31",
  ]);
  expect(names("2020-01-01", "2026-03-30").at(-1)).toBe("2 year 2024-03-31 2026-03-30");
  expect(names("2026-04-01", "2026-05-01")).toEqual([]);
});

test("weeks begin where the viewer's country begins them", () => {
  expect(firstWeekdayOf("en-US")).toBe(0);
  expect(firstWeekdayOf("de-DE")).toBe(1);
});
