import st, { Temporal } from "rivulet";

st.title("Time off");
const [start, end] = st.dateInput("Vacation", ["2026-07-06", "2026-07-17"], { format: "DD.MM.YYYY" });
if (end) {
  const days = start.until(end).days + 1;
  const workdays = Array.from({ length: days }, (_, day) => start.add({ days: day })).filter((day) => day.dayOfWeek < 6).length;
  st.metric("Days off", days, `${workdays} of them from your account`, { deltaColor: "off" });
} else st.info("Pick the last day too.");

const birthday = st.dateInput("Your birthday", null, { maxValue: "today", minValue: "1900-01-01" });
if (birthday) st.write(`You have lived ${birthday.until(Temporal.Now.plainDateISO()).days.toLocaleString("en-US")} days.`);
