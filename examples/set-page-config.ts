import st from "rivulet";

st.setPageConfig({
  pageTitle: "Harbour office",
  pageIcon: ":material/sailing:",
  layout: "wide",
  initialSidebarState: "collapsed",
  menuItems: {
    getHelp: "https://example.org/help",
    about: "Berths and boats of the **harbour**, every morning at six.",
  },
});

st.title("Harbour office");
st.write("The tab has a name and a sign of its own, the page takes the whole window, and the menu in the corner says more.");

const [berths, boats, visitors] = st.columns(3);
berths.metric("Berths", 128, { border: true, height: "stretch" });
boats.metric("Boats", 117, 4, { border: true, height: "stretch" });
visitors.metric("Visitors", 23, -2, { border: true, height: "stretch" });
