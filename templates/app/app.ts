import st from "rivulet";

st.setPageConfig({ pageTitle: "Compound interest" });
st.title("Compound interest");

const { start, rate, years } = st.sidebar.with(() => ({
  start: st.slider("Starting with", 0, 10_000, 1000, { step: 500, format: "$%d" }),
  rate: st.slider("Interest a year", 0, 10, 5, { format: "%d%%" }),
  years: st.numberInput("Years", 1, 50, 30),
}));

const balance = Array.from({ length: years + 1 }, (_, year) => ({ year, dollars: start * (1 + rate / 100) ** year }));
const end = balance.at(-1)?.dollars ?? 0;

st.metric(`After ${years} years`, `$${Math.round(end).toLocaleString("en-US")}`);
st.areaChart(balance, { x: "year", y: "dollars" });
