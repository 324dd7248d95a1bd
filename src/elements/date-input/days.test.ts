import { expect, test } from "vitest";
import { addDays, addMonths, firstWeekdayOf, readDay, showDay, weekday, weeksOf } from "./days.ts";

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

test("weeks begin where the viewer's country begins them", () => {
  expect(firstWeekdayOf("en-US")).toBe(0);
  expect(firstWeekdayOf("de-DE")).toBe(1);
});
