import st from "rivulet";

const zones = Intl.supportedValuesOf("timeZone");
const find = (typed: string) => zones.filter((zone) => zone.toLowerCase().includes(typed.toLowerCase()));

const zone = st.selectbox("Time zone", find, { placeholder: "Type a city" });
if (zone) st.write(`In ${zone} it is ${new Date().toLocaleTimeString("en", { timeZone: zone })}.`);
