import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import type { NavigationPage, ToClient } from "../../src/protocol/messages.ts";
import { CONFIG, type Node, widget } from "./fixture.ts";
import { sidebarScreen } from "./screens.ts";
import { createStage } from "./stage.ts";

const stage = createStage();
const text = (body: string): Node => ({ kind: "text", props: { body } });
const many = (count: number) => Array.from({ length: count }, (_, index) => text(`Line ${index}`));
const style = (place: Locator, name: string) => place.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);
const reruns = () => stage.server.heard.filter(({ type }) => type === "rerun");

async function openMenu() {
  await stage.page.getByTestId("stMainMenuButton").click();
  await stage.page.getByRole("menu").waitFor();
}
const menuItems = () => stage.page.getByRole("menuitem").allInnerTexts();

function pages(position: "sidebar" | "top" | "hidden", sections: [string, Partial<NavigationPage>[]][], expanded = false): ToClient {
  const full = sections.map(([label, list]) => ({ label, pages: list.map((page) => ({ path: "", title: "Home", ...page })) }));
  return { type: "navigation", navigation: { position, expanded, current: full[0]?.pages[0]?.path ?? "", sections: full } };
}
const numbered = (count: number) => Array.from({ length: count }, (_, index) => ({ path: `p${index}`, title: `Page number ${index}` }));

test("ui-app_chrome-007 the menu has all it should, Clear cache apart and for developers only", async () => {
  await stage.show([text("Hello")]);
  await openMenu();
  expect(await menuItems()).toEqual(["Rerun\nR", "Settings", "Print", "Record the screen", "Keyboard shortcuts\n?", "About", "Clear cache\nC"]);
  const last = stage.page.locator('[role="menu"] > li').nth(-2);
  expect(await last.getAttribute("role")).toBe("separator");
  await stage.page.keyboard.press("Escape");
  stage.server.say({ type: "config", config: { ...CONFIG, toolbarMode: "viewer" } });
  await expect
    .poll(async () => {
      await openMenu();
      const items = await menuItems();
      await stage.page.keyboard.press("Escape");
      return items;
    })
    .not.toContain("Clear cache\nC");
});

test("ui-app_chrome-011 entries of the script open new tabs, show its words, or are absent", async () => {
  stage.server.screen({ main: [text("Hello")] }, [
    { type: "pageConfig", config: { menu: { help: "https://example.org/help", bug: null, about: "# Made by **Ada**" } } },
  ]);
  await stage.visit(stage.server.url);
  await openMenu();
  const help = stage.page.getByRole("menuitem", { name: "Get help" });
  expect(await help.getAttribute("target")).toBe("_blank");
  expect(await help.getAttribute("href")).toBe("https://example.org/help");
  expect(await stage.page.getByRole("menuitem", { name: "Report a bug" }).count()).toBe(0);
  await stage.page.getByRole("menuitem", { name: "About" }).click();
  expect(await stage.page.getByTestId("stAboutDialog").locator("strong").first().innerText()).toBe("Ada");
});

test("ui-app_chrome-013 there is no button to deploy, for developers, viewers and in minimal mode", async () => {
  for (const toolbarMode of ["developer", "viewer", "minimal"] as const) {
    stage.server.config = { ...CONFIG, toolbarMode };
    await stage.show([text("Hello")]);
    expect(await stage.page.getByRole("button", { name: /deploy/i }).count()).toBe(0);
    expect(await stage.page.getByTestId("stAppDeployButton").count()).toBe(0);
  }
  expect(await stage.page.getByTestId("stMainMenu").count()).toBe(0);
});

