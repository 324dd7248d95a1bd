import st from "rivulet";

const words = ["river", "rivulet", "rain", "stream", "spring", "lake", "sea", "ocean", "pond", "puddle"];

st.title("Words for water");
const wanted = st.textInput("Search", { type: "search", live: true, placeholder: "Type, and the list follows" });
const found = words.filter((word) => word.includes(wanted.toLowerCase()));
st.write(found.length > 0 ? found.map((word) => `- ${word}`).join("\n") : "No such water.");

const mail = st.textInput("Where shall we send the rest?", { type: "email" });
const password = st.textInput("A password for it", { type: "password", maxChars: 20 });
if (mail && password) st.success(`Sent to ${mail}, locked with ${password.length} characters.`);
