import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

import { Temporal } from "../temporal.ts";

test("a day comes from ISO text, Temporal, Date or today", async () => {
  const page = await visit(() => {
    st.text(
      [
        st.dateInput("a", "2019-07-06"),
        st.dateInput("b", Temporal.PlainDate.from("2020-02-29")),
        st.dateInput("c", new Date("2021-12-31T23:30:00Z")),
        st.dateInput("d", Temporal.PlainDateTime.from("2022-05-01T10:00")),
        st.dateInput("e", "2023-01-02T10:00:00"),
        st.dateInput("f", null),
      ].join(),
    );
    st.text(String(st.dateInput("today").equals(Temporal.Now.plainDateISO())));
  });
  expect(texts(page)).toEqual(["2019-07-06,2020-02-29,2021-12-31,2022-05-01,2023-01-02,", "true"]);
});

test("a range has no end while it is being picked", async () => {
  const page = await visit(() => {
    const [start, end] = st.dateInput("Vacation", ["2026-01-01", "2026-01-07"]);
    st.text(`${start} ${end}`);
    const [first, last] = st.dateInput("Empty", []);
    st.text(`${first} ${last}`);
  });
  expect(texts(page)).toEqual(["2026-01-01 2026-01-07", "undefined undefined"]);
  await page.set(page.all("dateInput")[0], ["2026-02-01"]);
  expect(texts(page)[0]).toBe("2026-02-01 undefined");
  await page.set(page.all("dateInput")[0], ["2026-02-01", "2026-02-03"]);
  expect(texts(page)[0]).toBe("2026-02-01 2026-02-03");
});

test("bounds are ten years to both sides unless given, and are kept", async () => {
  const page = await visit(() => {
    st.text(String(st.dateInput("a", "2026-01-31")));
    st.text(String(st.dateInput("b", "2026-01-31", "2026-01-01", "2026-12-31")));
  });
  expect(page.all("dateInput").map(({ props }) => [props.min, props.max])).toEqual([
    ["2016-01-31", "2036-01-31"],
    ["2026-01-01", "2026-12-31"],
  ]);
  await page.set(page.all("dateInput")[1], ["2027-01-01"]);
  expect(texts(page)[1]).toBe("2026-01-31");
  expect(failure(await visit(() => void st.dateInput("b", "2025-01-31", "2026-01-01")))).toContain("the value 2025-01-31 lies outside 2026-01-01");
});

test("what is no day, three days, a range backwards and unknown formats are refused", async () => {
  expect(failure(await visit(() => void st.dateInput("a", "2026-02-30")))).toBe('st.dateInput: value must be a day, not "2026-02-30"');
  expect(failure(await visit(() => void st.dateInput("a", 5 as never)))).toContain("value must be a day, not 5");
  expect(failure(await visit(() => void st.dateInput("a", ["2026-01-01", "2026-01-02", "2026-01-03"] as never)))).toContain("up to two for a range, not 3");
  expect(failure(await visit(() => void st.dateInput("a", ["2026-01-02", "2026-01-01"])))).toContain("must not end before it begins");
  expect(failure(await visit(() => void st.dateInput("a", "2026-01-02", { format: "DD/MMM/YY" })))).toContain('format must be "YYYY/MM/DD"');
  for (const format of ["YYYY/MM/DD", "DD.MM.YYYY", "MM-DD-YYYY"]) {
    expect(failure(await visit(() => void st.dateInput("a", "2026-01-02", { format })))).toBeUndefined();
  }
});

test("days can be assigned through session state", async () => {
  const page = await visit(() => {
    if (!("day" in st.sessionState)) st.sessionState.day = "2026-03-01";
    st.text(String(st.dateInput("a", { key: "day" })));
  });
  expect(texts(page)).toEqual(["2026-03-01"]);
});
