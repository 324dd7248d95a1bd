import st from "rivulet";

st.title("Table");
st.table([
  { planet: "**Mercury**", moons: 0, "radius (km)": 2439.7, note: ":gray[No air]" },
  { planet: "**Venus**", moons: 0, "radius (km)": 6051.8, note: ":orange[Hot]" },
  { planet: "**Earth**", moons: 1, "radius (km)": 6371, note: ":blue[Wet]" },
  { planet: "**Mars**", moons: 2, "radius (km)": 3389.5, note: null },
]);

st.text("Lines between rows only, and no numbers beside them:");
st.table({ Metric: ["Mean", "Median", "Deviation"], Value: [4.21, 4, 0.37] }, { border: "horizontal", hideIndex: true, width: "content" });
