import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("ui-metric-001 ui-metric-002 ui-metric-004 arrow and colour follow the sign of the delta", async () => {
  const page = await visit(() => {
    st.metric("Temperature", "70 °F", "1.2 °F");
    st.metric("Wind", 9, "-8%");
    st.metric("Wind", 9, -1, { deltaColor: "inverse" });
    st.metric("Wind", 9, 1, "off");
    st.metric("Same", 9, 0);
    st.metric("Own", 9, { delta: 2, deltaColor: "violet", deltaArrow: "down" });
    st.metric("Quiet", 9, { delta: 2, deltaArrow: "off" });
  });
  expect(page.all("metric").map(({ props }) => [props.delta, props.direction, props.color])).toEqual([
    ["1.2 °F", "up", "green"],
    ["-8%", "down", "red"],
    [-1, "down", "green"],
    [1, "up", "gray"],
    [0, undefined, "gray"],
    [2, "down", "violet"],
    [2, undefined, "green"],
  ]);
});

test("ui-metric-005 without a delta there is no third line, and without a value a dash", async () => {
  const page = await visit(() => {
    st.metric("Rows", 12n);
    st.metric("Rows", null, "");
  });
  expect(page.all("metric").map(({ props }) => [props.value, props.delta, props.direction])).toEqual([
    ["12", undefined, undefined],
    ["—", undefined, undefined],
  ]);
});

test("ui-metric-010 numbers of a small chart", async () => {
  const page = await visit(() => st.metric("Sales", 5, { chartData: new Set([1, 2n, null, Number.NaN]), chartType: "area", border: true }));
  expect(page.all("metric")[0]?.props).toMatchObject({ chart: { type: "area", values: [1, 2, null, null] }, border: true });
});

test("values that are neither text nor number are refused", async () => {
  const page = await visit(() => {
    for (const draw of [
      () => st.metric("x", {} as never),
      () => st.metric("x", 1, true as never),
      () => st.metric("x", 1, 1, "pink" as never),
      () => st.metric("x", 1, { chartData: ["a"] as never }),
    ]) {
      try {
        draw();
      } catch (error) {
        st.exception(error);
      }
    }
  });
  expect(page.all("exception").map(({ props }) => props.message)).toEqual([
    "st.metric: value must be a number or text, not an object",
    "st.metric: delta must be a number or text, not true",
    expect.stringContaining('st.metric: deltaColor must be "normal", "inverse"'),
    'st.metric: chartData[0] must be a number, not "a"',
  ]);
});
