import st from "rivulet";

st.title("Sleep well");
const alarm = st.timeInput("Set an alarm for", "06:45");
const cycles = st.radio("Sleep cycles", [4, 5, 6], { index: 1, horizontal: true, help: "One takes about 90 minutes." });

const bedtime = alarm.subtract({ minutes: 90 * cycles + 15 });
st.metric("Go to bed at", bedtime.toString().slice(0, 5));
