import st from "rivulet";

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error("The settings could not be read", { cause });
  }
}

st.title("Exceptions");
const text = st.textInput("Settings as JSON", '{ "size": }');
try {
  st.json(parse(text));
} catch (error) {
  st.exception(error);
}
st.caption("The script goes on below the box.");
