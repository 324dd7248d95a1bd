import { expect, test } from "vitest";
import { fromIPC } from "../../data/from-ipc.ts";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";
import { deckLayers, tooltipText } from "./deck-layers.tsx";

const ROWS = [{ name: "A", lon: 1, lat: 2, exits: 9 }];

test("data of layers travels as tables, the rest as it is", async () => {
  const page = await visit(() => {
    st.pydeckChart({
      initialViewState: { zoom: 3 },
      layers: [
        { "@@type": "ScatterplotLayer", data: ROWS, getPosition: ["lon", "lat"] },
        { "@@type": "GeoJsonLayer", data: { type: "FeatureCollection", features: [] } },
      ],
    });
  });
  const props = page.all("pydeckChart")[0]?.props as { spec: { layers: object[] }; tables: Record<number, Uint8Array> };
  expect(props.spec.layers[0]).toEqual({ "@@type": "ScatterplotLayer", getPosition: ["lon", "lat"] });
  expect(props.spec.layers[1]).toHaveProperty("data.type", "FeatureCollection");
  expect(fromIPC(page.mirror.bytes(props.tables[0] as Uint8Array)).get(0, 0)).toBe("A");
});

test("what is no description is refused", async () => {
  const page = await visit(() => st.pydeckChart("map" as never));
  expect(page.all("exception")[0]?.props.message).toBe("st.pydeckChart: deck must be an object that describes layers, not string");
});

test("accessors are columns, lists of columns or expressions; unknown layers are named", () => {
  const { layers, unknown } = deckLayers(
    [
      { "@@type": "TextLayer", getText: "name", getPosition: "@@=[lon, lat]", getAlignmentBaseline: "'bottom'", getSize: 10 },
      { "@@type": "ScatterplotLayer", getPosition: ["lon", "lat"], getRadius: "exits", getFillColor: [200, 30, 0] },
      { "@@type": "TeapotLayer" },
    ],
    { 0: ROWS, 1: ROWS },
  );
  expect(unknown).toEqual(["TeapotLayer"]);
  // biome-ignore lint/suspicious/noExplicitAny: props of any layer
  const [text, dots] = layers.map((layer) => layer.props as any);
  expect(text.getText(ROWS[0])).toBe("A");
  expect(text.getPosition(ROWS[0])).toEqual([1, 2]);
  expect(text.getAlignmentBaseline).toBe("bottom");
  expect(dots.getPosition(ROWS[0])).toEqual([1, 2]);
  expect(dots.getRadius(ROWS[0])).toBe(9);
  expect(dots.getFillColor).toEqual([200, 30, 0]);
  expect(dots.data).toBe(ROWS);
});

test("a tooltip is filled in from the row", () => {
  expect(tooltipText({ text: "{name}: {exits}, {none}" }, ROWS[0])).toBe("A: 9, {none}");
  expect(tooltipText(true, { a: 1, deep: {} })).toBe("a: 1");
  expect(tooltipText(undefined, ROWS[0])).toBe(null);
});

test("a layer that takes the place of one of another type gets an id of its own", () => {
  const names = ["ArcLayer", "HexagonLayer", "ArcLayer"].map((type) => ({ "@@type": type }));
  const ids = (from: number) => deckLayers(names.slice(from), {}).layers.map(({ id }) => id);
  expect(ids(0)).toEqual(["ArcLayer-0", "HexagonLayer-0", "ArcLayer-1"]);
  expect(ids(1)).toEqual(["HexagonLayer-0", "ArcLayer-0"]);
});
