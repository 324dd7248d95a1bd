import st from "rivulet";

st.title("Compound interest");
const start = st.slider("Starting with", 0, 10_000, 1000, { step: 500, format: "$%d" });
const rate = st.slider("Interest a year", 0, 10, 5, { format: "%d%%" });
const years = st.numberInput("Years", 1, 50, 30);

const balance = Array.from({ length: years + 1 }, (_, year) => ({ year, dollars: start * (1 + rate / 100) ** year }));
st.areaChart(balance, { x: "year", y: "dollars" });
st.write(`After **${years} years**: $${Math.round(balance.at(-1)?.dollars ?? 0).toLocaleString("en-US")}`);
