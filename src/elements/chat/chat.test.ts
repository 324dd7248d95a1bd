import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const errors = (page: Visit) => page.all("exception").map((node) => node.props.message as string);
const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);

test("str-009 names have faces, an emoji is its own picture, and others show their first letter", async () => {
  const page = await visit(() => {
    for (const name of ["user", "assistant", "ai", "human", "🦄", "bob", "Éva"]) st.chatMessage(name).text(name);
  });
  expect(page.all("chatMessage").map(({ props }) => props.avatar)).toEqual([
    { face: "user" },
    { face: "assistant" },
    { face: "assistant" },
    { face: "user" },
    { icon: "🦄" },
    { letter: "B" },
    { letter: "É" },
  ]);
});

test("an avatar may be an icon, a picture or one of the faces; anything else is refused", async () => {
  const page = await visit(() => {
    st.chatMessage("bob", { avatar: ":material/robot_2:" });
    st.chatMessage("bob", { avatar: "https://example.com/bob.png" });
    st.chatMessage("bob", { avatar: "assistant" });
    st.chatMessage("bob", { avatar: "nonsense" });
  });
  expect(page.all("chatMessage").map(({ props }) => props.avatar)).toEqual([
    { icon: ":material/robot_2:" },
    { image: "https://example.com/bob.png" },
    { face: "assistant" },
  ]);
  expect(errors(page)[0]).toContain("st.chatMessage: icon must be");
  expect(errors(await visit(() => st.chatMessage(" ")))[0]).toContain("st.chatMessage: name must say who speaks");
});

test("str-008 a conversation kept in the state grows by two messages with every prompt", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ messages: [] as { role: string; content: string }[] });
    const prompt = st.chatInput("Say something");
    if (prompt) s.messages.push({ role: "user", content: prompt }, { role: "assistant", content: `You said ${prompt}` });
    for (const { role, content } of s.messages) st.chatMessage(role, () => st.text(content));
  });
  await page.click(page.all("chatInput")[0], "one");
  await page.click(page.all("chatInput")[0], "two");
  expect(page.all("chatMessage").map(({ props }) => props.name)).toEqual(["user", "assistant", "user", "assistant"]);
  expect(texts(page)).toEqual(["one", "You said one", "two", "You said two"]);
});

test("ui-chat_input-007 a chat input of the script stands at the foot, one in a container there", async () => {
  const page = await visit(() => {
    st.chatInput();
    st.container().chatInput("In a container");
    st.sidebar.chatInput("In the sidebar");
    const [left] = st.columns(2);
    left.with(() => st.chatInput("In a column"));
  });
  const under = (name: "bottom" | "main" | "sidebar") => page.mirror.root(name).children.map(({ kind }) => kind);
  expect(under("bottom")).toEqual(["chatInput"]);
  expect(page.mirror.root("bottom").children[0]?.props.placeholder).toBe("Your message");
  expect(under("main")).toEqual(["container", "columns"]);
  expect(under("sidebar")).toEqual(["chatInput"]);
});

test("ui-chat_input-002 a message lives for one run and goes to onSubmit first, cut to its longest", async () => {
  const seen: unknown[] = [];
  const page = await visit(() => {
    const message = st.chatInput("Say", { maxChars: 5, onSubmit: (text) => void seen.push(text) });
    st.text(String(message));
  });
  expect(texts(page)).toEqual(["null"]);
  await page.click(page.all("chatInput")[0], "Hello there");
  expect(texts(page)).toEqual(["Hello"]);
  expect(seen).toEqual(["Hello"]);
  await page.rerun();
  expect(texts(page)).toEqual(["null"]);
  await page.click(page.all("chatInput")[0], { evil: true });
  expect(texts(page)).toEqual(["null"]);
});

test("str-014 code cannot set a chat input", async () => {
  const page = await visit(() => {
    st.sessionState.chat = "hello";
    st.chatInput("Say", { key: "chat" });
  });
  expect(errors(page)[0]).toContain("cannot be set by st.sessionState");
});

test("form-007 a chat input in a form is refused", async () => {
  expect(errors(await visit(() => st.form("f", () => void st.chatInput())))).toEqual([`st.chatInput() can't be used in the form "f"`]);
});
