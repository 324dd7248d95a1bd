import st, { Temporal } from "rivulet";

const zone = st.context.timezone ?? "UTC";
const meeting = Temporal.Instant.from("2026-06-01T07:00:00Z").toZonedDateTimeISO(zone);
st.write(`The meeting begins at ${meeting.toPlainTime().toString({ smallestUnit: "minute" })} in ${zone}.`);
