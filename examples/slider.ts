import st from "rivulet";

st.title("Compound interest");
const amount = st.slider("Amount", 0, 10_000, 2500, { step: 100, format: "$%d" });
const rate = st.slider("Interest", 0, 0.1, 0.04, { step: 0.005, format: "percent" });
const [from, to] = st.slider("Years", 2026, 2066, [2026, 2046]);

const years = Array.from({ length: to - from + 1 }, (_, year) => ({ year: String(from + year), value: Math.round(amount * (1 + rate) ** year) }));
st.metric(`In ${to}`, `$${years.at(-1)?.value.toLocaleString("en-US")}`, `$${((years.at(-1)?.value ?? 0) - amount).toLocaleString("en-US")}`);
st.lineChart(years, { x: "year", y: "value" });

const meeting = st.slider("Meeting", { value: ["09:00", "10:30"] });
st.caption(`From ${meeting[0]} to ${meeting[1]}: times slide too, and so do dates.`);
