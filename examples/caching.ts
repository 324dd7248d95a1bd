import st from "rivulet";

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

st.title("Caching");

st.header("Data", { divider: true });
const measure = st.cacheData(
  async (days: number, seed: number) => {
    await pause(2000); // a slow service
    return Array.from({ length: days }, (_, day) => ({ day, degrees: 12 + 8 * Math.sin((day + seed) / 9) }));
  },
  { ttl: "10m", maxEntries: 20, showTime: true },
);
const [left, right] = st.columns(2);
const days = left.slider("Days", 30, 120, 60, 30);
const seed = right.selectbox("Station", [1, 2, 3], { formatFunc: (n: number) => `Station ${n}` });
st.lineChart(await measure(days, seed), { x: "day", y: "degrees" });
st.caption("Each choice takes two seconds the first time, for whoever comes first, and nothing after that.");
if (st.button("Forget this one")) measure.clear(days, seed);

st.header("A resource", { divider: true });
const counter = st.cacheResource(() => ({ visits: 0 }));
counter().visits += 1;
st.metric("Runs of this page, by everybody", counter().visits);

st.header("What is drawn inside", { divider: true });
const roll = st.cacheData((dice: number) => {
  const rolled = Array.from({ length: dice }, () => 1 + Math.floor(Math.random() * 6));
  st.info(`Rolled ${rolled.join(", ")}`, { icon: "🎲" });
  return rolled.reduce((sum, n) => sum + n, 0);
});
const dice = st.numberInput("Dice", 1, 9, 3);
st.write(`Together **${roll(dice)}**. The box above is part of the result.`);
if (st.button("Roll again")) {
  roll.clear(dice);
  st.rerun();
}
