import st from "rivulet";

st.title("Map");

const cities = [
  { city: "Oslo", lat: 59.91, lon: 10.75, people: 709_000, color: "#ff4b4b" },
  { city: "Lagos", lat: 6.45, lon: 3.39, people: 15_400_000, color: "#29b09d" },
  { city: "Lima", lat: -12.05, lon: -77.04, people: 10_700_000, color: "#ff8700" },
  { city: "Tokyo", lat: 35.68, lon: 139.69, people: 37_400_000, color: "#6d3fc0" },
  { city: "Auckland", lat: -36.85, lon: 174.76, people: 1_500_000, color: "#0068c9" },
];
st.map(
  cities.map((city) => ({ ...city, radius: Math.sqrt(city.people) * 60 })),
  { size: "radius", color: "color" },
);

st.text("Points around Bergen, as large as 200 metres");
const around = Array.from({ length: 300 }, (_, i) => ({
  latitude: 60.39 + Math.sin(i * 12.9) * 0.02 * ((i % 10) / 5),
  longitude: 5.32 + Math.cos(i * 7.3) * 0.04 * ((i % 10) / 5),
}));
st.map(around, { size: 200, height: 350 });
