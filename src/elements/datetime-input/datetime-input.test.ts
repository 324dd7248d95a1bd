import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";
import { Temporal } from "../temporal.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

test("a moment comes from Temporal, Date, ISO text, a day alone, a time alone, or now; seconds are cut", async () => {
  const page = await visit(() => {
    const values = [
      st.datetimeInput("a", Temporal.PlainDateTime.from("2025-11-19T16:45:59")),
      st.datetimeInput("b", new Date("2021-12-31T23:30:00Z")),
      st.datetimeInput("c", "2025-11-19 16:45"),
      st.datetimeInput("d", "2025-11-19T16:45:10Z"),
      st.datetimeInput("e", Temporal.PlainDate.from("2020-02-29")),
      st.datetimeInput("f", Temporal.ZonedDateTime.from("2025-01-01T08:00[Europe/Berlin]")),
      st.datetimeInput("g", null),
    ];
    st.text(values.join());
    const today = Temporal.Now.plainDateISO();
    st.text(String(today.equals(st.datetimeInput("h", "08:30").toPlainDate())));
    st.text(String(today.equals(st.datetimeInput("now").toPlainDate())));
  });
  expect(texts(page)).toEqual([
    "2025-11-19T16:45:00,2021-12-31T23:30:00,2025-11-19T16:45:00,2025-11-19T16:45:00,2020-02-29T00:00:00,2025-01-01T08:00:00,",
    "true",
    "true",
  ]);
});

test("what the page sends counts inside the bounds only, and emptying returns to the start", async () => {
  const page = await visit(() => st.text(String(st.datetimeInput("a", "2026-01-15T10:00", "2026-01-01", "2026-01-31T12:00"))));
  const [node] = page.all("datetimeInput");
  expect([node?.props.min, node?.props.max, node?.props.step]).toEqual(["2026-01-01T00:00", "2026-01-31T12:00", 900]);
  await page.set(node, "2026-01-31T12:00");
  expect(texts(page)).toEqual(["2026-01-31T12:00:00"]);
  for (const hostile of ["2026-01-31T12:01", "2025-12-31T23:59", "never", 5, null]) {
    await page.set(node, hostile);
    expect(texts(page)).toEqual(["2026-01-15T10:00:00"]);
  }
});

test("bounds are ten years to both sides of the value", async () => {
  const page = await visit(() => void st.datetimeInput("a", "2026-01-31T08:15"));
  expect([page.all("datetimeInput")[0]?.props.min, page.all("datetimeInput")[0]?.props.max]).toEqual(["2016-01-31T08:15", "2036-01-31T08:15"]);
});

test("what is no moment, outside, backwards, or a wrong step or format is refused", async () => {
  const says = async (draw: () => unknown) => failure(await visit(() => void draw()));
  expect(await says(() => st.datetimeInput("a", "soon"))).toBe('st.datetimeInput: value must be a day and a time, not "soon"');
  expect(await says(() => st.datetimeInput("a", "2026-02-30T10:00"))).toContain("must be a day and a time");
  expect(await says(() => st.datetimeInput("a", "2026-01-01T10:00", "2026-01-02"))).toContain("the value 2026-01-01T10:00 lies outside 2026-01-02T00:00");
  expect(await says(() => st.datetimeInput("a", null, "2026-01-02", "2026-01-01"))).toContain("minValue must not be after maxValue");
  expect(await says(() => st.datetimeInput("a", { step: 30 }))).toContain("step must be 60 seconds to 23 hours");
  expect(await says(() => st.datetimeInput("a", { format: "DD/MMM/YYYY" }))).toContain("format must be");
});

test("session state and the address carry a moment", async () => {
  const page = await visit(
    () => {
      st.sessionState.setDefault("m", new Date("2026-03-01T08:00:00Z"));
      st.text(`${st.datetimeInput("a", { key: "m" })} ${st.datetimeInput("b", null, { key: "q", bind: "query-params" })}`);
    },
    { open: { query: "q=2026-05-01T09:30" } },
  );
  expect(texts(page)).toEqual(["2026-03-01T08:00:00 2026-05-01T09:30:00"]);
});
