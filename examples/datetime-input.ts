import st from "rivulet";

st.title("When does the train go?");
const departure = st.datetimeInput("Departure", "2026-11-19T16:45", "2026-11-01", "2026-12-31T23:59", { step: 300 });
const hours = st.numberInput("Hours on the way", 1, 48, 14);
const arrival = departure.add({ hours });
st.write(`You arrive on **${arrival.toPlainDate()}** at **${arrival.toPlainTime().toString({ smallestUnit: "minute" })}**.`);

const reminder = st.datetimeInput("Remind me", null, { format: "DD.MM.YYYY" });
if (reminder) st.caption(`That is ${reminder.until(departure, { largestUnit: "hour" }).hours} hours before.`);
