import st, { type TaskContext } from "rivulet";

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

st.title("Estimating pi");
st.write("Points are thrown at a square. The share that hits the circle inside tells π, slowly.");

const throwDarts = st.task("darts", async ({ progress, signal, log }: TaskContext<{ estimate: number }>, rounds: number) => {
  let hits = 0;
  let thrown = 0;
  for (let round = 1; round <= rounds && !signal.aborted; round += 1) {
    for (let n = 0; n < 20_000; n += 1) if (Math.hypot(Math.random(), Math.random()) < 1) hits += 1;
    thrown += 20_000;
    await pause(40);
    const estimate = (4 * hits) / thrown;
    if (round % 10 === 0) log(`${thrown.toLocaleString("en")} darts: ${estimate.toFixed(5)}`);
    progress(round / rounds, { estimate });
  }
  return { estimate: (4 * hits) / thrown, thrown };
});

const rounds = st.slider("Rounds of 20,000 darts", 20, 200, 60, 20);
const isRunning = throwDarts.state === "running";
if (st.button("Throw", { type: "primary", disabled: isRunning })) throwDarts.start(rounds);

// Only this part is drawn again while the darts fly.
st.fragment(() => {
  if (throwDarts.state === "running") {
    st.progress(throwDarts.progress.part, `π is about ${throwDarts.progress.detail?.estimate.toFixed(4) ?? "…"}`);
    if (st.button("Cancel")) throwDarts.cancel();
  }
  if (throwDarts.state === "done") {
    const { estimate, thrown } = throwDarts.result;
    st.metric("π", estimate.toFixed(5), (estimate - Math.PI).toFixed(5));
    st.caption(`From ${thrown.toLocaleString("en")} darts.`);
  }
  if (throwDarts.state === "cancelled") st.info("Cancelled.");
  if (throwDarts.state === "failed" || throwDarts.state === "lost") st.error(String(throwDarts.error));
  if (throwDarts.log.length > 0) st.code(throwDarts.log.join("\n"), { language: null });
})();

st.divider();
st.write("Everything else goes on as usual meanwhile:", st.slider("Move me", 0, 100, 50));
