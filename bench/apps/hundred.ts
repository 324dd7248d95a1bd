import st from "rivulet";

st.title("One hundred elements");
const level = st.slider("Level", 0, 1000, 0);
st.text(`The level is ${level}`);
for (let index = 0; index < 40; index++) st.markdown(`Paragraph **${index}** of the page`);
for (let index = 0; index < 29; index++) st.caption(`Caption ${index}`);
for (let index = 0; index < 10; index++) st.button(`Button ${index}`);
for (let index = 0; index < 6; index++) st.checkbox(`Check ${index}`);
for (let index = 0; index < 5; index++) st.textInput(`Text ${index}`, "hello");
for (let index = 0; index < 5; index++) st.selectbox(`Choice ${index}`, ["one", "two", "three"]);
st.metric("Speed", 42);
st.divider();
