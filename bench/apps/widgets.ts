import st from "rivulet";

const s = st.sessionState.init({ clicks: 0 });
st.title("Two hundred widgets");
if (st.button("Count")) s.clicks += 1;
st.text(`Clicked ${s.clicks}`);
for (let index = 0; index < 70; index++) st.checkbox(`Check ${index}`, { key: `c${index}` });
for (let index = 0; index < 65; index++) st.slider(`Slide ${index}`, 0, 100, 10);
for (let index = 0; index < 65; index++) st.textInput(`Text ${index}`, "hello");
