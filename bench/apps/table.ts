import st from "rivulet";

const level = st.slider("Level", 0, 1000, 0);
st.text(`The level is ${level}`);
const rows = Array.from({ length: 10_000 }, (_, row) => ({ id: row, name: `row ${row}`, half: row / 2 }));
st.dataframe(rows);
