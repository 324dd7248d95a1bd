import st from "rivulet";

st.title("Progress");
const files = ["north.csv", "east.csv", "south.csv", "west.csv"];
if (st.button("Load")) {
  const bar = st.progress(0, "Loading");
  for (const [done, file] of files.entries()) {
    await new Promise((wake) => setTimeout(wake, 400));
    bar.progress(done + 1, { max: files.length, text: `Loaded ${file}` });
  }
  bar.empty();
  st.success(`${files.length} files loaded.`);
}
st.progress(70, "A whole number is a percentage");
st.progress(0.3, "A fraction is a part of 1");
