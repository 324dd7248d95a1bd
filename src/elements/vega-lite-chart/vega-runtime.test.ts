import * as vega from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { expect, test } from "vitest";
import { apply, prepare } from "./vega-runtime.tsx";

const rows = (series: number) => Array.from({ length: series }, (_, at) => ({ x: 1, y: at, c: `Series ${at}` }));

test("a legend that grows with the data takes its room from the plot, instead of being cut off", async () => {
  const data = { source: rows(2) };
  const spec = {
    data: { name: "source" },
    mark: "point",
    encoding: { x: { field: "x" }, y: { field: "y", type: "quantitative" }, color: { field: "c", legend: { orient: "bottom", columns: 1 } } },
  };
  const view = new vega.View(prepare(spec, data, { config: {}, fits: true, width: 200, height: 300 }), {
    renderer: "none",
    expr: expressionInterpreter,
  } as never);
  await view.runAsync();
  const before = view.signal("height") as number;
  apply(view, { current: data }, { source: rows(6) });
  await expect.poll(() => view.signal("height") as number).toBeLessThan(before - 30);
});
