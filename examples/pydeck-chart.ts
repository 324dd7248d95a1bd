import st from "rivulet";

st.title("Layers on a map");

const spots = Array.from({ length: 900 }, (_, i) => ({
  lat: 37.76 + Math.sin(i * 12.9898) * 0.03 * ((i % 17) / 12),
  lon: -122.43 + Math.cos(i * 78.233) * 0.04 * ((i % 13) / 9),
}));
const stops = [
  { name: "Embarcadero", lat: 37.7929, lon: -122.3968, exits: 34_000, lat2: 37.7599, lon2: -122.4189 },
  { name: "16th St Mission", lat: 37.7651, lon: -122.4197, exits: 12_500, lat2: 37.7837, lon2: -122.4089 },
  { name: "Glen Park", lat: 37.7331, lon: -122.4338, exits: 7_800, lat2: 37.7929, lon2: -122.3968 },
  { name: "Balboa Park", lat: 37.7219, lon: -122.4475, exits: 10_200, lat2: 37.7651, lon2: -122.4197 },
];

const layers = {
  "Bike rentals": {
    "@@type": "HexagonLayer",
    data: spots,
    getPosition: ["lon", "lat"],
    radius: 200,
    elevationScale: 4,
    elevationRange: [0, 1000],
    extruded: true,
  },
  "Stop exits": {
    "@@type": "ScatterplotLayer",
    data: stops,
    getPosition: ["lon", "lat"],
    getFillColor: [200, 30, 0, 160],
    getRadius: "exits",
    radiusScale: 0.02,
  },
  "Stop names": {
    "@@type": "TextLayer",
    data: stops,
    getPosition: "@@=[lon, lat]",
    getText: "name",
    getColor: [38, 39, 48],
    getSize: 13,
    getPixelOffset: [0, -14],
    background: true,
    getBackgroundColor: [255, 255, 255, 220],
    backgroundPadding: [4, 2],
    parameters: { depthCompare: "always" },
  },
  "Outbound flow": {
    "@@type": "ArcLayer",
    data: stops,
    getSourcePosition: ["lon", "lat"],
    getTargetPosition: ["lon2", "lat2"],
    getSourceColor: [200, 30, 0, 160],
    getTargetColor: [0, 104, 201, 200],
    getWidth: "exits",
    widthScale: 0.0002,
    widthMinPixels: 3,
    widthMaxPixels: 30,
    autoHighlight: true,
    pickable: true,
  },
};
st.pydeckChart({
  initialViewState: { latitude: 37.76, longitude: -122.43, zoom: 11, pitch: 50 },
  layers: Object.values(layers),
  tooltip: { text: "{name}: {exits} exits" },
});
