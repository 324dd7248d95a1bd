import st from "rivulet";

const s = st.sessionState.init({ app: 0, part: 0 });
s.app += 1;

st.title("Fragments");
st.write("A fragment reruns on its own, and the rest of the page stays as it is.");

const counter = st.fragment(() => {
  s.part += 1;
  const [left, right] = st.columns(2);
  left.button("Rerun the fragment");
  right.metric("Runs of the fragment", s.part);
});
const clock = st.fragment(() => st.caption(`It is ${new Date().toISOString().slice(11, 19)} UTC.`), { runEvery: "1s" });

st.container({ border: true }, () => {
  counter();
  clock();
});
st.button("Rerun the app");
st.metric("Runs of the app", s.app);
