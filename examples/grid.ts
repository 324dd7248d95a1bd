import st from "rivulet";

const figures = [
  ["Revenue", "$1.2M", "8%"],
  ["Pipeline", "$4.8M", "12%"],
  ["Conversion", "12.4%", "1.1%"],
  ["Retention", "96%", "-0.4%"],
  ["Visitors", "48,210", "3%"],
] as const;

st.title("The quarter");

const width = st.slider("Least width of a column", 100, 400, 200, { step: 50 });
const grid = st.grid("auto", { minColumnWidth: width, border: true });
grid.cell({ columnSpan: "all" }, () => {
  st.markdown("**Best quarter so far** :material/celebration:");
  st.caption("Cells flow into fewer columns where there is less room. This one has a row of its own.");
});
for (const [name, value, change] of figures) grid.metric(name, value, change);
grid.cell({ columnSpan: 2 }, () => {
  st.write("Two columns wide, where there are two.");
  st.lineChart([3, 4, 4, 6, 7, 9], { height: 120 });
});
