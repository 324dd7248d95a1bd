import st from "rivulet";

st.title("Expanders");
st.expander("What is this?", { expanded: true, icon: ":material/help:" }, () => {
  st.write("A place for what is long, or rarely read.");
});
st.expander("Settings").slider("Size", 0, 100, 40);
