import st from "rivulet";

const files = ["a.csv", "b.csv", "c.csv", "d.csv"];
const bar = st.progress(0);
for (const [at, file] of files.entries()) {
  await new Promise((done) => setTimeout(done, 200));
  bar.progress(at + 1, { max: files.length, text: `Read ${file}` });
}
bar.empty();
st.write(`Read ${files.length} files.`);
st.button("Again");
