import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

test("it stands at the first option, at a value, or at a range of two", async () => {
  const page = await visit(() => {
    const sizes = ["S", "M", "L"];
    st.text(JSON.stringify([st.selectSlider("a", sizes), st.selectSlider("b", sizes, "M"), st.selectSlider("c", sizes, ["L", "S"])]));
  });
  expect(texts(page)).toEqual(['["S","M",["S","L"]]']);
  await page.set(page.all("selectSlider")[2], [1, 2]);
  await page.set(page.all("selectSlider")[0], [2]);
  expect(texts(page)).toEqual(['["L","M",["M","L"]]']);
});

test("no options, or a value that is none of them, are refused", async () => {
  expect(failure(await visit(() => void st.selectSlider("a", [])))).toBe("st.selectSlider: options must hold at least one option");
  expect(failure(await visit(() => void st.selectSlider("a", ["S"], "Q" as never)))).toContain('the value "Q" is not in the options');
});

test("objects come back as this run's own", async () => {
  const page = await visit(() => {
    const plans = [{ name: "free" }, { name: "paid" }];
    const plan = st.selectSlider("Plan", plans, { formatFunc: (one) => one.name, value: { name: "paid" } });
    st.text(`${plan.name} ${plans.includes(plan)}`);
  });
  expect(texts(page)).toEqual(["paid true"]);
});
