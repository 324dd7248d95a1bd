import st from "rivulet";

const days = { Day: 1, Week: 7, Month: 30 };
const steps = [8200, 9100, 4300, 12_000, 7600, 10_400, 6900];

st.title("Steps");
const span = st.segmentedControl("Average over a", ["Day", "Week", "Month"], { default: "Week", required: true });
const total = Array.from({ length: days[span] }, (_, day) => steps[day % steps.length] ?? 0).reduce((sum, one) => sum + one, 0);
st.metric("Steps a day", Math.round(total / days[span]).toLocaleString("en-US"));

const looks = st.segmentedControl("Show", [":material/bar_chart: Bars", ":material/table: Table"], { selectionMode: "multi", width: "stretch" });
if (looks.some((look) => look.endsWith("Bars"))) st.barChart(steps);
if (looks.some((look) => look.endsWith("Table"))) st.table({ steps });
