import st from "rivulet";

st.title("Columns");
const [menu, picture] = st.columns([1, 2], { gap: "large" });
const shape = menu.radio("Shape", ["Circle", "Square"]);
picture.markdown(shape === "Circle" ? "# ◯" : "# □", { textAlignment: "center" });

for (const [day, column] of st.columns(3, { border: true }).entries()) {
  column.metric(["Monday", "Tuesday", "Wednesday"][day] ?? "", `${12 + day * 3} °C`, day === 0 ? undefined : "3 °C");
}
