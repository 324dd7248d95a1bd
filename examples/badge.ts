import st from "rivulet";

st.title("Badges");
st.container({ horizontal: true }, () => {
  st.badge("New");
  st.badge("Done", { icon: ":material/check:", color: "green" });
  st.badge("Late", { icon: "⏰", color: "orange", help: "Due **yesterday**" });
  st.badge("Failed", { color: "red" });
  st.badge("Draft", { color: "gray" });
  st.badge("Beta", { color: "violet" });
  st.badge("Ours", { color: "primary" });
});
st.markdown("In a text, too: :green-badge[:material/check: done] and :red-badge[failed].");
