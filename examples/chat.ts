import st from "rivulet";

const s = st.sessionState.init({ messages: [{ role: "assistant", content: "Tell me something, and I will say it back, **word by word**." }] });

async function* echo(prompt: string) {
  for (const word of `You said: *${prompt}*. That is ${prompt.length} characters, and I like every one of them.`.split(" ")) {
    yield `${word} `;
    await new Promise((done) => setTimeout(done, 40));
  }
}

st.title("A parrot");
for (const { role, content } of s.messages) st.chatMessage(role, () => st.markdown(content));

const prompt = st.chatInput("Say something", { maxChars: 200 });
if (prompt) {
  s.messages.push({ role: "user", content: prompt });
  st.chatMessage("user", () => st.markdown(prompt));
  await st.chatMessage("assistant", () =>
    st.writeStream(echo(prompt), {
      // Also when the answer is cut short by Stop or by the next message.
      onEnd: (content) => {
        s.messages.push({ role: "assistant", content });
      },
    }),
  );
}
