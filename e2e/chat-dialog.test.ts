import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launch } from "./chromium.ts";
import { type RunningApp, script, serveApp } from "./serve.ts";
import { until } from "./stage.ts";
import { type Visitor, visitor } from "./visitor.ts";

const APP = `import st from "rivulet";
const s = st.sessionState.init({ messages: [] as { role: string; content: string }[], runs: 0, dismissed: 0 });
s.runs += 1;
async function* flow() {
  for (let at = 0; at < 400; at += 1) { yield "word" + at + (at % 20 === 19 ? "\\n\\n" : " "); await new Promise((done) => setTimeout(done, 20)); }
}
async function* lines() {
  for (let at = 0; at < 40; at += 1) { yield "line " + at + "\\n\\n"; await new Promise((done) => setTimeout(done, 20)); }
}
const ask = st.dialog("Simple Dialog", { width: "large" }, () => {
  st.text("Level " + st.slider("Level", 0, 10, 3));
  st.header("Inside");
  if (st.button("Submit")) st.rerun();
  if (st.button("Say so")) st.toast("Said", { duration: "infinite" });
});
const locked = st.dialog("Locked", { dismissible: false, onDismiss: "rerun" }, () => { if (st.button("Let me out")) st.rerun(); });
const told = st.dialog("Told", { onDismiss: () => { s.dismissed += 1; } }, () => st.text("told"));
const part = st.fragment(() => { st.text("part " + (st.button("Elsewhere") ? "clicked" : "idle")); });
st.title("Page");
part();
st.container({ horizontal: true }, () => {
  if (st.button("Open")) ask();
  if (st.button("Lock")) locked();
  if (st.button("Tell")) told();
  if (st.button("Celebrate")) { st.balloons(); st.snow(); }
  if (st.button("Stream")) s.messages.push({ role: "user", content: "stream" });
});
st.popover("Panel", { help: "Opens" }, () => { st.text("panel " + st.checkbox("Tick") + " " + st.textInput("Name")); });
const status = st.status("Waiting", { state: "complete" });
status.text("in the status");
st.badge("Blue"); st.badge("Other", { color: "green", icon: ":material/check:" });
st.linkButton("Link", "https://example.com/");
st.html('<p id="safe" onclick="x()">Safe<script>window.bad = 1</script></p>');
st.help({ name: "Ada", run() {} });
st.echo(() => { st.write("echoed " + (1 as number)); });
for (const { role, content } of s.messages) st.chatMessage(role, () => st.markdown(content));
st.chatMessage("bob").write("I am Bob");
st.space("large");
st.container({ horizontal: true, key: "row" }, () => { st.button("Left"); st.space(33); st.button("Right"); });
st.columns(2)[0].chatInput("In a column");
const prompt = st.chatInput("Say something", { maxChars: 30 });
if (prompt) {
  s.messages.push({ role: "user", content: prompt });
  st.chatMessage("user", () => st.markdown(prompt));
  await st.chatMessage("assistant", () => st.writeStream(prompt === "lines" ? lines() : flow(), { onEnd: (content) => { s.messages.push({ role: "assistant", content }); } }));
}
st.text("runs " + s.runs + " dismissed " + s.dismissed);
`;

let browser: Browser;
let app: RunningApp;
let open: Visitor | undefined;

beforeAll(async () => {
  browser = await launch();
  app = await serveApp(script(APP));
});
afterAll(async () => {
  await app?.stop();
  await browser?.close();
});
afterEach(async () => {
  const troubles = open?.troubles ?? [];
  await open?.close();
  open = undefined;
  expect(troubles).toEqual([]);
});

async function visit(options: BrowserContextOptions = {}) {
  open = await visitor(browser, app.url, options);
  const { page } = open;
  const field = page.getByRole("textbox", { name: "Say something" });
  await field.waitFor();
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const text = (words: string) => page.getByText(words, { exact: true });
  return { page, field, button, text, dialog: page.getByTestId("stDialog") };
}

test("dlg-001 dlg-002 dlg-003 ui-dialog-001 ui-dialog-005 a dialog lies over the page, reruns alone, and a rerun closes it", async () => {
  const { button, text, dialog } = await visit();
  await button("Open").click();
  await dialog.getByText("Level 3").waitFor();
  const box = await dialog.boundingBox();
  expect(Math.round(box?.width ?? 0)).toBe(752);
  expect(Math.round(box?.y ?? 0)).toBe(32);
  await expect(button("Elsewhere").click({ timeout: 500 })).rejects.toThrow();
  await dialog.getByRole("slider").press("ArrowRight");
  await dialog.getByText("Level 4").waitFor();
  await text("runs 2 dismissed 0").waitFor();
  await button("Submit").click();
  await dialog.waitFor({ state: "detached" });
  await text("runs 3 dismissed 0").waitFor();
});

