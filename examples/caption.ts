import st from "rivulet";

st.title("Captions");
st.metric("Glaciers in Norway", 2534);
st.caption("Source: the glacier inventory, counted from *satellite pictures*.", { help: "Pieces smaller than a hectare are left out." });
