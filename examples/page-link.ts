import st from "rivulet";

const home = st.Page(
  function home() {
    st.title("Home");
    st.write("The menu is hidden: this app links its pages itself.");
  },
  { title: "Home", icon: "🏠" },
);

const about = st.Page(
  function about() {
    st.title("About");
    st.write("A page needs no file of its own.");
  },
  { title: "About", icon: ":material/info:" },
);

const page = st.navigation([home, about], { position: "hidden" });

const [left, middle, right] = st.columns(3);
left.pageLink(home);
middle.pageLink(about, { help: "What this is" });
right.pageLink("https://example.org", { label: "Elsewhere", icon: ":material/open_in_new:", iconPosition: "right" });

await page.run();
