import st from "rivulet";

const top = st.slider("Highest", 10, 100, 50);

// Another maxValue makes it another slider, which starts anew …
const free = st.slider("Value", 0, top, 5);
// … unless its value is set before it is drawn.
const s = st.sessionState.init({ kept: 5 });
s.kept = Math.min(s.kept, top);
st.slider("Value that is kept", 0, top, { key: "kept" });

st.write(`${free} and ${s.kept}`);
