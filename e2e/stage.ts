import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launch } from "./chromium.ts";
import { type RunningApp, serveApp } from "./serve.ts";
import { type Visitor, visitor } from "./visitor.ts";

export interface OpenOptions extends BrowserContextOptions {
  /** Below the address of the app. */
  path?: string;
  /** Of the command line. */
  options?: string[];
}

/** Servers and pages of one test file; each ends with its test. */
export function stage() {
  let browser: Browser;
  const apps: RunningApp[] = [];
  const visitors: Visitor[] = [];
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const one of visitors.splice(0)) await one.close();
    for (const one of apps.splice(0)) await one.stop();
  });

  async function visit(url: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const made = await visitor(browser, url, options);
    visitors.push(made);
    return made;
  }

  /** Serves files, `app.ts` first among them, and opens an address of the app. */
  async function open(
    files: string | Record<string, string>,
    { path = "", options = [], ...context }: OpenOptions = {},
  ): Promise<Visitor & { app: RunningApp; file: string }> {
    const folder = mkdtempSync(join(tmpdir(), "rivulet-e2e-"));
    for (const [name, text] of Object.entries(typeof files === "string" ? { "app.ts": files } : files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), `import st from "rivulet";\n${text}`);
    }
    const file = join(folder, "app.ts");
    return { file, ...(await openScript(file, { path, options, ...context })) };
  }

  /** Serves a script that is there already. */
  async function openScript(script: string, { path = "", options = [], ...context }: OpenOptions = {}): Promise<Visitor & { app: RunningApp }> {
    const app = await serveApp(script, ...options);
    apps.push(app);
    return { app, ...(await visit(app.url + path, context)) };
  }

  return { open, openScript, visit };
}

/** Waits until something is so. */
export const until = (what: () => unknown, value: unknown) => expect.poll(what, { timeout: 10_000 }).toEqual(value);

/** Path and query of the page. */
export const address = (page: Page) => {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
};

/** Waits until the main area shows a text. */
export const shows = (page: Page, text: string) => page.getByTestId("stMain").getByText(text, { exact: true }).first().waitFor();

type Watching = Window & { shifts?: string[] };

/** From now on every element that moves without being asked to is written down. */
export const watchShifts = (page: Page) => page.evaluate(writeShifts);

/** As `watchShifts`, from the first moment of every page that is opened from now on. */
export const watchOpening = (page: Page) => page.addInitScript(writeShifts);

function writeShifts(): void {
  const seen: string[] = [];
  (window as Watching).shifts = seen;
  interface Shift extends PerformanceEntry {
    sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[];
  }
  const nameOf = ({ node, previousRect, currentRect }: Shift["sources"][number]) =>
    `${node?.closest?.("[data-testid]")?.getAttribute("data-testid") ?? node?.nodeName} ${previousRect.x},${previousRect.y} to ${currentRect.x},${currentRect.y}`;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.push(...(entry as Shift).sources.map(nameOf));
  }).observe({ type: "layout-shift" });
}

/** What moved since `watchShifts`, once the page is drawn. */
export const shifts = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    return (window as Watching).shifts;
  });
