import st from "rivulet";

st.title("Markdown");
const source = st.textArea("Markdown", "Roses are :red[red], violets are :violet[violet], $e^{i\\pi} = -1$, and :material/bolt: is quick.\n\n- one\n- two", {
  height: 160,
});
st.markdown(source);
