import st, { Temporal } from "rivulet";

const day = st.dateInput("Day", "2026-03-01"); // Temporal.PlainDate
const time = st.timeInput("Time", "09:30"); // Temporal.PlainTime
st.write(day.toPlainDateTime(time));
st.write(`A week later it is ${day.add({ weeks: 1 })}.`);

const [from, to] = st.dateInput("Stay", ["2026-03-01", "2026-03-05"]);
if (to) st.write(`${from.until(to).days} nights`);
else st.write("Until when?");

st.write(Temporal.PlainDateTime.from("2026-01-10T10:30"));
