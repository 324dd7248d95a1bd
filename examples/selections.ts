import st from "rivulet";

const cities = [
  { city: "Oslo", people: 0.7, rain: 763 },
  { city: "Lima", people: 10.1, rain: 6 },
  { city: "Rome", people: 2.8, rain: 799 },
  { city: "Lagos", people: 15.4, rain: 1506 },
  { city: "Delhi", people: 32.9, rain: 790 },
];

st.title("Choosing");
st.caption("Tick rows, or drag over the points: the script hears of both.");

const table = st.dataframe(cities, { onSelect: "rerun", hideIndex: true, key: "table" });
const ticked = table.selection.rows.map((row) => cities[row]?.city);
st.write(ticked.length > 0 ? `Ticked: **${ticked.join(", ")}**` : "Nothing is ticked.");

const chart = st.vegaLiteChart(
  cities,
  {
    mark: { type: "circle", size: 160 },
    params: [{ name: "brush", select: "interval" }],
    encoding: {
      x: { field: "people", type: "quantitative", title: "million people" },
      y: { field: "rain", type: "quantitative", title: "mm of rain a year" },
      tooltip: { field: "city" },
    },
  },
  { onSelect: "rerun", key: "chart" },
);
const { people: [least, most] = [0, 0] } = chart.selection.brush as { people?: [number, number] };
const inside = cities.filter(({ people }) => people >= least && people <= most);
st.write(most > 0 ? `${inside.length} cities of ${least.toFixed(1)} to ${most.toFixed(1)} million people.` : "Nothing is marked.");