test("ui-app_chrome-014 the theme editor restyles the open page and copies what it made as configuration", async () => {
  await stage.show([text("Hello"), { kind: "button", props: { label: "Go", type: "primary", ...widget("go") } }]);
  await openMenu();
  await stage.page.getByRole("menuitem", { name: "Settings" }).click();
  await stage.page.getByRole("button", { name: "Edit theme" }).click();
  const editor = stage.page.getByTestId("stThemeEditor");
  await editor.getByLabel("Background, value", { exact: true }).fill("#102030");
  await editor.getByLabel("Primary color, value").fill("#7c3aed");
  await editor.getByLabel("Font", { exact: true }).selectOption("serif");
  await editor.getByLabel("Corners", { exact: true }).selectOption("none");
  const body = stage.page.locator("body");
  expect(await style(body, "background-color")).toBe("rgb(16, 32, 48)");
  expect(await style(body, "font-family")).toMatch(/^"Source Serif 4/);
  expect(await style(stage.page.getByRole("button", { name: "Go" }), "border-radius")).toBe("0px");
  // Not modal: the page can be used and seen.
  await stage.page.getByRole("button", { name: "Go" }).click();
  await expect.poll(reruns).toHaveLength(1);
  await editor.getByRole("button", { name: "Copy as config.toml" }).click();
  await editor.getByText("Copied").waitFor();
  const copied = await stage.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("[theme]\n");
  for (const line of ['backgroundColor = "#102030"', 'primaryColor = "#7c3aed"', 'font = "serif"', 'baseRadius = "none"']) expect(copied).toContain(line);
  await editor.getByRole("button", { name: "Reset" }).click();
  expect(await style(body, "background-color")).toBe("rgb(255, 255, 255)");
  await editor.getByLabel("Font size").focus();
  await stage.page.keyboard.press("Escape");
  await editor.waitFor({ state: "detached" });
});

test("a colour that is none is marked and changes nothing", async () => {
  await stage.show([text("Hello")]);
  await stage.page.keyboard.press("Control+k");
  await stage.page.getByRole("option", { name: "Edit theme" }).click();
  const field = stage.page.getByLabel("Text color, value");
  await field.fill("no colour");
  expect(await field.getAttribute("aria-invalid")).toBe("true");
  expect(await style(stage.page.locator("body"), "color")).toBe("rgb(49, 51, 63)");
});

test("the command palette goes to pages and headings and does what the menu does", async () => {
  stage.server.screen(
    { main: [{ kind: "header", props: { level: 2, body: "First part" } }, ...many(60), { kind: "header", props: { level: 2, body: "Last part" } }] },
    [pages("sidebar", [["", [{}, { path: "map", title: "Map of pickups" }]]])],
  );
  await stage.visit(stage.server.url);
  const { page } = stage;
  const palette = page.getByTestId("stCommandPalette");
  await page.keyboard.press("Control+k");
  await palette.waitFor();
  await page.keyboard.type("last pa");
  expect(await palette.getByRole("option").first().innerText()).toContain("Last part");
  await page.keyboard.press("Enter");
  await palette.waitFor({ state: "detached" });
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("last-part");
  await expect.poll(() => page.getByTestId("stMain").evaluate((main) => main.scrollTop)).toBeGreaterThan(500);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("pickups");
  await page.keyboard.press("Enter");
  await expect.poll(() => reruns().at(-1)).toMatchObject({ page: "map" });
  await page.keyboard.press("Control+k");
  await page.keyboard.type("nothing like this");
  await palette.getByText("Nothing found").waitFor();
  await page.keyboard.press("Escape");
  await palette.waitFor({ state: "detached" });
});

test("a script's own Ctrl+K comes before the palette", async () => {
  await stage.show([{ kind: "button", props: { label: "Mine", type: "secondary", shortcut: "Ctrl+K", ...widget("mine") } }]);
  await stage.page.keyboard.press("Control+k");
  await expect.poll(reruns).toHaveLength(1);
  expect(await stage.page.getByTestId("stCommandPalette").count()).toBe(0);
});

test("the question mark lists the shortcuts", async () => {
  await stage.show([text("Hello")]);
  await stage.page.keyboard.press("?");
  await stage.page.getByTestId("stShortcutsDialog").waitFor();
  const keys = await stage.page.getByTestId("stShortcutsDialog").locator("kbd").allInnerTexts();
  expect(keys).toEqual(["R", "C", "Ctrl+K", "?", "↵", "Esc"]);
});

test("a recording of the screen shows itself and is saved when it ends", async () => {
  await stage.page.addInitScript(() => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 32;
    setInterval(() => canvas.getContext("2d")?.fillRect(Math.random() * 30, 0, 2, 32), 50);
    navigator.mediaDevices.getDisplayMedia = () => Promise.resolve(canvas.captureStream(20));
  });
  await stage.show([text("Hello")]);
  await openMenu();
  await stage.page.getByRole("menuitem", { name: "Record the screen" }).click();
  await stage.page.getByTestId("stRecording").waitFor();
  // A film has pictures after its first second.
  await stage.page.waitForTimeout(1500);
  const saved = stage.page.waitForEvent("download");
  await stage.page.getByRole("button", { name: "Stop recording" }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/\.webm$/);
  const { statSync } = await import("node:fs");
  expect(statSync(await file.path()).size).toBeGreaterThan(200);
  await stage.page.getByTestId("stRecording").waitFor({ state: "detached" });
});

