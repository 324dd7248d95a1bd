import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import type { RerunRequest } from "../../src/protocol/messages.ts";
import { encode } from "../../src/protocol/codec.ts";
import { type FakeServer, widget } from "./fixture.ts";
import { markdownScreen, navigation, sidebarScreen, widgetScreen } from "./screens.ts";
import { createStage } from "./stage.ts";

const stage = createStage();
let page: Page;
let server: FakeServer;
beforeEach(() => ({ page, server } = stage));
const visit = (url: string) => stage.visit(url);

const reruns = () => server.heard.filter((message): message is RerunRequest => message.type === "rerun");
/** Long enough for what must not come. */
const settle = (milliseconds = 60) => page.waitForTimeout(milliseconds);
/** Waits until the server has heard something. */
const heard = (what: () => unknown) => expect.poll(what, { timeout: 10_000 });
const slider = (props: object = {}, value = [5]) => ({
  kind: "slider",
  props: { label: "Age", min: 0, max: 10, step: 1, range: false, type: "number", ...widget("age"), ...props },
  value,
});

test("ui-slider-009 the slider moves by keyboard and tells its value as it is seen", async () => {
  server.screen({ main: [slider({ format: "%d years" })] });
  await visit(server.url);
  const thumb = page.getByRole("slider", { name: "Age" });
  await thumb.focus();
  await page.keyboard.press("ArrowRight");
  expect(await thumb.getAttribute("aria-valuenow")).toBe("6");
  expect(await thumb.getAttribute("aria-valuetext")).toBe("6 years");
  await page.keyboard.press("End");
  await page.keyboard.press("PageDown");
  await heard(() => reruns().map(({ values }) => values)).toEqual([{ age: [9] }]);
  expect(stage.errors).toEqual([]);
});

test("ui-slider-001 a drag shows the value at once and sends it once, after it rests", async () => {
  server.screen({ main: [slider({ max: 100 }, [0])] });
  await visit(server.url);
  const track = page.locator('[data-testid="stSlider"] [role="slider"]').locator("xpath=..");
  const box = (await track.boundingBox()) as { x: number; y: number; width: number };
  await page.mouse.move(box.x, box.y + 2);
  await page.mouse.down();
  for (const share of [0.2, 0.4, 0.6]) await page.mouse.move(box.x + box.width * share, box.y + 2);
  expect(await page.getByTestId("stSliderThumbValue").innerText()).toBe("60");
  expect(reruns().length).toBe(0);
  await heard(() => reruns().map(({ values }) => values)).toEqual([{ age: [60] }]);
  await page.mouse.up();
  await settle();
  expect(reruns().length).toBe(1);
});

test("ui-slider-006 labels of two close thumbs keep apart and inside", async () => {
  server.screen({ main: [slider({ range: true, min: 0, max: 100000 }, [99990, 100000])] });
  await visit(server.url);
  const boxes = await page
    .getByTestId("stSliderThumbValue")
    .all()
    .then((all) => Promise.all(all.map((one) => one.boundingBox())));
  const [a, b] = boxes as { x: number; width: number }[];
  const outer = (await page.getByTestId("stSlider").boundingBox()) as { x: number; width: number };
  expect((b?.x ?? 0) - (a?.x ?? 0) - (a?.width ?? 0)).toBeGreaterThanOrEqual(15);
  expect((b?.x ?? 0) + (b?.width ?? 0)).toBeLessThanOrEqual(outer.x + outer.width + 1);
});

test("ui-slider-004 the thumbs of a range cannot pass each other", async () => {
  server.screen({ main: [slider({ range: true }, [4, 5])] });
  await visit(server.url);
  await page.getByRole("slider", { name: "Age, from" }).focus();
  for (let i = 0; i < 4; i += 1) await page.keyboard.press("ArrowRight");
  await heard(() => reruns().at(-1)?.values).toEqual({ age: [5, 5] });
});

const field = (props: object = {}, value: string | null = "") => ({
  kind: "textInput",
  props: { label: "Name", type: "default", ...widget("name"), ...props },
  value,
});

