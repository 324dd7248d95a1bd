import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";
import { selectable, type VegaLiteState } from "./selection.ts";

const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;
const data = [
  { x: 1, y: 2 },
  { x: 2, y: 3 },
];
const encoding = { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } };
const params = [
  { name: "picked", select: "point" },
  { name: "brush", select: { type: "interval" } },
];
const spec = { mark: "point", params, encoding };

test("a chart that reports returns what is chosen under the names of its selections", async () => {
  let state: VegaLiteState | undefined;
  const heard: unknown[] = [];
  const page = await visit(() => void (state = st.vegaLiteChart(data, spec, { key: "chart", onSelect: (now) => heard.push(now.selection.picked) })));
  expect(state).toEqual({ selection: { picked: [], brush: {} } });
  await page.set(page.all("vegaLiteChart")[0], { picked: [{ x: 1, y: 2 }], brush: { x: [0, 2] }, other: 1 });
  expect(state).toEqual({ selection: { picked: [{ x: 1, y: 2 }], brush: { x: [0, 2] } } });
  expect(heard).toEqual([[{ x: 1, y: 2 }]]);
});

test("selectionMode leaves selections out, and one that does not exist is refused with those that do", async () => {
  let state: VegaLiteState | undefined;
  await visit(() => void (state = st.vegaLiteChart(data, spec, { onSelect: "rerun", selectionMode: "brush" })));
  expect(state).toEqual({ selection: { brush: {} } });
  const wrong = await visit(() => void st.vegaLiteChart(data, spec, { onSelect: "rerun", selectionMode: ["brusch"] }));
  expect(failure(wrong)).toBe('st.vegaLiteChart: selectionMode names the selection "brusch", which the specification does not have');
  const none = await visit(() => void st.vegaLiteChart(data, { mark: "point", encoding }, { onSelect: "rerun" }));
  expect(failure(none)).toBe("st.vegaLiteChart: the specification has no selection that onSelect could report");
});

test("selections inside layers and rows of charts are reported too", async () => {
  let state: VegaLiteState | undefined;
  const nested = { hconcat: [spec, { layer: [{ mark: "line", encoding, params: [{ name: "deep", select: { type: "point" } }] }] }] };
  await visit(() => void (state = st.vegaLiteChart(data, nested, { onSelect: "rerun" })));
  expect(Object.keys(state?.selection ?? {})).toEqual(["picked", "brush", "deep"]);
});

test("points are known by the fields they show, and the others fade unless the specification says how they look", () => {
  expect(selectable(spec)).toMatchObject({
    params: [{ name: "picked", select: { type: "point", encodings: ["x", "y"] } }, params[1]],
    encoding: { opacity: { condition: { param: "picked", value: 1 } } },
  });
  const own = { ...spec, params: [{ name: "picked", select: { type: "point", fields: ["x"] } }], encoding: { ...encoding, opacity: { value: 0.5 } } };
  expect(selectable(own)).toEqual(own);
  expect(selectable({ ...spec, encoding: { y: { aggregate: "count", field: "y" } } }).params).toEqual(params);
});
