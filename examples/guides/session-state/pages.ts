import st from "rivulet";

function settings() {
  st.title("Settings");
  st.textInput("Your name", { key: "name", persistState: "session" });
}

function greeting() {
  st.title("Greeting");
  st.write(`Good morning, ${st.sessionState.get("name", "stranger") || "stranger"}!`);
}

const page = st.navigation([st.Page(settings, { title: "Settings" }), st.Page(greeting, { title: "Greeting" })]);
await page.run();
