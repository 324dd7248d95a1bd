import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch } from "./chromium.ts";
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

describe.each(examples)("%s", (example) => {
  test("shows no error, asks no other host, and has no accessibility violation in either theme", async () => {
    const app = await serveApp(`${folder}${example}`);
    try {
      for (const colorScheme of ["light", "dark"] as const) {
        const context = await browser.newContext({ colorScheme, bypassCSP: true, viewport: { width: 1100, height: 900 } });
        const page = await context.newPage();
        const troubles: string[] = [];
        page.on("request", (request) => {
          const url = new URL(request.url());
          if (!["localhost", ""].includes(url.hostname)) troubles.push(`asked ${url.href}`);
        });
        page.on("pageerror", (error) => troubles.push(error.message));
        page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
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
        const violations = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
          return (await axe.run()).violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary ?? ""}`).join("; ")}`,
          );
        });
        expect(violations, `${example} in ${colorScheme}`).toEqual([]);
        expect(troubles, `${example} in ${colorScheme}`).toEqual([]);
        await context.close();
      }
    } finally {
      await app.stop();
    }
  });
});
