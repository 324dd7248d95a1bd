import { expect, test } from "vitest";
import { encode } from "../../src/protocol/codec.ts";
import { FIRST_FREE_ID } from "../../src/protocol/messages.ts";
import type { Node } from "./fixture.ts";
import { createStage } from "./stage.ts";

const stage = createStage();
const { show, box } = stage;

const text = (body: string): Node => ({ kind: "text", props: { body } });
const markdown = (body: string, props = {}): Node => ({ kind: "markdown", props: { body, ...props } });
const header = (body: string, props = {}): Node => ({ kind: "header", props: { level: 2, body, ...props } });
const style = (selector: string, property: string) =>
  stage.page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

test("ui-heading-003 ui-heading-004 an anchor is the id as given, without one it is made of the words", async () => {
  await show([header("A", { anchor: "eigener-Name" }), header("Two words, and more"), header("日本語"), header("x", { anchor: "日本語" })]);
  const ids = await stage.page.locator("h2").evaluateAll((all) => all.map(({ id }) => id));
  expect(ids).toEqual(["eigener-Name", "two-words-and-more", expect.stringMatching(/^h-[a-z0-9]{4,8}$/), "日本語"]);
});

test("ui-heading-005 ui-heading-007 ui-heading-008 the link shows on hover unless it is switched off, beside the help", async () => {
  await show([header("One", { help: "Because **why**" }), header("Two", { anchor: false })]);
  const link = stage.page.getByRole("link", { name: "Link to this heading" });
  expect(await link.count()).toBe(1);
  expect(await link.evaluate((element) => getComputedStyle(element).opacity)).toBe("0");
  await stage.page.locator("h2").first().hover();
  await expect.poll(() => link.evaluate((element) => getComputedStyle(element).opacity)).toBe("1");
  expect(await stage.page.locator("h2").nth(1).getAttribute("id")).toBe("two");
  await stage.page.getByTestId("stTooltipIcon").locator("button").hover();
  await stage.page.getByText("Because why").waitFor();
});

test("ui-heading-009 ui-heading-011 a divider is two pixels of its colour, or of all", async () => {
  await show([header("a", { divider: "blue" }), header("b", { divider: "rainbow" })]);
  expect((await box("stHeadingDivider")).height).toBe(2);
  expect(await style('[data-color="blue"]', "background-color")).toBe("rgb(61, 157, 243)");
  expect(await style('[data-color="rainbow"]', "background-image")).toContain("linear-gradient(to right");
});

test("ui-heading-012 a link to a heading far down shows it under the top bar", async () => {
  await show([text("line\n".repeat(80)), header("Far down"), text("line\n".repeat(80))], { hash: "#far-down" });
  await expect.poll(async () => (await stage.page.locator("h2").boundingBox())?.y ?? 9999).toBeLessThan(200);
  expect((await stage.page.locator("h2").boundingBox())?.y).toBeGreaterThan(40);
});

test("ui-heading-013 marks work inside a heading, and its link opens a new tab", async () => {
  await show([header("`code` **bold** :material/home: [link](https://example.org)")]);
  expect(await stage.page.locator("h2 code").textContent()).toBe("code");
  expect(await stage.page.locator("h2 strong").textContent()).toBe("bold");
  expect(await stage.page.getByRole("link", { name: "link", exact: true }).getAttribute("target")).toBe("_blank");
});

