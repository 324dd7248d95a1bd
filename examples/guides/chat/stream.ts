import st from "rivulet";

interface Message {
  role: "user" | "assistant";
  content: string;
}

/** Stands for a model: replace it by the stream of your provider's client. */
async function* answer(messages: readonly Message[]) {
  for (const word of `You have said ${messages.filter(({ role }) => role === "user").length} things so far.`.split(" ")) {
    await new Promise((done) => setTimeout(done, 30));
    yield `${word} `;
  }
}

const s = st.sessionState.init({ messages: [] as Message[] });
for (const { role, content } of s.messages) st.chatMessage(role).markdown(content);

const prompt = st.chatInput("Ask");
if (prompt) {
  s.messages.push({ role: "user", content: prompt });
  st.chatMessage("user").markdown(prompt);
  await st.chatMessage("assistant", () =>
    st.writeStream(answer(s.messages), {
      // Also when the next message cuts this one short: what was said so far is kept.
      onEnd: (content) => s.messages.push({ role: "assistant", content }),
    }),
  );
}
