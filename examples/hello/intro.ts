import st from "rivulet";

st.title("Welcome to Rivulet");
st.markdown(`
  Rivulet turns a TypeScript script into a live web app. The script runs from top to bottom; whenever someone
  moves a widget it runs again, and the page shows what changed. **Try it:**
`);

const [left, right] = st.columns([2, 3], { gap: "large" });
const [waves, height] = left.with(() => {
  const count = st.slider("Waves", 1, 8, 3);
  const tall = st.slider("Height", 0.1, 1, 0.6, { step: 0.1 });
  return [count, tall];
});
const points = Array.from({ length: 121 }, (_, i) => ({
  x: i / 120,
  y: height * Math.sin((i / 120) * waves * 2 * Math.PI),
}));
right.lineChart(points, { x: "x", y: "y", height: 240 });

st.markdown("This is the part of the script that made it:");
st.code(
  `
const waves = st.slider("Waves", 1, 8, 3);
const height = st.slider("Height", 0.1, 1, 0.6, { step: 0.1 });
st.lineChart(points(waves, height), { x: "x", y: "y" });
`,
  { wrapLines: true },
);

st.header("See more");
const [one, two, three] = st.columns(3);
one.container({ border: true, height: "stretch" }, () => {
  st.pageLink("animation.ts", { label: "**Animation**", icon: ":material/show_chart:" });
  st.caption("A bar, a line of text and a chart that move while the script runs.");
});
two.container({ border: true, height: "stretch" }, () => {
  st.pageLink("mapping.ts", { label: "**Mapping**", icon: ":material/map:" });
  st.caption("Airports, flights and 42,000 places, layer by layer.");
});
three.container({ border: true, height: "stretch" }, () => {
  st.pageLink("dataframe.ts", { label: "**Dataframe**", icon: ":material/table_chart:" });
  st.caption("A table and a chart of the industries that were picked.");
});
st.caption("“Show code” in the sidebar shows the script of each page.");