test("ui-heading-015 ui-heading-016 in the sidebar headings are smaller and bear no link; long ones wrap", async () => {
  await show([text("x")], { sidebar: [header("Sidebar", { help: "h" }), header("x".repeat(200))] });
  expect(await stage.page.getByRole("link", { name: "Link to this heading" }).count()).toBe(0);
  expect(await stage.page.getByTestId("stTooltipIcon").count()).toBe(1);
  expect(Number.parseFloat(await style("h2", "font-size"))).toBeLessThan(30);
  expect(await stage.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test("ui-markdown-001 ui-markdown-012 ui-markdown-018 each construct is its usual HTML", async () => {
  await show([markdown("**b** *i* ~~s~~ `c` [l](https://example.org)\n\n- item\n- [x] done\n- [ ] open\n\n> quote\n\n---\n\n```js\nconst a = 1;\n```")]);
  for (const tag of ["strong", "em", "s, del", "p code", "a", "ul > li", "blockquote", "hr", "pre code"])
    expect(await stage.page.locator(`.stMarkdown :is(${tag})`).count(), tag).toBeGreaterThan(0);
  await stage.page.locator("pre code span").first().waitFor();
  const boxes = stage.page.locator(".stMarkdown li").getByRole("checkbox");
  const facts = await boxes.evaluateAll((all) => (all as HTMLInputElement[]).map((one) => [one.ariaLabel, one.checked, one.disabled]));
  expect(facts).toEqual([
    ["Done", true, true],
    ["To do", false, true],
  ]);
});

test("a wide table scrolls in a box of its own, and long code in it stays whole", async () => {
  const cells = Array.from({ length: 12 }, (_, at) => `cell ${at}`).join(" | ");
  await show([markdown(`| a | ${cells} |\n| --- |${" --- |".repeat(12)}\n| \`a_name.that_is(very_long)\` | ${cells} |`)]);
  const table = stage.page.locator(".stMarkdown table");
  expect(await table.evaluate((one) => one.clientWidth > (one.parentElement as HTMLElement).clientWidth)).toBe(true);
  expect(await table.locator("code").evaluate((one) => one.getClientRects().length)).toBe(1);
  expect(await stage.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test("ui-markdown-004 ui-markdown-006 ui-markdown-019 coloured, rainbow and small text", async () => {
  await show([markdown(":red[r] :green-background[g] :rainbow[all] :small[tiny]")]);
  const colors = await stage.page.locator('[data-color="red"]').evaluate((element) => [getComputedStyle(element).color, getComputedStyle(document.body).color]);
  expect(colors[0]).not.toBe(colors[1]);
  expect(await style('[data-color="rainbow"]', "background-image")).toContain("linear-gradient");
  const sizes = await stage.page
    .getByText("tiny")
    .evaluate((element) => [getComputedStyle(element).fontSize, getComputedStyle(document.body).fontSize].map(Number.parseFloat));
  expect(sizes[0]).toBeLessThan(sizes[1] as number);
});

test("ui-markdown-007 an icon is one glyph that cannot be selected", async () => {
  await show([markdown("Go :material/home: now")]);
  expect(await style('[data-testid="stIconMaterial"]', "user-select")).toBe("none");
  const { width, height } = await box("stIconMaterial");
  expect(width).toBeLessThan(30);
  expect(height).toBeLessThan(30);
});

test("ui-markdown-013 links to elsewhere open a new tab without access to this one, those with # stay", async () => {
  await show([markdown("[out](https://example.org) [in](#place)")]);
  const attributes = await stage.page.locator(".stMarkdown a").evaluateAll((all) => all.map((a) => [a.getAttribute("target"), a.getAttribute("rel")]));
  expect(attributes).toEqual([
    ["_blank", expect.stringContaining("noopener")],
    [null, null],
  ]);
});

test("ui-markdown-015 a wide picture shrinks to the page", async () => {
  const picture = `data:image/svg+xml;base64,${Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="100"/>').toString("base64")}`;
  await show([markdown(`<img src="${picture}">`, { unsafeAllowHtml: true })]);
  const image = stage.page.locator("main img");
  await image.waitFor();
  await expect.poll(async () => (await image.boundingBox())?.width ?? 0).toBeGreaterThan(100);
  expect((await image.boundingBox())?.width).toBeLessThanOrEqual(736);
});

test("ui-markdown-016 ui-markdown-021 help stands beside the text, and the text is aligned", async () => {
  await show([markdown("Text", { help: "Helpful" }), markdown("Right", { textAlignment: "right" })]);
  expect(await style(".stMarkdown:nth-child(2)", "text-align")).toBe("right");
  await stage.page.getByTestId("stTooltipIcon").locator("button").hover();
  await stage.page.getByText("Helpful").waitFor();
});

test("ui-text-001 text shows its characters as they are", async () => {
  await show([text("**b** <i>x</i> :red[y]\n  two  spaces")]);
  expect(await stage.page.getByTestId("stText").innerText()).toBe("**b** <i>x</i> :red[y]\n  two  spaces");
  expect(await stage.page.locator(".stText *").count()).toBe(0);
});

test("ui-code-008 in a diff, lines that went are red and lines that came green", async () => {
  await show([{ kind: "code", props: { body: "- old\n+ new", language: "diff" } }]);
  await stage.page.locator("code span").first().waitFor();
  const [gone, come] = await stage.page
    .locator("code span")
    .evaluateAll((all) => all.map((span) => getComputedStyle(span).color.match(/\d+/g)?.map(Number) as [number, number, number]));
  expect(gone?.[0]).toBeGreaterThan(gone?.[1] as number);
  expect(come?.[1]).toBeGreaterThan(come?.[0] as number);
});

test("ui-container-002 ui-container-006 a bordered container keeps its distance, and a row wraps with its gap", async () => {
  await show([
    { kind: "container", props: { border: true, key: "my box" }, children: [text("in")] },
    { kind: "container", props: { direction: "horizontal", gap: "large" }, children: [text("a"), text("b")] },
  ]);
  const outer = await stage.page.locator(".st-key-my-box").boundingBox();
  expect((await box("stText")).x - (outer?.x ?? 0)).toBeCloseTo(16, 0);
  expect(await style(".st-key-my-box", "border-radius")).toBe("8px");
  const [a, b] = [await box("stText", 1), await box("stText", 2)];
  expect(b.y).toBe(a.y);
  expect(b.x - a.x - a.width).toBeCloseTo(64, 0);
});

test("ui-container-004 a container that scrolls stays at its end, unless the viewer scrolled up", async () => {
  const lines = Array.from({ length: 20 }, (_, i) => text(`line ${i}`));
  await show([{ kind: "container", props: { height: 200, autoscroll: true, border: true, key: "log" }, children: lines }]);
  const log = stage.page.locator(".st-key-log");
  const fromEnd = () => log.evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight);
  await expect.poll(fromEnd).toBeLessThan(2);
  const add = (at: number) => {
    const ops = [
      {
        op: "insert" as const,
        id: 900 + at,
        parent: FIRST_FREE_ID,
        after: at === 1 ? FIRST_FREE_ID + 20 : 900 + at - 1,
        kind: "text",
        props: encode({ body: `more ${at}` }),
      },
    ];
    stage.server.say({ type: "patch", from: at, revision: at + 1, ops });
  };
  add(1);
  await stage.page.getByText("more 1").waitFor();
  await expect.poll(fromEnd).toBeLessThan(2);
  await log.evaluate((element) => element.scrollTo(0, 0));
  await stage.page.waitForTimeout(100);
  add(2);
  await stage.page.getByText("more 2").waitFor({ state: "attached" });
  await stage.page.waitForTimeout(100);
  expect(await log.evaluate((element) => element.scrollTop)).toBe(0);
});
