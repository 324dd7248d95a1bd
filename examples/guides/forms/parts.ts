import st from "rivulet";

const form = st.form("search");
form.textInput("Words", { key: "words" });
const [from, to] = form.columns(2);
from.numberInput("From year", { value: 1990, step: 1, key: "from" });
to.numberInput("To year", { value: 2026, step: 1, key: "to" });

st.caption("This line stands between the parts of the script, not in the form.");

if (form.formSubmitButton("Search")) st.write(`Books on “${st.sessionState.words}”, ${st.sessionState.from} to ${st.sessionState.to}`);
