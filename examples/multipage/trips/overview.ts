import st from "rivulet";

st.title(`Trips with the ${st.sessionState.boat}`);
st.write("Nothing is planned for this boat yet.");
st.pageLink("trips/planner.ts", { label: "Plan a trip", icon: ":material/add:", queryParams: { days: 2 } });
st.pageLink("https://www.openseamap.org", { label: "Sea charts", icon: ":material/open_in_new:" });