test("ui-text_input-001 typing alone never reruns; Enter or leaving the field does, once", async () => {
  server.screen({ main: [field(), { kind: "button", props: { label: "Go", type: "secondary", ...widget("go") } }] });
  await visit(server.url);
  await page.getByLabel("Name").pressSequentially("Ada");
  await settle(300);
  expect(reruns()).toEqual([]);
  expect(await page.getByTestId("InputInstructions").innerText()).toContain("Press Enter to apply");
  await page.keyboard.press("Enter");
  await settle();
  await page.getByLabel("Name").blur();
  await heard(() => reruns().map(({ values }) => values)).toEqual([{ name: "Ada" }]);
  await page.getByLabel("Name").fill("Bo");
  await page.getByRole("button", { name: "Go" }).click();
  await heard(() =>
    reruns()
      .slice(1)
      .map(({ values, triggers }) => ({ values, triggers })),
  ).toEqual([
    { values: { name: "Bo" }, triggers: undefined },
    { values: undefined, triggers: { go: true } },
  ]);
});

test("ui-text_input-003 only as many characters as allowed are kept, and counted", async () => {
  server.screen({ main: [field({ maxChars: 5 })] });
  await visit(server.url);
  await page.getByLabel("Name").pressSequentially("abcdefgh");
  expect(await page.getByLabel("Name").inputValue()).toBe("abcde");
  expect(await page.getByTestId("InputInstructions").innerText()).toContain("5/5");
});

test("ui-text_input-004 a password is dots until the eye is pressed", async () => {
  server.screen({ main: [field({ type: "password" }, "secret")] });
  await visit(server.url);
  const input = page.locator("input");
  expect(await input.getAttribute("type")).toBe("password");
  await page.getByRole("button", { name: "Show the text" }).click();
  expect(await input.getAttribute("type")).toBe("text");
  await page.getByRole("button", { name: "Hide the text" }).click();
  expect(await input.getAttribute("type")).toBe("password");
});

test("ui-text_input-007 ui-stale_rerun-005 a value set by the script is shown; focus and typed text of others survive", async () => {
  server.screen({ main: [field(), field({ label: "Other", ...widget("other") }, "x")] });
  await visit(server.url);
  await page.getByLabel("Name").pressSequentially("typed");
  server.say({ type: "patch", from: 1, revision: 2, ops: [{ op: "value", id: 17, value: "set", seq: 0 }] });
  await expect.poll(() => page.getByLabel("Other").inputValue()).toBe("set");
  expect(await page.getByLabel("Name").inputValue()).toBe("typed");
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
});

test("a live field tells the script while it is typed in", async () => {
  server.screen({ main: [field({ live: 200 })] });
  await visit(server.url);
  await page.getByLabel("Name").pressSequentially("Ada", { delay: 20 });
  await heard(() => reruns().map(({ values }) => values)).toEqual([{ name: "Ada" }]);
});

test("ui-button-009 ui-button-010 Enter, Space and the shortcut press a button, but not while typing", async () => {
  server.screen({ main: [{ kind: "button", props: { label: "Go", type: "primary", shortcut: "g", ...widget("go") } }, field()] });
  await visit(server.url);
  await page.getByRole("button", { name: "Go" }).focus();
  await page.keyboard.press("Enter");
  await settle(20);
  await page.keyboard.press("Space");
  await settle(20);
  await page.keyboard.press("g");
  await page.getByLabel("Name").pressSequentially("g");
  await heard(() => reruns().map(({ triggers }) => triggers)).toEqual([{ go: true }, { go: true }, { go: true }]);
});

test("ui-button-006 the help of a button is a tooltip on hover and on focus", async () => {
  server.screen({ main: [{ kind: "button", props: { label: "Go", type: "primary", help: "It **goes**", ...widget("go") } }] });
  await visit(server.url);
  await page.getByRole("button", { name: "Go" }).hover();
  await page.getByRole("tooltip").waitFor();
  expect(await page.getByRole("tooltip").innerText()).toContain("It goes");
  await page.keyboard.press("Escape");
  await page.getByRole("tooltip").waitFor({ state: "detached" });
});

test("ui-app_chrome-006 R reruns and C asks, but not while typing or with Ctrl", async () => {
  server.screen({ main: [field()] });
  await visit(server.url);
  await page.getByLabel("Name").pressSequentially("rc");
  await page.getByLabel("Name").blur();
  await settle();
  const before = reruns().length;
  await page.keyboard.press("r");
  await heard(() => reruns().length).toBe(before + 1);
  await page.keyboard.press("c");
  await page.getByTestId("stClearCacheDialog").waitFor();
  // The button has the focus, not the cross.
  await page.keyboard.press("Enter");
  await heard(() => server.heard.some(({ type }) => type === "clearCache")).toBe(true);
});

