import st from "rivulet";

const s = st.sessionState.init({ name: "" });

function signIn() {
  st.title("Boat club");
  const name = st.textInput("Your name");
  if (st.button("Sign in", { type: "primary", disabled: name === "" })) {
    s.name = name;
    st.rerun();
  }
}

function signOut() {
  st.title(`See you, ${s.name}`);
  if (st.button("Sign out")) {
    s.name = "";
    st.rerun();
  }
}

const overview = st.Page("trips/overview.ts", { title: "Overview", icon: ":material/sailing:", default: true });
const planner = st.Page("trips/planner.ts", { title: "Planner", icon: ":material/map:" });
const profile = st.Page("account/profile.ts", { title: "Profile", icon: ":material/person:" });

// What is not declared cannot be reached: by link, by address, or by switchPage.
const page = s.name
  ? st.navigation({ Trips: [overview, planner], Account: [profile, st.Page(signOut, { title: "Sign out", icon: ":material/logout:" })] })
  : st.navigation([st.Page(signIn, { title: "Sign in", icon: ":material/login:" })]);

st.setPageConfig({ pageTitle: `${page.title} · Boat club` });
// Drawn by the entry script: it keeps its value on every page.
if (s.name) st.sidebar.selectbox("Boat", ["Dinghy", "Kayak", "Sloop"], { key: "boat" });

await page.run();
