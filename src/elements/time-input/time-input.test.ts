import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

import { Temporal } from "../temporal.ts";
import { TimeInput } from "./time-input.ts";

test("a time comes from ISO text, Temporal, Date or now, without its seconds unless the step has them", async () => {
  const page = await visit(() => {
    st.text(
      [
        st.timeInput("a", "08:45"),
        st.timeInput("b", Temporal.PlainTime.from("10:30:59")),
        st.timeInput("c", new Date("2021-12-31T23:30:00Z")),
        st.timeInput("d", "08:45:10", { step: 30 }),
        st.timeInput("e", null),
      ].join(),
    );
    st.text(String(st.timeInput("now").second));
  });
  expect(texts(page)).toEqual(["08:45:00,10:30:00,23:30:00,08:45:10,", "0"]);
});

test("what the page sends is a time, or the start again", async () => {
  const page = await visit(() => st.text(String(st.timeInput("a", "08:45"))));
  await page.set(page.all("timeInput")[0], "21:10:00");
  expect(texts(page)).toEqual(["21:10:00"]);
  for (const wrong of ["25:00:00", "noon", 5]) {
    await page.set(page.all("timeInput")[0], wrong);
    expect(texts(page)).toEqual(["08:45:00"]);
  }
});

test("steps lie between a second and 23 hours, in any way of saying it", async () => {
  const page = await visit(() => {
    for (const step of [60, "PT1H", Temporal.Duration.from({ minutes: 5 })]) st.timeInput(String(step), "08:00", { step });
  });
  expect(page.all("timeInput").map((node) => node.props.step)).toEqual([60, 3600, 300]);
  for (const step of [0, 0.5, 86_400, "soon"]) {
    expect(failure(await visit(() => void st.timeInput("a", "08:00", { step })))).toContain("st.timeInput: step must be");
  }
});

test("what is no time, and unknown formats, are refused", async () => {
  expect(failure(await visit(() => void st.timeInput("a", "25:00")))).toBe('st.timeInput: value must be a time of day, not "25:00"');
  expect(failure(await visit(() => void st.timeInput("a", "08:00", { format: "am" as never })))).toContain('format must be "12h"');
});

test("tests step up and down, over midnight too", () => {
  let now: string | null = "23:50:00";
  const widget = () => ({
    props: { step: 900, format: "24h" as const, label: "" },
    value: now,
    setValue: (value: string | null) => {
      now = value;
    },
    encode: (): never => {
      throw new Error("not asked");
    },
  });
  TimeInput.verbs.increment(widget());
  expect(now).toBe("00:05:00");
  TimeInput.verbs.decrement(widget());
  expect(now).toBe("23:50:00");
});
