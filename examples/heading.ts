import st from "rivulet";

st.title("A title", { icon: ":material/flag:" });
st.header("A header", { divider: "rainbow", help: "Markdown works here too." });
st.subheader("A subheader with :blue[colour]", { divider: true });
st.subheader("The next one", { divider: true });
st.header("In the middle", { textAlignment: "center", anchor: "middle" });
