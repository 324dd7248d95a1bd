import st from "rivulet";

st.title("A recording");

const speech = st.audioInput("Say something");
if (speech) {
  // A WAV file: 44 bytes of facts, then two bytes for each of 16,000 samples a second.
  const seconds = (speech.size - 44) / 2 / 16_000;
  st.metric("Seconds", seconds.toFixed(1));
  st.downloadButton("Keep it", speech);
}
