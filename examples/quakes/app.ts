import { readFile } from "node:fs/promises";
import st from "rivulet";

// Every earthquake that the U.S. Geological Survey recorded in the first week of February 2018.
const FILE = new URL("../data/earthquakes.json", import.meta.resolve("vega-datasets"));

interface Feature {
  properties: { time: number; mag: number; place: string };
  geometry: { coordinates: [longitude: number, latitude: number, depth: number] };
}

const loadQuakes = st.cacheData(async () => {
  const { features } = JSON.parse(await readFile(FILE, "utf8")) as { features: Feature[] };
  return features.map(
    ({
      properties: { time, mag, place },
      geometry: {
        coordinates: [longitude, latitude, depth],
      },
    }) => ({
      time: new Date(time),
      magnitude: mag,
      place,
      latitude,
      longitude,
      depth,
      radius: 9000 * 1.8 ** mag, // of its point on the map, in metres
    }),
  );
});

st.title("A week of earthquakes");

const status = st.text("Loading data...");
const quakes = await loadQuakes();
status.text("Done! (using st.cacheData)");

if (st.checkbox("Show raw data")) {
  st.header("Raw data");
  st.dataframe(quakes, {
    columnOrder: ["time", "magnitude", "place", "latitude", "longitude", "depth"],
    columnConfig: { depth: "depth (km)" },
    hideIndex: true,
  });
}

st.header("Number of earthquakes by hour");
const histogram = st.container();
const hour = st.slider("hour", 0, 23, 17);
const inHour = quakes.filter(({ time }) => time.getUTCHours() === hour);

const counts = Array.from({ length: 24 }, () => 0);
for (const { time } of quakes) counts[time.getUTCHours()]! += 1;
const bars = counts.map((count, at) => ({ hour: at, "other hours": at === hour ? 0 : count, "on the map": at === hour ? count : 0 }));
histogram.barChart(bars, {
  x: "hour",
  y: ["other hours", "on the map"],
  color: ["#83c9ff", "#ff4b4b"],
  xLabel: "hour of the day (UTC)",
  yLabel: "earthquakes",
});

st.header(`Map of all earthquakes at ${hour}:00`);
st.map(inHour, { size: "radius", color: "#ff4b4bb0" });
st.caption(`${inHour.length} of ${quakes.length} earthquakes. Data: U.S. Geological Survey.`);
