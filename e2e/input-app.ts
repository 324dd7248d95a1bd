import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { launch } from "./chromium.ts";
import { type RunningApp, script, serveApp } from "./serve.ts";

type ContextOptions = NonNullable<Parameters<Browser["newContext"]>[0]>;

/** A script whose widgets have keys and which ends in `SHOW_STATE`, opened anew for every test. */
export interface InputApp {
  readonly page: Page;
  readonly browser: Browser;
  readonly url: string;
  /** What the server has printed. */
  output(): string;
  /** Opens it in a new context, in place of the one before; `query` without the question mark. */
  open(options?: ContextOptions, query?: string): Promise<void>;
  /** Session state as the script wrote it last. */
  state(): Promise<Record<string, unknown>>;
  /** Waits until an entry stands at a value. */
  becomes(key: string, value: unknown): Promise<void>;
}

/** The last line of such a script. */
export const SHOW_STATE = "st.code(JSON.stringify(st.sessionState.toDict()), { language: null });\n";

/** Serves the script for the tests of a file; errors of the page fail the test. */
export function useInputApp(source: string): InputApp {
  let browser: Browser;
  let app: RunningApp;
  let context: BrowserContext | undefined;
  let page: Page;
  let troubles: string[];
  const open = async (options: ContextOptions = {}, query = "") => {
    await context?.close();
    context = await browser.newContext({ viewport: { width: 900, height: 800 }, locale: "en-US", ...options });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    troubles = [];
    page.on("pageerror", (error) => troubles.push(error.message));
    await page.goto(query === "" ? app.url : `${app.url}?${query}`);
    await page.getByTestId("stCode").last().waitFor();
    // Until the lazy parts are there.
    await expect.poll(() => page.getByTestId("stSkeleton").count(), { timeout: 15_000 }).toBe(0);
  };
  beforeAll(async () => {
    browser = await launch();
    app = await serveApp(script(`import st from "rivulet";\n${source}`));
  });
  afterAll(async () => {
    await app?.stop();
    await browser?.close();
  });
  beforeEach(() => open());
  afterEach(async () => {
    await context?.close();
    context = undefined;
    if (troubles.length > 0) throw new Error(troubles.join("\n"));
  });
  const state = async () => JSON.parse(await page.getByTestId("stCode").last().locator("code").innerText()) as Record<string, unknown>;
  return {
    get page() {
      return page;
    },
    get browser() {
      return browser;
    },
    get url() {
      return app.url;
    },
    output: () => app.output(),
    open,
    state,
    becomes: (key, value) => expect.poll(async () => (await state())[key], { timeout: 10_000 }).toEqual(value),
  };
}

/** Where something stands on the page. */
export const rect = async (what: Locator) => (await what.boundingBox()) as { x: number; y: number; width: number; height: number };
