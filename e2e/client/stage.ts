import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { launch } from "../chromium.ts";
import { type FakeServer, type Node, startFakeServer } from "./fixture.ts";

type ContextOptions = NonNullable<Parameters<Browser["newContext"]>[0]>;

/** A browser for the file, and for every test a fresh page and a fake server. */
export interface Stage {
  page: Page;
  server: FakeServer;
  /** Errors of the page, and requests to any other host. */
  errors: string[];
  /** Starts over with other options of the browser. */
  openContext(options: ContextOptions): Promise<void>;
  /** Opens the page with these elements; `hash` is the end of the address. */
  show(main: Node[], more?: { event?: Node[]; sidebar?: Node[]; hash?: string }): Promise<void>;
  /** Opens an address and waits for the first element: what is said before nobody hears. */
  visit(url: string): Promise<void>;
  /** Where the element with a test id stands. */
  box(testid: string, at?: number): Promise<{ x: number; y: number; width: number; height: number }>;
}

export function createStage(): Stage {
  let browser: Browser;
  let context: BrowserContext | undefined;
  const stage = {} as Stage;
  stage.openContext = async (options) => {
    await context?.close();
    context = await browser.newContext({ viewport: { width: 1100, height: 800 }, permissions: ["clipboard-read", "clipboard-write"], ...options });
    stage.page = await context.newPage();
    stage.errors = [];
    stage.page.on("pageerror", (error) => stage.errors.push(String(error)));
    stage.page.on("request", (request) => {
      const { hostname } = new URL(request.url());
      if (!["127.0.0.1", ""].includes(hostname)) stage.errors.push(`request to ${hostname}`);
    });
  };
  stage.show = async (main, { event = [], sidebar = [], hash = "" } = {}) => {
    stage.server.screen({ main, event, sidebar });
    await stage.visit(stage.server.url + hash);
  };
  stage.visit = async (url) => {
    await stage.page.goto(url);
    await stage.page.locator('main [data-testid="stVerticalBlock"] > *').first().waitFor({ state: "attached" });
  };
  stage.box = async (testid, at = 0) => {
    const found = await stage.page.getByTestId(testid).nth(at).boundingBox();
    if (!found) throw new Error(`${testid} ${at} has no box`);
    return found;
  };
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    stage.server = await startFakeServer();
    await stage.openContext({});
  });
  afterEach(async () => {
    await context?.close();
    context = undefined;
    await stage.server.close();
  });
  return stage;
}
