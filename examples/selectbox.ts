import st from "rivulet";

interface City {
  name: string;
  country: string;
  people: number;
}
const cities: City[] = [
  { name: "Cairo", country: "Egypt", people: 10.1 },
  { name: "Lima", country: "Peru", people: 10.0 },
  { name: "Nairobi", country: "Kenya", people: 4.4 },
  { name: "Oslo", country: "Norway", people: 0.7 },
];

st.title("Where to?");
const city = st.selectbox("City", cities, {
  index: null,
  formatFunc: (one) => `${one.name}, ${one.country}`,
  placeholder: "Pick a city",
  icon: ":material/location_city:",
});
if (city) st.metric(city.name, `${city.people} million`, { help: "People who live there." });

const topping = st.selectbox("Topping", ["Cheese", "Mushrooms", "Olives"], { acceptNewOptions: true, help: "Type your own if it is not in the list." });
st.write(`One pizza with **${topping.toLowerCase()}**, coming up.`);

const codes = Array.from({ length: 200_000 }, (_, at) => `Part ${String(at).padStart(6, "0")}`);
const part = st.selectbox("Part", (typed) => codes.filter((code) => code.includes(typed)).slice(0, 50), {
  help: "Two hundred thousand of them: the script looks up what fits.",
});
if (part) st.write(`Ordered: **${part}**.`);
