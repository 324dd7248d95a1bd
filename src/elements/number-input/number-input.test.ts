import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

import { NumberInput } from "./number-input.ts";

const props = async (draw: () => unknown) => {
  const page = await visit(draw);
  const { min, max, step, whole, initial } = page.all("numberInput")[0]?.props ?? { min: failure(page) };
  return [min, max, step, whole, initial];
};

test("with no numbers it is fractional, with whole ones whole, with a step of 1 whole", async () => {
  expect(await props(() => st.numberInput("a"))).toEqual([undefined, undefined, 0.01, false, 0]);
  expect(await props(() => st.numberInput("a", 0, 10))).toEqual([0, 10, 1, true, 0]);
  expect(await props(() => st.numberInput("a", 0, 10, 2.5))).toEqual([0, 10, 0.01, false, 2.5]);
  expect(await props(() => st.numberInput("a", 0, 1))).toEqual([0, 1, 0.01, false, 0]);
  expect(await props(() => st.numberInput("a", 0, 1, 0, 1))).toEqual([0, 1, 1, true, 0]);
  expect(await props(() => st.numberInput("a", { step: 1 }))).toEqual([undefined, undefined, 1, true, 0]);
});

test("it starts at the lowest value, at a value, or at nothing", async () => {
  const page = await visit(() => {
    st.text(
      JSON.stringify([st.numberInput("a", 3, 10), st.numberInput("b", 3, 10, 5), st.numberInput("c", { value: null }), st.numberInput("d", 3, 10, "min")]),
    );
  });
  expect(texts(page)).toEqual(["[3,5,null,3]"]);
  await page.set(page.all("numberInput")[2], 1.5);
  expect(texts(page)).toEqual(["[3,5,1.5,3]"]);
});

test("an emptied field returns to its start", async () => {
  const page = await visit(() => st.text(String(st.numberInput("a", 0, 10, 5))));
  await page.set(page.all("numberInput")[0], 7);
  await page.set(page.all("numberInput")[0], null);
  expect(texts(page)).toEqual(["5"]);
});

test("values outside the bounds are refused from code and not taken from the page", async () => {
  expect(failure(await visit(() => void st.numberInput("a", 0, 10, 11)))).toBe("st.numberInput: the value 11 is above maxValue 10");
  expect(failure(await visit(() => void st.numberInput("a", 0, 10, -1)))).toBe("st.numberInput: the value -1 is below minValue 0");
  expect(failure(await visit(() => void st.numberInput("a", 10, 0)))).toContain("minValue must not be above maxValue");
  const page = await visit(() => st.text(String(st.numberInput("a", 0, 10, 5))));
  await page.set(page.all("numberInput")[0], 11);
  expect(texts(page)).toEqual(["5"]);
});

test("numbers that JavaScript cannot count, and formats of more than a number, are refused", async () => {
  expect(failure(await visit(() => void st.numberInput("a", { value: 2 ** 53 })))).toContain("value must lie between -(2^53 - 1) and 2^53 - 1");
  expect(failure(await visit(() => void st.numberInput("a", { format: "%d items" })))).toContain("format must be one number pattern");
  expect(failure(await visit(() => void st.numberInput("a", { value: "5" as never })))).toContain('value must be a number, "min" or null, not "5"');
  expect(failure(await visit(() => void st.numberInput("a", { format: "%.3f" })))).toBeUndefined();
});

test("tests step up and down without the noise of fractions and never over a bound", () => {
  let now: number | null = 0.1;
  const widget = () => ({
    props: { step: 0.2, whole: false, max: 0.4, initial: 0, label: "" },
    value: now,
    setValue: (value: number | null) => {
      now = value;
    },
    encode: (): never => {
      throw new Error("not asked");
    },
  });
  NumberInput.verbs.increment(widget());
  expect(now).toBe(0.3);
  NumberInput.verbs.increment(widget());
  expect(now).toBe(0.4);
  NumberInput.verbs.decrement(widget());
  expect(now).toBe(0.2);
});
