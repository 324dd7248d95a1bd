import { choice, fixed, literal, number, oneOf, Source } from "../knobs.ts";
import { play } from "../play.ts";
import { cities } from "./data.ts";

export const map = play("map", {
  args: { data: fixed(cities) },
  options: {
    size: number(200_000, { minValue: 1000, step: 50_000 }),
    color: choice("#ff4b4b", "#0068c9", "#21c354"),
    zoom: number(undefined, { minValue: 0, maxValue: 20 }),
    height: choice("stretch", 300, 600),
  },
});

/** A map to choose, of one layer. */
function deck(name: string, type: string, layer: object): Source {
  const view = { latitude: 15, longitude: 0, zoom: 0.8, pitch: 30 };
  const at = { getPosition: "@@=[longitude, latitude]", getFillColor: [255, 75, 75, 180] };
  const described = (data: unknown) => ({ initialViewState: view, layers: [{ "@@type": type, data, ...at, ...layer }] });
  const before = `const cities = ${literal(cities)};\n\nconst ${name} = ${literal(described(new Source("cities", cities)))};`;
  return new Source(name, described(cities), before);
}

const decks = [
  deck("columns", "ColumnLayer", { getElevation: "@@=people * 200000", radius: 250_000 }),
  deck("points", "ScatterplotLayer", { getRadius: "@@=people * 60000" }),
  deck("heat", "HeatmapLayer", { getWeight: "people", radiusPixels: 60 }),
];

export const pydeckChart = play("pydeckChart", { args: { deck: oneOf(decks[0], decks) }, options: { height: choice("stretch", 300, 600) } });
