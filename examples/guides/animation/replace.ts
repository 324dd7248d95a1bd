import st from "rivulet";

const line = st.text("Three …");
for (const word of ["Two …", "One …", "Go!"]) {
  await new Promise((done) => setTimeout(done, 300));
  line.text(word);
}
line.success("Gone.");