test("dlg-005 dlg-006 ui-dialog-002 ui-dialog-004 closing it tells nothing; it opens again, but not by another fragment", async () => {
  const { page, button, text, dialog } = await visit();
  const closings = [() => dialog.getByRole("button", { name: "Close" }).click(), () => page.keyboard.press("Escape"), () => page.mouse.click(20, 600)];
  for (let turn = 0; turn < 10; turn += 1) {
    await button("Open").click();
    await dialog.getByText("Level 3").waitFor();
    await closings[turn % 3]?.();
    await dialog.waitFor({ state: "detached" });
  }
  await text("runs 11 dismissed 0").waitFor();
  await button("Elsewhere").click();
  await text("part clicked").waitFor();
  expect(await dialog.count()).toBe(0);
  await text("runs 11 dismissed 0").waitFor();
});

test("ui-dialog-007 one that cannot be dismissed stays until the script closes it; onDismiss hears of it otherwise", async () => {
  const { page, button, text, dialog } = await visit();
  await button("Lock").click();
  await button("Let me out").waitFor();
  expect(await dialog.getByRole("button", { name: "Close" }).count()).toBe(0);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.mouse.click(20, 600);
  expect(await dialog.isVisible()).toBe(true);
  await button("Let me out").click();
  await dialog.waitFor({ state: "detached" });
  await button("Tell").click();
  await dialog.getByTestId("stText").waitFor();
  await page.keyboard.press("Escape");
  await text("runs 5 dismissed 1").waitFor();
  expect(await dialog.count()).toBe(0);
});

test("ui-popover-001 ui-popover-002 ui-popover-003 a popover stays open while it is used, and keeps what was typed", async () => {
  const { page, button } = await visit();
  const panel = page.getByTestId("stPopoverBody");
  await button("Panel").click();
  await panel.getByText("panel false").waitFor();
  expect((await panel.boundingBox())?.width).toBeGreaterThanOrEqual(320);
  await panel.getByText("Tick", { exact: true }).click();
  await panel.getByText("panel true").waitFor();
  await panel.getByRole("textbox").fill("Ada");
  await page.mouse.click(1100, 300);
  await panel.waitFor({ state: "hidden" });
  await button("Panel").click();
  await panel.getByText("panel true Ada").waitFor();
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
  expect(await button("Panel").evaluate((own) => own === document.activeElement)).toBe(true);
});

test("ui-chat_input-002 ui-chat_input-003 ui-chat_input-005 Enter sends, Shift+Enter breaks the line, the length is limited", async () => {
  const { page, field, text } = await visit();
  await field.fill("one");
  const before = (await field.boundingBox())?.height ?? 0;
  await field.press("Shift+Enter");
  await field.pressSequentially("two");
  expect((await field.boundingBox())?.height).toBeGreaterThan(before);
  await page.getByText("7/30").waitFor();
  await field.pressSequentially("x".repeat(40));
  await page.getByText("30/30").waitFor();
  await field.fill("hello");
  await field.press("Enter");
  expect(await field.inputValue()).toBe("");
  expect(await field.evaluate((own) => own === document.activeElement)).toBe(true);
  await page.getByText(/^word0/).waitFor();
  await button(page, "Stop").click();
  await page.waitForSelector('[data-test-script-state="notRunning"]');
  expect(await text("hello").count()).toBe(1);
});

test("ui-chat_input-006 Enter that ends the composition of characters sends nothing, the next one does", async () => {
  const { page, field } = await visit();
  await field.focus();
  const tools = await page.context().newCDPSession(page);
  await tools.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
  await until(() => field.inputValue(), "にほん");
  // What an input method takes for itself comes without a character.
  for (const type of ["rawKeyDown", "keyUp"] as const)
    await tools.send("Input.dispatchKeyEvent", { type, key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 });
  expect(await field.inputValue()).toBe("にほん");
  expect(await page.getByTestId("stChatMessage").filter({ hasText: "にほん" }).count()).toBe(0);
  await tools.send("Input.insertText", { text: "日本" });
  await until(() => field.inputValue(), "日本");
  await page.keyboard.press("Enter");
  await page.getByTestId("stChatMessage").filter({ hasText: "日本" }).waitFor();
  expect(await field.inputValue()).toBe("");
  await button(page, "Stop").click();
  await page.waitForSelector('[data-test-script-state="notRunning"]');
});

const button = (page: Visitor["page"], name: string) => page.getByRole("button", { name, exact: true });

