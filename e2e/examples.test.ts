import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch, watchTroubles } from "./chromium.ts";
import { serveApp } from "./serve.ts";

const folder = fileURLToPath(new URL("../examples/", import.meta.url));
const examples = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  if (entry.isDirectory()) return existsSync(`${folder}${entry.name}/app.ts`) ? [`${entry.name}/app.ts`] : [];
  return /\.tsx?$/.test(entry.name) && !entry.name.includes(".test.") ? [entry.name] : [];
});
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
});

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** Says what is against the rules of accessibility; in the second theme only colours can differ. */
function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  return page.evaluate(
    async (only) => {
      const { axe } = globalThis as unknown as { axe: { run(context: Document, options: object): Promise<{ violations: Violation[] }> } };
      const { violations } = await axe.run(document, only ? { runOnly: only } : {});
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary ?? ""}`).join("; ")}`);
    },
    rules as string[] | undefined,
  );
}

describe.each(examples)("%s", (example) => {
  test("shows no error, asks no other host, and has no accessibility violation in either theme", async () => {
    const app = await serveApp(`${folder}${example}`);
    const context = await browser.newContext({ colorScheme: "light", bypassCSP: true, viewport: { width: 1100, height: 900 } });
    try {
      const page = await context.newPage();
      const troubles = watchTroubles(page);
      await page.goto(app.url);
      await page.locator('[data-testid="stMain"] [data-testid]').first().waitFor();
      // Until the script has drawn what it draws (some never end), the lazy parts are there, and nothing moves any more.
      await page.locator("h1").first().waitFor();
      await page
        .locator('[data-test-script-state="notRunning"]')
        .waitFor({ timeout: 5000 })
        .catch(() => undefined);
      await page.waitForLoadState("networkidle");
      await page.waitForTimeout(400);
      expect(await page.getByText("This element could not be shown").count()).toBe(0);
      // These two are about errors.
      if (!/^(exception|write)\./.test(example)) expect(await page.getByTestId("stException").count()).toBe(0);
      await page.addScriptTag({ path: axe });
      expect(await violations(page), `${example} in light`).toEqual([]);
      const light = await background(page);
      await page.emulateMedia({ colorScheme: "dark" });
      await expect.poll(() => background(page), { timeout: 5000 }).not.toBe(light);
      await page.waitForTimeout(400);
      expect(await violations(page, ["color-contrast"]), `${example} in dark`).toEqual([]);
      expect(troubles, example).toEqual([]);
    } finally {
      await context.close();
      await app.stop();
    }
  });
});

function background(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}
