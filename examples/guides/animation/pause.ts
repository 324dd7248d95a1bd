import st from "rivulet";

const s = st.sessionState.init({ frame: 0 });
const isRunning = st.toggle("Run");

const place = st.empty();
place.metric("Frame", s.frame);
while (isRunning) {
  await new Promise((done) => setTimeout(done, 100)); // a click ends the run here
  s.frame += 1;
  place.metric("Frame", s.frame);
}
