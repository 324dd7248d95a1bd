import st from "rivulet";

const s = st.sessionState.init({ messages: [] as { role: "user" | "assistant"; content: string }[] });

for (const { role, content } of s.messages) st.chatMessage(role).markdown(content);

const prompt = st.chatInput("Say something");
if (prompt) {
  st.chatMessage("user").markdown(prompt);
  const answer = `You said: ${prompt}`;
  st.chatMessage("assistant").markdown(answer);
  s.messages.push({ role: "user", content: prompt }, { role: "assistant", content: answer });
}
