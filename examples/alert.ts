import st from "rivulet";

st.title("Alerts");
st.success("All **12** files are uploaded.", { icon: "✅" });
st.info("New figures come every Monday.", { icon: ":material/event:", title: "Good to know" });
st.warning("Two rows have no date and are left out.");
st.error("The file `sales.csv` could not be read.", { icon: ":material/error:" });
