import { timingSafeEqual } from "node:crypto";
import st from "rivulet";

// A page behind a password. Put `password = "…"` into .streamlit/secrets.toml.
const visit = st.sessionState.init({ status: "out" as "out" | "refused" | "in" });

function isRight(attempt: string): boolean {
  const [given, wanted] = [Buffer.from(attempt), Buffer.from(String(st.secrets.password))];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

// A callback runs before the script, so it may still change the field it belongs to.
function check(attempt: string): void {
  visit.status = isRight(attempt) ? "in" : "refused";
  st.sessionState.password = "";
}

st.title("The back office");

if (visit.status !== "in") {
  st.textInput("Password", { key: "password", type: "password", onChange: check });
  if (visit.status === "refused") st.warning("That is not the password. Try again.");
  st.stop(); // Nothing below is drawn for who is not let in.
}

st.success("Welcome back!");
st.button("Leave", { onClick: () => (visit.status = "out") });
