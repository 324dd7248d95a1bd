import st from "rivulet";
import { dataset, parseCsv } from "./datasets.ts";

const loadAirports = st.cacheData(async () => {
  const [airports, flights] = await Promise.all([dataset("airports.csv"), dataset("flights-airport.csv")]);
  const routes = parseCsv<"origin" | "destination" | "count">(flights);
  const leaving = new Map<string, number>();
  for (const { origin, count } of routes) leaving.set(origin, (leaving.get(origin) ?? 0) + Number(count));
  const all = parseCsv<"iata" | "name" | "latitude" | "longitude">(airports).map(({ iata, name, latitude, longitude }) => ({
    iata,
    name,
    lat: Number(latitude),
    lon: Number(longitude),
    flights: leaving.get(iata) ?? 0,
  }));
  const byCode = new Map(all.map((airport) => [airport.iata, airport]));
  const arcs = routes.flatMap(({ origin, destination, count }) => {
    const [from, to] = [byCode.get(origin), byCode.get(destination)];
    if (!from || !to || Number(count) < 4000) return [];
    return { name: `${origin} to ${destination}`, lat: from.lat, lon: from.lon, lat2: to.lat, lon2: to.lon, flights: Number(count) };
  });
  const served = all
    .filter(({ flights }) => flights > 0)
    .map((airport) => ({ ...airport, radius: 120 * Math.sqrt(airport.flights) }))
    .toSorted((a, b) => b.flights - a.flights);
  // Where several large ones lie side by side, the largest has its name shown.
  const largest = served.slice(0, 20).filter((one, at, all) => !all.slice(0, at).some(({ lat, lon }) => Math.hypot(one.lat - lat, one.lon - lon) < 1));
  return { served, largest, arcs };
});

const loadPlaces = st.cacheData(async () =>
  parseCsv<"latitude" | "longitude">(await dataset("zipcodes.csv")).map(({ latitude, longitude }) => ({ lat: Number(latitude), lon: Number(longitude) })),
);

st.title("Mapping");
st.write(
  "Flights within the United States in 2008, and where its postal codes are. The layers are switched in the sidebar; drag the map with the right button to turn it.",
);

const { served, largest, arcs } = await loadAirports();
const isDark = st.context.theme.type === "dark";
const names = ["Airports", "Busiest routes", "Postal codes", "Names of the largest"] as const;
st.sidebar.header("Layers");
const chosen = names.filter((name) => st.sidebar.checkbox(name, { value: name !== "Postal codes" }));

const layers: Record<(typeof names)[number], object> = {
  Airports: {
    "@@type": "ScatterplotLayer",
    data: served,
    getPosition: ["lon", "lat"],
    getRadius: "radius",
    radiusMinPixels: 2,
    getFillColor: [255, 75, 75, 170],
    pickable: true,
  },
  "Busiest routes": {
    "@@type": "ArcLayer",
    data: arcs,
    getSourcePosition: ["lon", "lat"],
    getTargetPosition: ["lon2", "lat2"],
    getSourceColor: [255, 75, 75, 130],
    getTargetColor: [0, 104, 201, 130],
    getWidth: "flights",
    widthScale: 0.0002,
    widthMinPixels: 1,
    pickable: true,
    autoHighlight: true,
  },
  "Postal codes": {
    "@@type": "HexagonLayer",
    data: chosen.includes("Postal codes") ? await loadPlaces() : [],
    getPosition: ["lon", "lat"],
    radius: 20_000,
    elevationScale: 40,
    elevationRange: [0, 8000],
    extruded: true,
    coverage: 0.9,
  },
  "Names of the largest": {
    "@@type": "TextLayer",
    data: largest,
    getPosition: ["lon", "lat"],
    getText: "iata",
    getSize: 13,
    getColor: isDark ? [250, 250, 250] : [38, 39, 48],
    getPixelOffset: [0, -18],
    background: true,
    getBackgroundColor: isDark ? [14, 17, 23, 200] : [255, 255, 255, 220],
    backgroundPadding: [4, 2],
    parameters: { depthCompare: "always" },
  },
};

if (chosen.length === 0) st.error("Switch on at least one layer in the sidebar.");
else {
  st.pydeckChart({
    initialViewState: { latitude: 38.5, longitude: -96.5, zoom: 3, pitch: 40 },
    layers: chosen.map((name) => layers[name]),
    tooltip: { text: "{name}: {flights} flights" },
  });
}
