import st from "rivulet";

st.setPageConfig({ pageTitle: "Boats", pageIcon: "⛵", layout: "wide" });
st.write("The port is", st.getOption("server.port"));
