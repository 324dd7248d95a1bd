import st from "rivulet";
import { dataset, parseCsv } from "./datasets.ts";

const loadYears = st.cacheData(async () =>
  parseCsv<"year" | "temp">(await dataset("global-temp.csv")).map(({ year, temp }) => ({ year: new Date(year), "°C": Number(temp) })),
);

st.title("Animation");
st.write(
  "How much warmer or colder than the mean of 1951 to 1980 the surface of the Earth was in each year. The page moves while the script runs: " +
    "a progress bar, a line of text, and a chart that grows by the rows added to it.",
);

const years = await loadYears();
const bar = st.progress(0, "Starting");
const status = st.empty();
const chart = st.lineChart(years.slice(0, 1), { x: "year", y: "°C" });

for (const [i, row] of years.entries()) {
  if (i > 0) chart.addRows([row]);
  const difference = row["°C"].toLocaleString("en-US", { signDisplay: "always", minimumFractionDigits: 2 });
  status.text(`${row.year.getUTCFullYear()}: ${difference} °C`);
  bar.progress(i + 1, { max: years.length, text: `Year ${i + 1} of ${years.length}` });
  await new Promise((done) => setTimeout(done, 40));
}
bar.empty();

// A press starts the script anew; a click anywhere else ends it at the next await.
st.button("Re-run", { icon: ":material/replay:" });
