import st from "rivulet";

const s = st.sessionState.init({ messages: [] as { text: string; files: File[]; audio: File | null }[] });

st.title("Show me");
for (const { text, files, audio } of s.messages) {
  st.chatMessage("user", () => {
    if (text) st.markdown(text);
    for (const file of files) st.downloadButton(file.name, file, { key: `${file.name}-${file.lastModified}-${s.messages.length}`, onClick: "ignore" });
    if (audio) st.caption(`Spoken: ${audio.size} bytes`);
  });
}

const prompt = st.chatInput("Write, attach or say something", { acceptFile: "multiple", acceptAudio: true, submitMode: "stop" });
if (prompt) {
  // Files stay for as long as session state holds them.
  s.messages.push(prompt);
  st.rerun();
}
