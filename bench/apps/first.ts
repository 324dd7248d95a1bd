import st from "rivulet";

const s = st.sessionState.init({ clicks: 0 });
st.title("A first page");
st.markdown("Some **words** with `code`.");
if (st.button("Count")) s.clicks += 1;
st.text(`Clicked ${s.clicks}`);
st.checkbox("Check");
st.slider("Slide", 0, 100, 10);
st.textInput("Name", "Ada");
st.selectbox("Choice", ["one", "two", "three"]);
