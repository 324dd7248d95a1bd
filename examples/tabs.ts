import st from "rivulet";

st.title("Tabs");
const [chart, table] = st.tabs([":material/show_chart: Chart", ":material/table: Table"]);
const sales = [
  { month: "January", sold: 12 },
  { month: "February", sold: 19 },
  { month: "March", sold: 15 },
];
chart.barChart(sales, { x: "month", y: "sold", sort: false });
table.dataframe(sales);