test("ui-app_chrome-002 a run in progress shows itself and its Stop, and nothing flickers in a short one", async () => {
  server.screen({ main: [slider()] });
  await visit(server.url);
  server.say({ type: "started", run: 5 });
  await settle(100);
  expect(await page.getByTestId("stStatusWidget").count()).toBe(0);
  await page.getByTestId("stStatusWidget").waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  await heard(() => server.heard.at(-1)).toEqual({ type: "stop" });
  server.say({ type: "finished", run: 5, seq: 0, outcome: "stopped" });
  await page.getByTestId("stStatusWidget").waitFor({ state: "detached" });
  expect(await page.getByTestId("stAnnouncements").innerText()).toBe("The script was stopped.");
});

test("ui-stale_rerun-001 elements not drawn again fade, and recover", async () => {
  server.screen({ main: [slider(), field()] });
  await visit(server.url);
  server.say({ type: "started", run: 5 }, { type: "patch", from: 1, revision: 2, ops: [{ op: "stale", ids: [17] }] });
  const opacity = (testid: string) => page.getByTestId(testid).evaluate((element) => Number(getComputedStyle(element).opacity));
  await expect.poll(() => opacity("stTextInput"), { timeout: 10_000 }).toBeCloseTo(0.33, 2);
  expect(await opacity("stSlider")).toBe(1);
  server.say({ type: "finished", run: 5, seq: 0, outcome: "done" });
  await expect.poll(() => opacity("stTextInput"), { timeout: 10_000 }).toBe(1);
});

test("ui-connection-001 ui-connection-003 a lost server disables the widgets and its return heals all", async () => {
  server.screen({ main: [slider()] });
  await visit(server.url);
  await page.getByRole("slider").waitFor();
  server.open(false);
  await page.getByTestId("stConnectionStatus").waitFor({ timeout: 5000 });
  expect(await page.getByRole("slider").getAttribute("aria-disabled")).toBe("true");
  server.open(true);
  await page.getByTestId("stConnectionStatus").waitFor({ state: "detached", timeout: 10_000 });
  expect(await page.getByRole("slider").getAttribute("aria-disabled")).toBeNull();
  const hello = server.heard.filter(({ type }) => type === "hello").at(-1);
  expect(hello).toMatchObject({ session: "s1", revision: 1 });
});

test("ui-navigation-002 page links go without a reload, Back and Forward switch pages", async () => {
  server.screen({ main: [slider()] }, [navigation("sidebar")]);
  await visit(`${server.url}?embed_options=light_theme&x=1`);
  await page.evaluate(() => Object.assign(window, { same: true }));
  await page.getByRole("link", { name: "Map of pickups" }).click();
  await heard(() => reruns().at(-1)).toMatchObject({ page: "map", query: "" });
  expect(new URL(page.url()).pathname).toBe("/map");
  expect(new URL(page.url()).search).toBe("?embed_options=light_theme");
  await page.goBack();
  await heard(() => reruns().at(-1)).toMatchObject({ page: "", query: "x=1" });
  expect(await page.evaluate(() => "same" in window)).toBe(true);
});

test("ui-sidebar-002 ui-sidebar-004 the sidebar closes and opens; on narrow screens it starts closed and covers the page", async () => {
  server.screen({ main: [slider()], sidebar: sidebarScreen });
  await visit(server.url);
  const sidebar = page.getByTestId("stSidebar");
  expect(((await sidebar.boundingBox()) as { width: number }).width).toBe(336);
  await sidebar.hover();
  await page.getByTestId("stSidebarCollapseButton").click();
  await page.getByTestId("stExpandSidebarButton").waitFor();
  await expect.poll(async () => (await page.getByTestId("stMain").boundingBox())?.x).toBe(0);
  await page.setViewportSize({ width: 400, height: 800 });
  await page.getByTestId("stExpandSidebarButton").click();
  await expect.poll(async () => (await sidebar.boundingBox())?.x).toBe(0);
  await page.mouse.click(380, 500);
  await expect.poll(() => sidebar.getAttribute("data-open")).toBe("false");
});

