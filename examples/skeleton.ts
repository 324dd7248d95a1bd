import st from "rivulet";

st.title("On its way");

const chart = st.skeleton(240);
const rows = await st.skeleton(120, async () => {
  await new Promise((done) => setTimeout(done, 1500));
  return Array.from({ length: 30 }, (_, day) => ({ day, orders: Math.round(40 + 20 * Math.sin(day / 4)) }));
});
chart.lineChart(rows, { x: "day", y: "orders", height: 240 });
st.write(`${rows.length} days are here.`);
