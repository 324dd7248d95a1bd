import st from "rivulet";

const s = st.sessionState.init({ name: "" });

const ask = st.dialog("Who are you?", { dismissible: false }, () => {
  const name = st.textInput("Name");
  if (st.button("That is me", { disabled: name === "" })) {
    s.name = name;
    st.rerun();
  }
});

if (s.name === "") ask();
else st.write(`Hello, ${s.name}!`);
