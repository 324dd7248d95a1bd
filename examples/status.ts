import st from "rivulet";

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

st.title("How it goes");

st.success("Saved: **three** rows.", { icon: "✅" });
st.info("Figures are updated every [Monday](https://en.wikipedia.org/wiki/Monday).", { title: "Good to know" });
st.warning("Two rows have no date.", { icon: ":material/warning:" });
st.error("The file `sales.csv` could not be read.");

st.header("Figures", { divider: true });
const [temperature, wind, humidity] = st.columns(3);
temperature.metric("Temperature", "70 °F", "1.2 °F", { border: true, chartData: [3, 4, 2, 6, 5, 7], help: "Measured at noon." });
wind.metric("Wind", "9 mph", "-8%", { border: true, chartData: [9, 7, 8, 5, 6, 4], chartType: "bar" });
humidity.metric("Humidity", 0.86, { delta: 0.04, deltaColor: "inverse", format: "percent", border: true, chartData: [2, 3, 3, 5, 4, 6], chartType: "area" });

st.header("Work", { divider: true });
const latest = st.empty();
const bar = st.progress(0, "Counting");
if (st.button("Work", { type: "primary" })) {
  for (let i = 1; i <= 20; i += 1) {
    latest.text(`Step ${i}`);
    bar.progress(i, { max: 20, text: `Counting: ${i} of 20` });
    await pause(50);
  }
  await st.spinner("Checking the sum", { showTime: true }, () => pause(1500));
  bar.empty();
  latest.success("Done.");
  st.toast("All twenty steps are done.", { icon: "🎉" });
}
