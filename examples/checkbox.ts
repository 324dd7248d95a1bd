import st from "rivulet";

const packing = ["Passport", "Charger", "Toothbrush", "A book"];

st.title("Ready to go?");
const packed = packing.filter((thing) => st.checkbox(thing));

st.progress(packed.length, { max: packing.length });
if (packed.length === packing.length) st.success("Everything is packed. Have a good trip!", { icon: "🧳" });
else st.caption(`${packing.length - packed.length} to go.`);
