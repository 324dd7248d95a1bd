import st from "rivulet";

st.title("Charts");

const days = Array.from({ length: 60 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)));
const walk = (seed: number) => days.map((_, day) => Math.round(20 * Math.sin(day / (6 + seed)) + day * (seed / 4) + 60));

st.text("Wide data: a line for each column");
st.lineChart({ day: days, Oslo: walk(1), Bergen: walk(2), Tromsø: walk(3) }, { x: "day", yLabel: "visitors" });

st.text("Stacked areas");
st.areaChart({ day: days, coal: walk(1), wind: walk(2), sun: walk(3) }, { x: "day" });

const sales = ["apple", "pear", "plum", "fig"].flatMap((fruit, f) =>
  ["north", "south", "west"].map((region, r) => ({ fruit, region, sold: (((f + 2) * (r + 3) * 7) % 23) + 4 })),
);
st.text("Long data: the colour tells the series apart");
st.barChart(sales, { x: "fruit", y: "sold", color: "region" });
st.barChart(sales, { x: "fruit", y: "sold", color: "region", stack: false });
st.barChart(sales, { x: "fruit", y: "sold", horizontal: true, color: "#29b09d" });

const flowers = Array.from({ length: 120 }, (_, i) => ({
  width: 2 + (i % 3) * 1.4 + ((i * 73) % 17) / 12,
  length: 1 + (i % 3) * 2 + ((i * 41) % 19) / 11,
  weight: 1 + ((i * 31) % 13),
  kind: ["setosa", "virginica", "versicolor"][i % 3],
}));
st.text("Points with a colour and a size");
st.scatterChart(flowers, { x: "width", y: "length", color: "kind", size: "weight" });
