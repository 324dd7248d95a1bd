import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

export interface Visitor {
  readonly page: Page;
  /** Errors of the page, and requests to any other host. */
  readonly troubles: string[];
  /** What axe finds wrong with the page as it is now. */
  violations(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens a page in a context of its own and writes down what goes wrong there. */
export async function visitor(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visitor> {
  // The app's policy keeps scripts from outside away, and axe is one.
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 1000 }, ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("request", (request) => {
    if (!["localhost", ""].includes(new URL(request.url()).hostname)) troubles.push(`asked ${request.url()}`);
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  await page.goto(url);
  return {
    page,
    troubles,
    async violations() {
      await page.addScriptTag({ path: AXE });
      return page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
        return (await axe.run()).violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join("; ")}`,
        );
      });
    },
    close: () => context.close(),
  };
}
