import st from "rivulet";
import { dataset, parseCsv } from "./datasets.ts";

const loadYears = st.cacheData(async () => {
  const months = parseCsv<"Date" | "CO2">(await dataset("co2-concentration.csv"));
  const years = new Map<string, { month: Date; ppm: number }[]>();
  for (const { Date: day, CO2 } of months) {
    const year = day.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), { month: new Date(day), ppm: Number(CO2) }]);
  }
  return [...years.values()];
});

st.title("Animation");
st.write(
  "Carbon dioxide in the air above Mauna Loa, Hawaii, month by month. The script reads on, and the page moves with it: " +
    "a progress bar, a line of text, and a chart that grows by the rows that are added.",
);

const years = await loadYears();
const [first = [], ...others] = years;
const bar = st.sidebar.progress(0, "Starting");
const status = st.empty();
const chart = st.lineChart(first, { x: "month", y: "ppm", yLabel: "parts per million" });

for (const [i, year] of others.entries()) {
  await new Promise((done) => setTimeout(done, 60));
  const last = year.at(-1);
  chart.addRows(year);
  status.text(`${last?.month.getUTCFullYear()}: ${last?.ppm.toFixed(1)} ppm`);
  bar.progress(i + 1, { max: others.length, text: `Year ${i + 2} of ${years.length}` });
}
bar.empty();

// A press starts the script anew, also while it is still drawing.
st.button("Re-run", { icon: ":material/replay:" });