test("a browser that cannot record does not offer it", async () => {
  await stage.page.addInitScript(() => Object.defineProperty(MediaDevices.prototype, "getDisplayMedia", { value: undefined }));
  await stage.show([text("Hello")]);
  await openMenu();
  expect(await menuItems()).not.toContain("Record the screen");
});

test("ui-sidebar-001 the sidebar stands left in the second background, scrolls alone, and its widgets stand on the first", async () => {
  await stage.show(many(60), { sidebar: [...sidebarScreen, ...many(60)] });
  const sidebar = stage.page.getByTestId("stSidebar");
  expect(await stage.box("stSidebar")).toMatchObject({ x: 0, y: 0, height: 800 });
  expect(await style(sidebar, "background-color")).toBe("rgb(240, 242, 246)");
  expect(await style(sidebar.getByTestId("stTextInputRootElement"), "background-color")).toBe("rgb(255, 255, 255)");
  await stage.page.getByTestId("stSidebarContent").evaluate((content) => content.scrollTo(0, 300));
  expect(await stage.page.getByTestId("stMain").evaluate((main) => main.scrollTop)).toBe(0);
  expect(await stage.page.getByTestId("stSidebarContent").evaluate((content) => content.scrollTop)).toBe(300);
});

test("ui-sidebar-005 a keyboard that makes the window lower leaves the sidebar open", async () => {
  await stage.page.setViewportSize({ width: 400, height: 800 });
  await stage.show([text("Hello")], { sidebar: sidebarScreen });
  await stage.page.getByTestId("stExpandSidebarButton").click();
  await stage.page.getByLabel("Filter").focus();
  await stage.page.setViewportSize({ width: 400, height: 380 });
  await stage.page.getByLabel("Filter").pressSequentially("abc");
  expect(await stage.page.getByTestId("stSidebar").getAttribute("data-open")).toBe("true");
  expect(await stage.page.getByLabel("Filter").inputValue()).toBe("abc");
});

test.each([
  ["expanded", 1100, "true"],
  ["expanded", 400, "true"],
  ["collapsed", 1100, "false"],
  ["collapsed", 400, "false"],
  ["auto", 1100, "true"],
  ["auto", 400, "false"],
] as const)("ui-sidebar-007 a sidebar that is to be %s is so at %i px", async (wanted, width, open) => {
  await stage.page.setViewportSize({ width, height: 800 });
  stage.server.screen({ main: [text("Hello")], sidebar: sidebarScreen }, [{ type: "pageConfig", config: { sidebar: wanted } }]);
  await stage.visit(stage.server.url);
  expect(await stage.page.getByTestId("stSidebar").getAttribute("data-open")).toBe(open);
});

test("ui-navigation-004 sections have small bold names, pages their icons left of the title", async () => {
  stage.server.screen({ main: [text("Hello")] }, [
    pages("sidebar", [
      [
        "Reports",
        [
          { title: "Daily", icon: ":material/home:" },
          { path: "weekly", title: "Weekly", icon: "🎈" },
        ],
      ],
      ["Tools", [{ path: "t", title: "Search" }]],
    ]),
  ]);
  await stage.visit(stage.server.url);
  const header = stage.page.getByTestId("stNavSectionHeader").first();
  expect(await header.innerText()).toBe("Reports");
  expect([await style(header, "font-size"), await style(header, "font-weight")]).toEqual(["14px", "600"]);
  const link = stage.page.getByTestId("stSidebarNavLink").nth(1);
  const [icon, title] = [await link.getByText("🎈").boundingBox(), await link.getByText("Weekly").boundingBox()];
  expect((icon?.x ?? 0) + (icon?.width ?? 0)).toBeLessThanOrEqual(title?.x ?? 0);
  expect(title?.x ?? 0).toBeGreaterThan(((await header.boundingBox()) as { x: number }).x);
});

