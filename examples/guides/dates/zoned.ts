import st, { Temporal } from "rivulet";

const start = Temporal.ZonedDateTime.from("2026-06-01T09:00[Europe/Berlin]");
st.write(start, "in Berlin is", start.withTimeZone("America/New_York"), "in New York.");

const instant = new Date("2026-06-01T07:00:00Z");
st.dataframe([{ what: "take-off", at: instant }], {
  columnConfig: { at: st.columnConfig.DatetimeColumn("Berlin", { timezone: "Europe/Berlin", format: "YYYY-MM-DD HH:mm" }) },
});
