import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launch } from "./chromium.ts";
import { type RunningApp, serveApp } from "./serve.ts";

let browser: Browser;
let app: RunningApp | undefined;
let context: BrowserContext | undefined;
let page: Page;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());
afterEach(async () => {
  await context?.close();
  await app?.stop();
});

/** Serves files, `app.ts` first among them, and opens an address of the app. */
async function open(files: Record<string, string>, path = ""): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "rivulet-e2e-pages-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), `import st from "rivulet";\n${text}`);
  }
  await visit(join(folder, "app.ts"), path);
}

async function visit(script: string, path = ""): Promise<void> {
  app = await serveApp(script);
  context = await browser.newContext({ viewport: { width: 1500, height: 800 } });
  page = await context.newPage();
  await page.goto(app.url + path);
}

const address = () => {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
};
const shows = (text: string) => page.getByTestId("stMain").getByText(text, { exact: true }).waitFor();
const menu = (title: string) => page.getByTestId("stSidebarNavLink").filter({ hasText: title });
const until = (what: () => unknown, value: unknown) => expect.poll(what, { timeout: 5000 }).toEqual(value);

test("mpa-030 mpa-029 mpa-031 the example of pages: an unknown page, signing in, moving about, back and forward, signing out", async () => {
  await visit("examples/multipage/app.ts", "planner");
  await page.getByRole("dialog").getByText("Page not found").waitFor();
  await page.keyboard.press("Escape");
  await until(address, "/");
  await page.getByLabel("Your name").fill("Ada");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Sign in" }).click();
  await shows("Trips with the Dinghy");
  expect(await page.getByTestId("stNavSectionHeader").allInnerTexts()).toEqual(["Trips", "Account"]);

  await page.getByRole("link", { name: "Plan a trip" }).click();
  await shows("2 days out");
  await until(address, "/planner?days=2");
  await until(() => page.title(), "Planner · Boat club");
  await page.getByRole("slider").focus();
  await page.keyboard.press("ArrowRight");
  await shows("3 days out");
  await until(address, "/planner?days=3");
  expect(await page.getByRole("slider").evaluate((slider) => slider === document.activeElement)).toBe(true);

  await page.getByRole("button", { name: "Back" }).click();
  await shows("Trips with the Dinghy");
  await until(address, "/");
  await page.goBack();
  await shows("3 days out");
  await page.goBack();
  await shows("Trips with the Dinghy");
  await page.goForward();
  await shows("3 days out");

  await menu("Sign out").click();
  await page.getByTestId("stMain").getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Your name").waitFor();
  await until(() => page.getByTestId("stSidebarNavLink").count(), 0);
});

test("mpa-051 on another page only the embedding options are left in the address", async () => {
  await open(
    {
      "app.ts": `
        const two = st.Page(function two() { st.text("Second"); });
        await st.navigation([st.Page(function one() { st.pageLink(two); }), two]).run();
      `,
    },
    "?foo=bar&embed=true",
  );
  await page.getByTestId("stMain").getByRole("link", { name: "two" }).click();
  await shows("Second");
  expect(address()).toBe("/two?embed=true");
});

test("mpa-038 mpa-039 layout and title are of one page, and a page returned to has them again", async () => {
  await open({
    "app.ts": `await st.navigation([st.Page(function wide() { st.setPageConfig({ pageTitle: "Wide one", layout: "wide" }); st.text("W"); }), st.Page(function plain() { st.text("P"); })]).run();`,
  });
  const width = async () => (await page.getByTestId("stMainBlockContainer").boundingBox())?.width ?? 0;
  await shows("W");
  await until(() => page.title(), "Wide one");
  const wide = await width();
  await menu("plain").click();
  await shows("P");
  await until(() => page.title(), "plain");
  await until(async () => (await width()) < wide - 100, true);
  await menu("wide").click();
  await shows("W");
  await until(width, wide);
  await until(() => page.title(), "Wide one");
});

test("mpa-001 mpa-010 the folder pages/ makes a menu, whose pages open by click and address and forget their widgets", async () => {
  await open({ "app.ts": `st.text("Home");`, "pages/1_🎈_First.ts": `st.text("Is " + st.textInput("Own"));`, "pages/2_Second_page.ts": `st.text("Two");` });
  await shows("Home");
  expect((await page.getByTestId("stSidebarNavLink").allInnerTexts()).map((text) => text.replace(/^.*\n/, "").trim())).toEqual(["app", "First", "Second page"]);
  await menu("First").click();
  await page.getByLabel("Own").fill("mine");
  await page.keyboard.press("Enter");
  await shows("Is mine");
  await menu("Second page").click();
  await shows("Two");
  expect(address()).toBe("/Second_page");
  await menu("First").click();
  await shows("Is");
  await page.reload();
  await shows("Is");
  expect(address()).toBe("/First");
});

test("mpa-027 with a hidden menu addresses, links and switches work", async () => {
  await open(
    {
      "app.ts": `
        const pages = ["one", "two", "three"].map((name) => st.Page(() => { st.text("Page " + name); if (st.button("On")) st.switchPage(pages[2]); }, { title: name }));
        const page = st.navigation(pages, { position: "hidden" });
        for (const one of pages) st.pageLink(one);
        await page.run();
      `,
    },
    "two",
  );
  await shows("Page two");
  expect(await page.getByTestId("stSidebarNav").count()).toBe(0);
  expect(await page.locator('[data-testid="stPageLink-NavLink"][aria-current="page"]').innerText()).toBe("two");
  await page.getByRole("link", { name: "one" }).click();
  await shows("Page one");
  await page.getByRole("button", { name: "On" }).click();
  await shows("Page three");
  await until(address, "/three");
});
