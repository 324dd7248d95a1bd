import st from "rivulet";

st.title("Vega-Lite");
st.text("Any specification, in the colours of the app");

const hours = Array.from({ length: 7 * 24 }, (_, i) => ({
  day: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][Math.floor(i / 24)],
  hour: i % 24,
  visits: Math.round(60 + 55 * Math.sin(((i % 24) - 7) / 4) + (i > 119 ? -20 : 10) + ((i * 37) % 11)),
}));

st.vegaLiteChart(hours, {
  title: "Visits by hour",
  mark: { type: "rect", cornerRadius: 2 },
  encoding: {
    x: { field: "hour", type: "ordinal", title: "hour of the day", axis: { labelAngle: 0, labelOverlap: true } },
    y: { field: "day", type: "nominal", title: null, sort: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] },
    color: { field: "visits", type: "quantitative" },
  },
});

st.vegaLiteChart({
  data: {
    values: [
      { part: "rent", share: 38 },
      { part: "food", share: 27 },
      { part: "travel", share: 15 },
      { part: "rest", share: 20 },
    ],
  },
  description: "Shares of what is spent each month",
  height: 300,
  mark: { type: "arc", innerRadius: 70, padAngle: 0.01, cornerRadius: 4 },
  encoding: { theta: { field: "share", type: "quantitative" }, color: { field: "part", type: "nominal", title: null } },
});
