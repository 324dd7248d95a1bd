import st from "rivulet";
import { dataset } from "./datasets.ts";

interface Month {
  series: string;
  year: number;
  count: number;
  date: string;
}

const loadMonths = st.cacheData(async () =>
  (JSON.parse(await dataset("unemployment-across-industries.json")) as Month[]).map(({ series, year, count, date }) => ({
    industry: series,
    year,
    date: new Date(date),
    people: count / 1000,
  })),
);

st.title("Dataframe");
st.write("People without work in the United States, by the industry they worked in last. In millions, 2000 to 2010.");

const months = await loadMonths();
const industries = [...new Set(months.map(({ industry }) => industry))].toSorted();
const chosen = st.multiselect("Industries", industries, { default: ["Construction", "Education and Health", "Manufacturing"] });

if (chosen.length === 0) {
  st.error("Please select at least one industry.");
} else {
  const picked = months.filter(({ industry }) => chosen.includes(industry));
  st.areaChart(picked, { x: "date", y: "people", color: "industry", xLabel: "", yLabel: "million people" });

  st.header("Mean of each year");
  const years = [...new Set(picked.map(({ year }) => String(year)))];
  const mean = (of: string, in_: string) => {
    const found = picked.filter(({ industry, year }) => industry === of && String(year) === in_);
    return found.reduce((sum, { people }) => sum + people, 0) / found.length;
  };
  st.dataframe(
    chosen.toSorted().map((industry) => ({ industry, ...Object.fromEntries(years.map((year) => [year, mean(industry, year)])) })),
    {
      hideIndex: true,
      columnConfig: {
        industry: st.columnConfig.TextColumn("Industry", { pinned: true }),
        ...Object.fromEntries(years.map((year) => [year, st.columnConfig.NumberColumn({ format: "%.2f" })])),
      },
    },
  );
}