test("str-005 str-008 str-012 ui-chat_message-001 ui-chat_message-003 ui-chat_message-005 an answer grows in view, and what a click cuts short is kept", async () => {
  const { page, field } = await visit();
  await field.fill("go");
  await field.press("Enter");
  const answer = page.getByRole("group", { name: "Message from assistant" });
  await answer.getByText("word45").waitFor();
  // The page follows the answer to its end.
  expect(await page.locator("#main").evaluate((main) => main.scrollHeight - main.scrollTop - main.clientHeight)).toBeLessThan(30);
  await button(page, "Celebrate").click();
  await expect.poll(() => page.getByText(/^runs 3/).count()).toBe(1);
  expect(await answer.innerText()).toContain("word45");
  expect(await page.getByRole("group", { name: /^Message from/ }).count()).toBe(3);
  const letter = page.getByRole("group", { name: "Message from bob" }).getByTestId("stChatMessageAvatarCustom");
  expect(await letter.innerText()).toBe("B");
  const face = await page.getByTestId("stChatMessageAvatarUser").first().boundingBox();
  expect([face?.width, face?.height]).toEqual([32, 32]);
});

test("the page follows an answer whose paragraphs come faster than it is told that it has scrolled", async () => {
  const { page, field } = await visit();
  await field.fill("lines");
  await field.press("Enter");
  await page.getByText("line 39").waitFor();
  await until(() => page.locator("#main").evaluate((main) => main.scrollHeight - main.scrollTop - main.clientHeight < 30), true);
});

test("ui-balloons_snow-001 ui-chat_input-007 ui-link_button-002 thirty balloons and a hundred flakes never block a click", async () => {
  const { page } = await visit();
  await button(page, "Celebrate").click();
  await page.getByTestId("stBalloons").waitFor();
  expect(await page.getByTestId("stBalloons").locator(":scope > span").count()).toBe(30);
  expect(await page.getByTestId("stSnow").locator(":scope > span").count()).toBe(100);
  await button(page, "Elsewhere").click();
  await page.getByText("part clicked").waitFor();
  expect(await page.getByTestId("stMain").getByRole("textbox", { name: "In a column" }).count()).toBe(1);
  expect(await page.getByTestId("stBottom").getByRole("textbox").count()).toBe(1);
  const heights = await Promise.all([page.getByTestId("stBaseLinkButton-secondary"), button(page, "Open")].map((one) => one.boundingBox()));
  expect(heights[0]?.height).toBe(heights[1]?.height);
});

test("ech-001 ui-echo-001 HTML is made safe, and echo shows the script's own text", async () => {
  const { page } = await visit();
  await page.locator("#safe").waitFor();
  expect(await page.locator("#safe").getAttribute("onclick")).toBeNull();
  expect(await page.evaluate(() => (globalThis as { bad?: number }).bad)).toBeUndefined();
  expect(await page.getByTestId("stCode").first().innerText()).toContain('st.write("echoed " + (1 as number));');
  await page.getByText("echoed 1", { exact: true }).waitFor();
});

test("ui-space-001 ui-badge-002 room is left downwards in a column and sideways in a row", async () => {
  const { page } = await visit();
  const sizes = await page.getByTestId("stSpace").evaluateAll((all) => all.map((one) => [one.clientWidth > 100, one.clientHeight, one.clientWidth]));
  expect(sizes[0]?.slice(0, 2)).toEqual([true, 68]);
  expect(sizes[1]).toEqual([false, 0, 33]);
  const [left, right] = await Promise.all([button(page, "Left"), button(page, "Right")].map((one) => one.boundingBox()));
  expect(Math.round((right?.x ?? 0) - (left?.x ?? 0) - (left?.width ?? 0))).toBe(33 + 32);
  const colour = await page
    .getByTestId("stMarkdownBadge")
    .first()
    .evaluate((own) => getComputedStyle(own).color);
  expect(colour).toBe(
    await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement("i"));
      const [app] = document.getElementsByClassName("stApp");
      app?.append(probe);
      probe.style.color = "var(--blue)";
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    }),
  );
});

test("a toast raised in a dialog stands before it, takes clicks, and outlives it", async () => {
  const { page, button, dialog } = await visit();
  await button("Open").click();
  await button("Say so").click();
  const toast = page.getByTestId("stToast");
  // A trial click fails when something else is in front.
  await toast.getByRole("button", { name: "Close" }).click({ trial: true });
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await toast.getByRole("button", { name: "Close" }).click();
  await toast.waitFor({ state: "detached" });
});

test.each(["light", "dark"] as const)("axe finds nothing in a dialog, a popover and a chat, %s", async (colorScheme) => {
  const { page, dialog } = await visit({ colorScheme });
  await page.getByTestId("stHelp").waitFor();
  await button(page, "Panel").click();
  await page.getByTestId("stPopoverBody").waitFor();
  await page.waitForTimeout(300);
  expect(await open?.violations()).toEqual([]);
  await page.keyboard.press("Escape");
  await button(page, "Open").click();
  await dialog.getByText("Level 3").waitFor();
  await page.waitForTimeout(300);
  expect(await open?.violations()).toEqual([]);
});
