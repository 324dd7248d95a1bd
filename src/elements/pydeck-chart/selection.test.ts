import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";
import { afterClick, NOTHING_CHOSEN } from "./chosen.ts";
import type { PydeckState } from "./selection.ts";

const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;
const deck = { layers: [{ "@@type": "ScatterplotLayer", id: "cities", data: [{ name: "Oslo", lon: 10.7, lat: 59.9 }], getPosition: "@@=[lon, lat]" }] };

test("a map that reports returns what is chosen by layer, and its callback hears of it first", async () => {
  const heard: unknown[] = [];
  let state: PydeckState | undefined;
  const page = await visit(() => {
    state = st.pydeckChart(deck, { key: "map", onSelect: (now) => heard.push(now.selection.indices) });
  });
  expect(state).toEqual({ selection: { indices: {}, objects: {} } });
  await page.set(page.all("pydeckChart")[0], { indices: { cities: [0] }, objects: { cities: [{ name: "Oslo" }] } });
  expect(state).toEqual({ selection: { indices: { cities: [0] }, objects: { cities: [{ name: "Oslo" }] } } });
  expect(heard).toEqual([{ cities: [0] }]);
});

test("modes that do not exist and selections that no map gives are refused", async () => {
  const wrong = await visit(() => void st.pydeckChart(deck, { onSelect: "rerun", selectionMode: "objects" as never }));
  expect(failure(wrong)).toBe('st.pydeckChart: selectionMode must be "single-object" or "multi-object", not "objects"');
  let state: PydeckState | undefined;
  const page = await visit(() => void (state = st.pydeckChart(deck, { onSelect: "rerun" })));
  await page.set(page.all("pydeckChart")[0], { indices: { cities: [0, 1] }, objects: { cities: [{}, {}] } });
  expect(state?.selection.indices).toEqual({});
});

test("where one object can be chosen a click replaces it, where several can be chosen it joins them, and a second click takes it back", () => {
  const [a, b] = [{ name: "a" }, { name: "b" }];
  const one = afterClick(NOTHING_CHOSEN, "single-object", "first", 0, a);
  expect(afterClick(one, "single-object", "second", 3, b)).toEqual({ indices: { second: [3] }, objects: { second: [b] } });
  expect(afterClick(one, "single-object", "first", 0, a)).toEqual(NOTHING_CHOSEN);
  const both = afterClick(one, "multi-object", "first", 3, b);
  expect(both).toEqual({ indices: { first: [0, 3] }, objects: { first: [a, b] } });
  expect(afterClick(both, "multi-object", "first", 0, a)).toEqual({ indices: { first: [3] }, objects: { first: [b] } });
  expect(afterClick(one, "multi-object", "first", 0, a)).toEqual(NOTHING_CHOSEN);
});
