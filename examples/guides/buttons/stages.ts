import st from "rivulet";

const s = st.sessionState.init({ stage: 0, name: "" });
const go = (stage: number) => () => (s.stage = stage);

if (s.stage === 0) st.button("Begin", { onClick: go(1) });
if (s.stage >= 1) s.name = st.textInput("Name", { value: s.name, onChange: go(2) });
if (s.stage >= 2) {
  const color = st.selectbox("Colour", ["red", "green", "blue"], { index: null, onChange: go(3) });
  if (color && s.stage >= 3) st.write(`:${color}[Thank you, ${s.name}!]`);
}
if (s.stage > 0) st.button("Start over", { onClick: go(0) });
