import st from "rivulet";

st.title("Rows that keep coming");

const next = (last: number) => last + Math.random() * 2 - 1;
let [cpu, memory] = [5, 8];

const chart = st.lineChart([{ cpu, memory }]);
const log = st.dataframe([{ step: 0, cpu, memory }], { height: 250 });
for (let step = 1; step <= 100; step += 1) {
  await new Promise((done) => setTimeout(done, 40));
  [cpu, memory] = [next(cpu), next(memory)];
  chart.addRows([{ cpu, memory }]);
  log.addRows([{ step, cpu, memory }]);
}
st.button("Again");
