import st from "rivulet";

const s = st.sessionState.init({ city: "Oslo", nights: 2 });

st.selectbox("City", ["Lima", "Oslo", "Rome"], { key: "city" });
st.slider("Nights", 1, 14, { key: "nights" });
st.button("A week in Rome", { onClick: () => Object.assign(s, { city: "Rome", nights: 7 }) });

st.write(`${s.nights} nights in ${s.city}`);
