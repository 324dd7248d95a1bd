import st from "rivulet";

const s = st.sessionState.init({ script: 0, part: 0 });
s.script += 1;

const picture = st.fragment((title: string) => {
  s.part += 1;
  st.subheader(title);
  const amplitude = st.slider("Height", 1, 10, 4);
  st.lineChart(
    Array.from({ length: 60 }, (_, x) => ({ x, y: amplitude * Math.sin(x / 5) })),
    { x: "x", y: "y", height: 200 },
  );
  if (st.button("Run the whole script")) st.rerun();
});

picture("A wave");
st.caption(`The script ran ${s.script} times, the fragment ${s.part} times.`);
