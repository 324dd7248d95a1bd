import st from "rivulet";

const word = st.textInput("Word", "level");
if (st.button("Is it the same backwards?")) {
  st.write([...word].toReversed().join("") === word ? "It is." : "It is not.");
}