test("ui-navigation-006 a navigation that is always expanded has no control, a hidden one is not there", async () => {
  stage.server.screen({ main: [text("Hello")], sidebar: sidebarScreen }, [pages("sidebar", [["", numbered(20)]])]);
  await stage.visit(stage.server.url);
  expect(await stage.page.getByTestId("stSidebarNavLink").count()).toBe(10);
  await stage.page.getByTestId("stSidebarNavViewButton").click();
  expect(await stage.page.getByTestId("stSidebarNavLink").count()).toBe(20);
  stage.server.say(pages("sidebar", [["", numbered(20)]], true));
  await stage.page.getByTestId("stSidebarNavViewButton").waitFor({ state: "detached" });
  expect(await stage.page.getByTestId("stSidebarNavLink").count()).toBe(20);
  stage.server.say(pages("hidden", [["", numbered(20)]]));
  await stage.page.getByTestId("stSidebarNav").waitFor({ state: "detached" });
});

test("ui-navigation-007 another page drops the query, but for what embeds the app", async () => {
  stage.server.screen({ main: [text("Hello")] }, [pages("sidebar", [["", [{}, { path: "map", title: "Map" }]]])]);
  await stage.visit(`${stage.server.url}?color=red&embed=true&embed_options=show_toolbar&embed_options=dark_theme`);
  await stage.page.getByRole("link", { name: "Map" }).click();
  await expect.poll(() => new URL(stage.page.url()).pathname).toBe("/map");
  const { searchParams } = new URL(stage.page.url());
  expect([...searchParams.keys()]).toEqual(["embed", "embed_options", "embed_options"]);
  await expect.poll(() => reruns().at(-1)).toMatchObject({ page: "map", query: "" });
});

test("ui-navigation-010 pages run across the top, fold when there is no room, and move to the sidebar on phones", async () => {
  stage.server.screen({ main: [text("Hello")] }, [
    pages("top", [
      ["", numbered(5)],
      ["Reports", [{ path: "d", title: "Daily" }]],
      ["Tools", [{ path: "s", title: "Search" }]],
    ]),
  ]);
  await stage.page.setViewportSize({ width: 1280, height: 800 });
  await stage.visit(stage.server.url);
  const { page } = stage;
  const tops = () => page.getByTestId("stTopNav").getByTestId("stTopNavLink").count();
  await expect.poll(tops).toBe(5);
  expect(await page.getByTestId("stSidebar").count()).toBe(0);
  await page.getByTestId("stTopNavSection").first().click();
  await page.getByTestId("stTopNavPopover").getByRole("link", { name: "Daily" }).click();
  await expect.poll(() => reruns().at(-1)).toMatchObject({ page: "d" });
  await page.setViewportSize({ width: 800, height: 800 });
  const more = page.getByTestId("stTopNavMore");
  await more.waitFor();
  const row = await stage.box("stTopNav");
  const last = (await more.boundingBox()) as { x: number; width: number };
  expect(last.x + last.width).toBeLessThanOrEqual(row.x + row.width + 1);
  const left = await tops();
  expect(await more.innerText()).toBe(`${7 - left} more`);
  await more.click();
  expect(await page.getByTestId("stTopNavPopover").getByRole("link").count()).toBe(7 - left);
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 400, height: 800 });
  await page.getByTestId("stExpandSidebarButton").click();
  expect(await page.getByTestId("stSidebarNavLink").count()).toBe(7);
  expect(await page.getByTestId("stTopNav").count()).toBe(0);
});

test("ui-embed-003 an embedded app that is not to scroll does not", async () => {
  stage.server.screen({ main: many(80) });
  await stage.visit(`${stage.server.url}?embed=true&embed_options=disable_scrolling`);
  await stage.page.mouse.move(500, 400);
  await stage.page.mouse.wheel(0, 600);
  await stage.page.waitForTimeout(300);
  expect(await stage.page.getByTestId("stMain").evaluate((main) => main.scrollTop)).toBe(0);
  await stage.visit(`${stage.server.url}?embed=true`);
  await stage.page.mouse.wheel(0, 600);
  await expect.poll(() => stage.page.getByTestId("stMain").evaluate((main) => main.scrollTop)).toBeGreaterThan(0);
});