test("the width of the sidebar is dragged, remembered and restored by a double click", async () => {
  server.screen({ main: [slider()], sidebar: sidebarScreen });
  await visit(server.url);
  await page.mouse.move(336, 300);
  await page.mouse.down();
  await page.mouse.move(420, 300);
  await page.mouse.up();
  const width = async () => ((await page.getByTestId("stSidebar").boundingBox()) as { width: number }).width;
  expect(await width()).toBe(420);
  await page.reload();
  await page.locator("main .rv-box").first().waitFor();
  await page.getByTestId("stSidebar").waitFor();
  expect(await width()).toBe(420);
  await page.mouse.dblclick(420, 300);
  expect(await width()).toBe(336);
});

test("ui-app_chrome-009 ui-app_chrome-010 settings act at once and the theme is remembered", async () => {
  server.screen({ main: [slider()] });
  await visit(server.url);
  await page.getByRole("button", { name: "Main menu" }).click();
  await page.getByRole("menuitem", { name: "Settings" }).click();
  await page.getByLabel("Theme").selectOption("dark");
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await background()).toBe("rgb(14, 17, 23)");
  await page.getByRole("switch", { name: "Wide mode" }).check();
  expect(await page.getByTestId("stMain").getAttribute("data-layout")).toBe("wide");
  await page.reload();
  await page.locator("main .rv-box").first().waitFor();
  await page.getByTestId("stSlider").waitFor();
  expect(await background()).toBe("rgb(14, 17, 23)");
});

