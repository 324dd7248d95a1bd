import st from "rivulet";

const s = st.sessionState.init({ answer: null as number | null });

if (st.button("Compute")) {
  s.answer = await st.spinner("Computing …", async () => {
    await new Promise((done) => setTimeout(done, 500));
    return 42;
  });
}
if (s.answer !== null) st.metric("The answer", s.answer); // stays; a press computes anew
