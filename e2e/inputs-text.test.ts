import { expect, test } from "vitest";
import { rect, SHOW_STATE, useInputApp } from "./input-app.ts";

const app = useInputApp(`const s = st.sessionState.init({ runs: 0 });
s.runs += 1;
st.textInput("Name", { maxChars: 5, key: "name" });
st.textInput("Secret", { type: "password", key: "secret" });
st.textInput("Null text", null, { key: "nulltext" });
st.textInput("Mail", { type: "email", key: "mail" });
st.textArea("Story", { key: "story" });
st.textArea("Tall", { height: 200 });
st.button("Set name", { onClick: () => { st.sessionState.name = "Eve"; } });
${SHOW_STATE}`);
const { state, becomes } = app;

test("ui-text_input-001 ui-text_input-007 text counts on Enter and on leaving, once; the script's own value replaces it", async () => {
  const name = app.page.getByRole("textbox", { name: "Name" });
  const { runs } = (await state()) as { runs: number };
  await name.fill("Ann");
  expect((await state()).runs).toBe(runs);
  await name.press("Enter");
  await becomes("name", "Ann");
  await name.blur();
  expect((await state()).runs).toBe(runs + 1);
  await name.fill("Bob");
  await name.blur();
  await becomes("name", "Bob");
  await app.page.getByRole("button", { name: "Set name" }).click();
  await expect.poll(() => name.inputValue()).toBe("Eve");
});

test("ui-text_input-003 ui-text_input-004 ui-text_input-005 length is limited and counted, passwords can be seen, null becomes text for good", async () => {
  const name = app.page.getByRole("textbox", { name: "Name" });
  await name.pressSequentially("abcdefg");
  expect(await name.inputValue()).toBe("abcde");
  await app.page.getByText("5/5").waitFor();
  const secret = app.page.getByLabel("Secret", { exact: true });
  await secret.fill("hush");
  expect(await secret.getAttribute("type")).toBe("password");
  await app.page.getByRole("button", { name: "Show the text" }).click();
  expect(await secret.getAttribute("type")).toBe("text");
  const text = app.page.getByRole("textbox", { name: "Null text" });
  expect((await state()).nulltext).toBe(null);
  await text.fill("x");
  await text.press("Enter");
  await becomes("nulltext", "x");
  await text.fill("");
  await text.press("Enter");
  await becomes("nulltext", "");
});

test("a text that does not fit its type is not sent, and it is said why", async () => {
  const mail = app.page.getByRole("textbox", { name: "Mail" });
  await mail.fill("nope");
  await mail.press("Enter");
  await app.page.getByRole("alert").getByText("Enter an email address").waitFor();
  expect([await mail.getAttribute("aria-invalid"), (await state()).mail]).toEqual(["true", ""]);
  await mail.fill("a@b.co");
  await mail.press("Enter");
  await becomes("mail", "a@b.co");
  expect(await app.page.getByRole("alert").count()).toBe(0);
});

test("ui-text_area-002 a text area has its height and counts on Ctrl+Enter", async () => {
  expect((await rect(app.page.getByTestId("stTextArea").nth(1))).height).toBe(200);
  const story = app.page.getByRole("textbox", { name: "Story" });
  await story.fill("one\ntwo");
  await story.press("Control+Enter");
  await becomes("story", "one\ntwo");
});
