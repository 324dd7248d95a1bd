import st from "rivulet";

const chart = st.lineChart([{ x: 0, y: 0 }], { x: "x", y: "y", height: 240 });
let y = 0;
for (let x = 1; x <= 40; x += 1) {
  y += Math.sin(x / 4);
  chart.addRows([{ x, y }]);
  await new Promise((done) => setTimeout(done, 25));
}
st.button("Again");
