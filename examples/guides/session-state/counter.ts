import st from "rivulet";

const s = st.sessionState.init({ count: 0, steps: [] as number[] });
const step = st.numberInput("Step", 1, 10, 1);

function add(by: number): void {
  s.count += by;
  s.steps.push(by);
}

st.button("Add", { onClick: () => add(step) });
st.button("Take away", { onClick: add, args: [-step] });
st.metric("Count", s.count, s.steps.at(-1) ?? null);