test("a compile error opens a dialog that goes when it is mended", async () => {
  server.screen({ main: [slider()] });
  await visit(server.url);
  server.say({ type: "compileError", error: { name: "SyntaxError", message: "Unexpected token", frames: [{ file: "app.ts", line: 3, column: 5 }] } });
  await page.getByRole("dialog").waitFor();
  expect(await page.getByRole("dialog").innerText()).toContain("app.ts:3:5");
  server.say({ type: "compileError", error: null });
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

test("ui-app_chrome-003 a changed script offers Rerun and Always rerun", async () => {
  server.screen({ main: [slider()] });
  await visit(server.url);
  server.say({ type: "scriptChanged" });
  await page.getByRole("button", { name: "Always rerun" }).click();
  await heard(() => server.heard.slice(-2).map(({ type }) => type)).toEqual(["runOnSave", "rerun"]);
  await page.getByTestId("stScriptChanged").waitFor({ state: "detached" });
});

test("ui-embed-001 an embedded app has no header and little padding", async () => {
  server.screen({ main: [slider()] });
  await visit(`${server.url}?embed=true`);
  await page.getByTestId("stSlider").waitFor();
  expect(await page.getByTestId("stHeader").count()).toBe(0);
  expect(((await page.getByTestId("stSlider").boundingBox()) as { y: number }).y).toBeLessThan(40);
});

test("ui-page_config-001 title and icon of the tab follow the script", async () => {
  server.screen({ main: [slider()] }, [{ type: "pageConfig", config: { title: "Quakes", icon: ":material/home:" } }]);
  await visit(server.url);
  await page.waitForFunction(() => document.title === "Quakes");
  await page.waitForFunction(() => document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.href.startsWith("data:image/png"));
});

test("streamed text appears as it comes, and a formula is typeset", async () => {
  server.screen({ main: [{ kind: "markdown", props: { body: "One" } }] });
  await visit(server.url);
  await page.getByText("One").waitFor();
  let revision = 1;
  for (const part of [" two", "\n\n- three", "\n- **fo", "ur**\n\n$x^2$"]) {
    server.say({ type: "patch", from: revision, revision: revision + 1, ops: [{ op: "append", id: 16, prop: "body", value: part }] });
    revision += 1;
  }
  await page.locator(".katex").waitFor();
  expect(await page.locator('[data-testid="stMarkdown"] li').allInnerTexts()).toEqual(["three", "four"]);
});

test("ui-markdown-003 unsafe HTML takes effect without its scripts", async () => {
  server.screen({
    main: [{ kind: "markdown", props: { body: '<b id="bold">hi</b><img src=x onerror="window.bad=1"><script>window.bad=1</script>', unsafeAllowHtml: true } }],
  });
  await visit(server.url);
  await page.locator("b#bold").waitFor();
  await settle(200);
  expect(await page.evaluate(() => "bad" in window)).toBe(false);
});

test("ui-container-005 a keyed element carries its class, and one thousand texts of one message are all drawn", async () => {
  server.screen({ main: [{ kind: "text", props: { body: "hello", key: "my key" } }] });
  await visit(server.url);
  await page.locator(".st-key-my-key").waitFor();
  const ops = Array.from({ length: 1000 }, (_, i) => ({
    op: "insert" as const,
    id: 100 + i,
    parent: 1,
    after: i === 0 ? 16 : 99 + i,
    kind: "text",
    props: encode({ body: `Line ${i}` }),
  }));
  server.say({ type: "patch", from: 1, revision: 2, ops });
  await expect.poll(() => page.getByTestId("stText").count(), { timeout: 10_000 }).toBe(1001);
});

test("big values named by hash arrive in parts", async () => {
  server.screen({ main: [slider()] });
  await visit(server.url);
  server.say(
    { type: "payload", hash: "h", part: 1, parts: 2, bytes: new Uint8Array([3]) },
    { type: "payload", hash: "h", part: 0, parts: 2, bytes: new Uint8Array([1, 2]) },
  );
  server.open(false);
  await settle(100);
  server.open(true);
  await page.waitForFunction(() => true);
  await expect.poll(() => server.heard.filter(({ type }) => type === "hello").at(-1), { timeout: 5000 }).toMatchObject({ payloads: ["h"] });
});

test("ui-form-001 ui-form-002 fields of a form wait; Enter in one of them submits all", async () => {
  server.screen({
    main: [
      field({ widget: { id: "name", form: "f" } }),
      slider({ widget: { id: "age", form: "f" } }),
      { kind: "button", props: { label: "Send", type: "secondary", widget: { id: "send", form: "f" } } },
    ],
  });
  await visit(server.url);
  await page.getByRole("slider").focus();
  await page.keyboard.press("ArrowLeft");
  await page.getByLabel("Name").pressSequentially("Ada");
  await settle(400);
  expect(reruns()).toEqual([]);
  expect(await page.getByTestId("InputInstructions").innerText()).toContain("Press Enter to submit form");
  await page.keyboard.press("Enter");
  await heard(() => reruns().map(({ values, triggers }) => ({ values, triggers }))).toEqual([{ values: { age: [4], name: "Ada" }, triggers: { send: true } }]);
});

test("ui-print-001 on paper there is no header, and an open sidebar stands beside the page", async () => {
  server.screen({ main: [slider()], sidebar: sidebarScreen });
  await visit(server.url);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByTestId("stHeader").isVisible()).toBe(false);
  expect(await page.getByTestId("stSidebar").isVisible()).toBe(true);
  await page.emulateMedia({ media: "screen" });
  await page.getByTestId("stSidebar").hover();
  await page.getByTestId("stSidebarCollapseButton").click();
  await page.emulateMedia({ media: "print" });
  expect(await page.getByTestId("stSidebar").isVisible()).toBe(false);
});

test("the script hears of a theme chosen in the settings", async () => {
  server.screen({ main: [slider()] });
  await visit(server.url);
  await page.getByRole("button", { name: "Main menu" }).click();
  await page.getByRole("menuitem", { name: "Settings" }).click();
  await page.getByLabel("Theme").selectOption("dark");
  await heard(() => server.heard.filter(({ type }) => type === "context").at(-1)).toMatchObject({ context: { theme: "dark" } });
});

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

test.each([
  ["light", 1100],
  ["dark", 1100],
  ["light", 400],
  ["dark", 400],
] as const)("no accessibility violations in the %s theme at %i px", async (colorScheme, width) => {
  await stage.openContext({ colorScheme, bypassCSP: true, reducedMotion: "reduce", viewport: { width, height: 900 } });
  page = stage.page;
  server.screen({ main: [...markdownScreen, ...widgetScreen], sidebar: sidebarScreen }, [navigation("sidebar")]);
  await visit(server.url);
  await page.locator(".katex").first().waitFor();
  server.say({ type: "notice", level: "warning", message: "Careful" }, { type: "scriptChanged" }, { type: "started", run: 3 });
  await settle(500);
  await page.evaluate(axe);
  const check = () =>
    page.evaluate(async () => {
      const { violations } = await (
        window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> } }
      ).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ""}`).join("\n")}`);
    });
  expect(await check()).toEqual([]);
  await page.getByRole("button", { name: "Main menu" }).click();
  await settle(200);
  expect(await check()).toEqual([]);
  await page.getByRole("menuitem", { name: "Settings" }).click();
  await settle(300);
  expect(await check()).toEqual([]);
});
