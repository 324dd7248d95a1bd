import st from "rivulet";

const s = st.sessionState.init({ rows: [{ id: 0, name: "first" }], next: 1 });

for (const row of s.rows) {
  const [name, remove] = st.columns([4, 1], { verticalAlignment: "bottom" });
  name.textInput("Name", { value: row.name, key: `name-${row.id}` });
  // The key belongs to the row, not to its place, so that the rows below keep theirs.
  remove.button("Remove", { key: `remove-${row.id}`, onClick: () => (s.rows = s.rows.filter(({ id }) => id !== row.id)) });
}
st.button("Add", { onClick: () => s.rows.push({ id: s.next++, name: "" }) });
st.write(`${s.rows.length} rows`);
