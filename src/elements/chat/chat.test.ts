import { expect, test } from "vitest";
import { AppTest } from "../../hosts/test/app-test.ts";
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

test("ui-chat_input-009 ui-chat_input-010 where files or audio are taken, a message is an object with what came along", async () => {
  const seen: unknown[] = [];
  const at = AppTest.fromFunction(async () => {
    const message = st.chatInput("Say", { acceptFile: "multiple", acceptAudio: true, fileType: "txt", maxChars: 5, onSubmit: (sent) => seen.push(sent.text) });
    if (message) st.text(`${message.text} ${message.files.map(({ name }) => name).join()} ${await message.audio?.text()}`);
    st.text(String(st.chatInput("Only audio", { acceptAudio: true })?.audio));
  });
  await at.run();
  const file = (name: string) => new File(["x"], name);
  const [field] = at.chatInput;
  field?.upload(file("a.txt")).upload(file("b.txt")).input("Hello there");
  await field?.record(new File(["sound"], "a.wav")).run();
  expect(at.text[0]?.value).toBe("Hello a.txt,b.txt sound");
  expect(seen).toEqual(["Hello"]);
  await at.run();
  expect(at.text.map(({ value }) => value)).toEqual(["undefined"]);
  await field?.input("text").run();
  expect(at.text[0]?.value).toBe("text  undefined");
  expect(() => field?.upload(file("a.exe"))).toThrow("a.exe is not of the types taken");
});

test("with acceptFile true one file comes along, in a list, and no audio", async () => {
  const at = AppTest.fromFunction(() => {
    const message = st.chatInput("Say", { acceptFile: true });
    if (message) st.text(`${Object.keys(message).join()} ${message.files.map(({ name }) => name).join()}`);
  });
  await at.run();
  await at.chatInput[0]?.upload(new File(["x"], "a.txt"), new File(["x"], "b.txt")).run();
  expect(at.text[0]?.value).toBe("text,files b.txt");
});

test("files of a message stay for as long as session state holds them", async () => {
  const page = await visit(async () => {
    const s = st.sessionState.init({ history: [] as File[] });
    const message = st.chatInput("Say", { acceptFile: true });
    if (message?.text === "keep") s.history.push(...message.files);
    for (const file of s.history) st.text(await file.text());
  });
  const send = (text: string) => {
    const upload = page.uploads.add(new File([text], "a.txt"));
    return page.click(page.all("chatInput")[0], { text, files: [{ upload, name: "a.txt", size: 4, type: "" }], audio: null });
  };
  await send("drop");
  expect(page.uploads.size).toBe(0);
  await send("keep");
  await page.rerun();
  expect(texts(page)).toEqual(["keep"]);
  expect(page.uploads.size).toBe(1);
});

test("modes and rates that are none are refused", async () => {
  expect(errors(await visit(() => void st.chatInput("x", { submitMode: "wait" as never })))[0]).toContain('submitMode must be "submit", "disable" or "stop"');
  expect(errors(await visit(() => void st.chatInput("x", { acceptFile: "some" as never })))[0]).toContain('acceptFile must be "multiple" or "directory"');
  expect(errors(await visit(() => void st.chatInput("x", { audioSampleRate: 1 as never })))[0]).toContain("audioSampleRate must be one of");
});
