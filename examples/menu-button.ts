import st from "rivulet";

const rows = [
  { city: "Cairo", people: 10.1 },
  { city: "Lima", people: 10 },
];

st.title("Cities");
st.table(rows);
const format = st.menuButton("Export", ["CSV", "JSON"], { icon: ":material/download:", help: "Shows the rows as text." });
if (format === "JSON") st.code(JSON.stringify(rows, null, 2), { language: "json" });
if (format === "CSV") st.code(["city,people", ...rows.map(({ city, people }) => `${city},${people}`)].join("\n"), { language: null });

st.menuButton("Sort by", ["name", "people"], { type: "tertiary", onClick: (by) => st.toast(`Sorted by ${by}`) });