test.each([
  ["light_theme", "dark", "rgb(255, 255, 255)"],
  ["dark_theme", "light", "rgb(14, 17, 23)"],
] as const)("ui-embed-004 %s wins over a system that is %s", async (option, colorScheme, background) => {
  await stage.openContext({ colorScheme });
  stage.server.screen({ main: [text("Hello")] });
  await stage.visit(`${stage.server.url}?embed=true&embed_options=${option}`);
  expect(await style(stage.page.locator("body"), "background-color")).toBe(background);
});

test("an embedded app shows toolbar, padding and footer when asked to, and leaves room to open a sidebar", async () => {
  stage.server.screen({ main: [text("Hello")], sidebar: [text("Aside")] });
  await stage.visit(`${stage.server.url}?embed=true`);
  const main = () => stage.page.getByTestId("stMain").getByTestId("stText").boundingBox();
  await expect.poll(async () => (await main())?.y).toBe(72);
  stage.server.screen({ main: [text("Hello")] });
  await stage.visit(`${stage.server.url}?embed=true`);
  const bare = (await stage.box("stText")).y;
  expect(bare).toBeLessThan(40);
  expect(await stage.page.getByTestId("stFooter").count()).toBe(0);
  await stage.visit(`${stage.server.url}?embed=true&embed_options=show_toolbar&embed_options=show_padding&embed_options=show_footer`);
  expect(await stage.page.getByTestId("stHeader").isVisible()).toBe(true);
  expect((await stage.box("stText")).y).toBeGreaterThan(bare + 30);
  expect(await stage.page.getByTestId("stFooter").innerText()).toBe("Made with Rivulet");
});

test("ui-embed-006 the page around an embedded app hears how high it is, and follows", async () => {
  stage.server.screen({ main: many(3) });
  const app = `${stage.server.url}?embed=true`;
  const { page } = stage;
  await page.goto(stage.server.url);
  await page.evaluate((address) => {
    document.body.innerHTML = "";
    const frame = document.createElement("iframe");
    frame.src = address;
    window.addEventListener("message", ({ data }) => {
      if (data?.type === "rivulet:height") frame.style.height = `${data.height}px`;
    });
    document.body.append(frame);
  }, app);
  const height = async () => (await page.locator("iframe").boundingBox())?.height ?? 0;
  await page.frameLocator("iframe").getByText("Line 2").waitFor();
  await expect.poll(height).toBeGreaterThan(100);
  const before = await height();
  const { encode } = await import("../../src/protocol/codec.ts");
  const ops = Array.from({ length: 20 }, (_, index) => ({
    op: "insert" as const,
    id: 100 + index,
    parent: 1,
    after: index === 0 ? 18 : 99 + index,
    kind: "text",
    props: encode({ body: `New ${index}` }),
  }));
  stage.server.say({ type: "patch", from: 1, revision: 2, ops });
  await expect.poll(height).toBeGreaterThan(before + 400);
});

