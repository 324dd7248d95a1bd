import st from "rivulet";

const { user, password } = st.secrets.require("db") as { user: string; password: string };
st.write(`Connecting as ${user}, with a password of ${password.length} characters.`);
