import st from "rivulet";

// Bound to the address: a reload, or a link sent to a friend, brings this plan back.
const days = st.slider("Days", { minValue: 1, maxValue: 14, value: 1, key: "days", bind: "query-params" });

st.title(days === 1 ? "A day out" : `${days} days out`);
st.write(`The ${st.sessionState.boat} needs ${days * 3} litres of water.`);
if (st.button("Back")) st.switchPage("trips/overview.ts");
