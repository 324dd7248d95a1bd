import st from "rivulet";
import { simulate } from "./simulate.ts";

st.title("How long does it last?");
st.write("Thousands of lives are computed on another thread. Move a slider meanwhile: the work in progress is dropped, and nobody else waits.");

const start = st.slider("Savings", 50_000, 1_000_000, 400_000, { step: 10_000, format: "$%d" });
const monthly = st.slider("Taken out every month", 500, 5000, 1500, { step: 100, format: "$%d" });

const simulateAside = st.offload(simulate);
const { middle, lasts } = await st.spinner("Living…", () => simulateAside(start, monthly, 30, 20_000));

st.metric("The money lasts 30 years", `${Math.round(lasts * 100)} %`);
st.lineChart(
  middle.map((savings, year) => ({ year, savings })),
  { x: "year", y: "savings" },
);
