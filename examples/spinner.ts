import st from "rivulet";

st.title("Spinners");
async function think(): Promise<number> {
  await new Promise((done) => setTimeout(done, 2000));
  return 42;
}

if (st.button("Think", { type: "primary" })) {
  const answer = await st.spinner("Thinking", { showTime: true }, think);
  st.write("The answer is", answer);
}
