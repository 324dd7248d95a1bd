import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sections } from "../examples/gallery/catalogue.ts";
import { launch, watchTroubles } from "./chromium.ts";
import { type RunningApp, serveApp } from "./serve.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const WIDE = { width: 1100, height: 900 };
const NARROW = { width: 400, height: 800 };

const guides = readdirSync(new URL("../docs/guides/", import.meta.url)).filter((file) => file.endsWith(".md"));
const pages = {
  "The first page": [""],
  Guides: guides.map((file) => `guide-${file.replace(/\.md$/, "")}`),
  ...Object.fromEntries(sections.map(({ title, topics }) => [title, topics.map(({ name }) => (name === "Page" ? "page" : name))])),
};
/** These two are about errors. */
const SHOW_ERRORS = new Set(["exception", "write"]);
/** A heading below one that the page does not have; a region that stands there twice, once to play with. */
const EXCEPT: Readonly<Record<string, string>> = { subheader: "heading-order", pagination: "landmark-unique" };

let app: RunningApp;
let browser: Browser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  [app, browser] = await Promise.all([serveApp("docs"), launch()]);
  const context = await browser.newContext({ bypassCSP: true, viewport: WIDE, colorScheme: "light", reducedMotion: "reduce" });
  page = await context.newPage();
  troubles = watchTroubles(page);
  await page.goto(app.url);
  await page.addScriptTag({ path: axe });
  // A colour on its way to another one is neither.
  await page.addStyleTag({ content: "* { transition: none !important; }" });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Until the script has drawn what it draws (some never end), and nothing in the page changes any more. */
async function settle(): Promise<void> {
  const ended = page.locator('[data-test-script-state="notRunning"]').waitFor({ timeout: 6000 });
  await ended.catch(() => undefined);
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const stop = () => {
          observer.disconnect();
          done();
        };
        let timer = setTimeout(stop, 200);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(stop, 200);
        });
        observer.observe(document.body, { subtree: true, childList: true });
        setTimeout(stop, 2000);
      }),
  );
}

/** Goes to a page as the button Back does: without loading everything anew. */
async function open(path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(WIDE);
  await page.evaluate((to) => {
    history.pushState(undefined, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, new URL(path, app.url).pathname);
  const title = path === "" || path.startsWith("guide-") ? undefined : `st.${path === "page" ? "Page" : path}`;
  const heading = page.getByTestId("stMain").locator("h1");
  await (title ? heading.filter({ hasText: title }) : heading).first().waitFor();
  await settle();
}

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** Colours are all that differs between the themes. */
function violations(rules?: string[]): Promise<string[]> {
  return page.evaluate(async (only) => {
    type Run = (root: Element, options: object) => Promise<{ violations: Violation[] }>;
    const { axe } = globalThis as unknown as { axe: { run: Run } };
    const options = { resultTypes: ["violations"], ...(only ? { runOnly: only } : {}) };
    const found = await axe.run(document.querySelector("[data-testid=stApp]")!, options);
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary ?? ""}`).join("; ")}`);
  }, rules);
}

/** What reaches beyond the right edge of a narrow page, however little of it can be seen. */
async function overflow(): Promise<string[]> {
  return page.evaluate(() => {
    const main = document.querySelector("[data-testid=stMain]")!;
    if (main.scrollWidth <= main.clientWidth && document.documentElement.scrollWidth <= innerWidth) return [];
    const wide = [...main.querySelectorAll("[data-testid]")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
    return wide.map((one) => (one as HTMLElement).dataset.testid ?? "").concat("the page scrolls sideways");
  });
}

describe.each(Object.entries(pages))("%s", (_, paths) => {
  test.each(paths)("the page /%s is sound in both themes and fits a narrow window", async (path) => {
    troubles.length = 0;
    await open(path);
    expect(await page.getByText("This element could not be shown").count()).toBe(0);
    if (!SHOW_ERRORS.has(path)) expect(await page.getByTestId("stException").count()).toBe(0);
    const found = await violations();
    const isFault = (one: string) => EXCEPT[path] === undefined || !one.startsWith(EXCEPT[path]);
    expect(found.filter(isFault), "light").toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    await settle();
    expect(await violations(["color-contrast"]), "dark").toEqual([]);
    await page.setViewportSize(NARROW);
    await settle();
    expect(await overflow()).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
