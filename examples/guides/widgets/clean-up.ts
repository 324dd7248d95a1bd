import st from "rivulet";

const isOpen = st.checkbox("Show the notes", true);
if (isOpen) {
  st.textInput("Forgotten when hidden", { key: "forgotten" });
  st.textInput("Kept when hidden", { key: "kept", persistState: "session" });
}
st.button("Run again");
st.write("In the state:", st.sessionState.toDict());
