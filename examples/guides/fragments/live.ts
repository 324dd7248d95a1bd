import st from "rivulet";

const s = st.sessionState.init({ measured: [{ at: 0, degrees: 20 }], isOn: true });

st.toggle("Measure", { key: "isOn" });
const follow = st.fragment(
  () => {
    const last = s.measured.at(-1)!;
    if (s.isOn) s.measured.push({ at: last.at + 1, degrees: last.degrees + Math.sin(last.at) });
    st.lineChart(s.measured.slice(-60), { x: "at", y: "degrees", height: 240 });
    st.caption(`${s.measured.length} values`);
  },
  { runEvery: s.isOn ? "1s" : null },
);
follow();