test("ui-connection-002 a server that stays away for a while is explained in a dialog that can be closed", async () => {
  await stage.show([text("Hello")]);
  await stage.page.clock.install();
  stage.server.open(false);
  const dialog = stage.page.getByTestId("stConnectionError");
  for (let seconds = 0; seconds < 60 && (await dialog.count()) === 0; seconds += 1) {
    await stage.page.clock.runFor(1000);
    await stage.page.waitForTimeout(50);
  }
  expect(await dialog.innerText()).toContain("check that it is still running");
  await dialog.getByRole("button", { name: "Close" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(await stage.page.getByTestId("stConnectionStatus").innerText()).toContain("Reconnecting");
});

test("ui-stale_rerun-002 what a run no longer draws goes at its end, not at its start", async () => {
  await stage.show([text("Stays"), text("Goes")]);
  stage.server.say({ type: "started", run: 5 });
  await stage.page.waitForTimeout(150);
  expect(await stage.page.getByText("Goes").isVisible()).toBe(true);
  stage.server.say({ type: "patch", from: 1, revision: 2, ops: [{ op: "remove", id: 17 }] }, { type: "finished", run: 5, seq: 0, outcome: "done" });
  await stage.page.getByText("Goes").waitFor({ state: "detached" });
  expect(await stage.page.getByText("Stays").isVisible()).toBe(true);
});

test("ui-tooltip-002 a very long help is limited in width and height and scrolls", async () => {
  const help = Array.from({ length: 120 }, (_, index) => `Paragraph ${index} about this field.`).join("\n\n");
  await stage.show([{ kind: "textInput", props: { label: "Name", type: "default", help, ...widget("name") }, value: "" }]);
  await stage.page.getByTestId("stTooltipIcon").first().hover();
  const bubble = stage.page.getByRole("tooltip");
  await bubble.waitFor();
  const box = (await bubble.boundingBox()) as { width: number; height: number };
  expect(box.width).toBeLessThanOrEqual(680);
  expect(box.height).toBeLessThanOrEqual(330);
  expect(await bubble.evaluate((element) => element.scrollHeight > element.clientHeight)).toBe(true);
});

test("a long run and its end are said once, a short one is not, and an error no longer than until it is mended", async () => {
  await stage.show([text("Hello")]);
  const said = stage.page.getByTestId("stAnnouncements");
  stage.server.say({ type: "started", run: 5 }, { type: "finished", run: 5, seq: 0, outcome: "done" });
  await stage.page.waitForTimeout(200);
  expect(await said.innerText()).toBe("");
  stage.server.say({ type: "started", run: 6 });
  await expect.poll(() => said.innerText(), { timeout: 5000 }).toBe("Running");
  stage.server.say({ type: "finished", run: 6, seq: 0, outcome: "done" });
  await expect.poll(() => said.innerText()).toBe("The page is up to date.");
  stage.server.say({ type: "started", run: 7 }, { type: "finished", run: 7, seq: 0, outcome: "error" });
  await expect.poll(() => said.innerText()).toBe("The script ended with an error.");
  stage.server.say({ type: "started", run: 8 }, { type: "finished", run: 8, seq: 0, outcome: "done" });
  await expect.poll(() => said.innerText()).toBe("");
  // By the script itself, not by who watches.
  stage.server.say({ type: "started", run: 9 }, { type: "finished", run: 9, seq: 0, outcome: "stopped" });
  await stage.page.waitForTimeout(200);
  expect(await said.innerText()).toBe("");
  const mistake = { name: "SyntaxError", message: "Unexpected token" };
  stage.server.say({ type: "compileError", error: mistake });
  await expect.poll(() => said.innerText()).toBe("The script cannot be read");
  stage.server.say({ type: "compileError", error: null });
  await expect.poll(() => said.innerText()).toBe("");
});

test.each([
  ["de-AT", "de", "ltr", "Hauptmenü"],
  ["ja-JP", "ja", "ltr", "メインメニュー"],
  ["ar-EG", "en", "rtl", "Main menu"],
])("a viewer from %s reads %s from %s", async (locale, lang, dir, name) => {
  await stage.openContext({ locale });
  await stage.show([text("Hello")], { sidebar: sidebarScreen });
  await stage.page.getByRole("button", { name }).waitFor();
  expect(await stage.page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([lang, dir]);
  const sidebar = await stage.box("stSidebar");
  expect(dir === "rtl" ? sidebar.x + sidebar.width : sidebar.x).toBe(dir === "rtl" ? 1100 : 0);
});

test("where texts run from right to left a bar fills from the right, and JSON reads as everywhere", async () => {
  await stage.openContext({ locale: "he-IL" });
  await stage.show([
    { kind: "progress", props: { value: 25, text: "Loading" } },
    { kind: "json", props: { body: '{"name": [1]}', expanded: true } },
  ]);
  const bar = stage.page.getByRole("progressbar");
  const [track, fill] = [(await bar.boundingBox())!, (await bar.locator("div").boundingBox())!];
  expect(fill.x - track.x).toBeCloseTo(track.width * 0.75, 0);
  const [name, bracket] = [(await stage.page.getByText('"name"').boundingBox())!, (await stage.page.getByText("[", { exact: true }).boundingBox())!];
  expect(bracket.x).toBeGreaterThan(name.x);
});
