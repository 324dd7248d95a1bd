import type { Browser, Page } from "playwright-core";

import { launch } from "../e2e/chromium.ts";
import { ratioLine } from "./figures.ts";
import { startRivulet } from "./servers.ts";

const TOKENS = 400;
const SHORT = 1000;
const LONG = 50_000;

/** Microseconds for each token: of the server's processor, and of the page's main thread. */
interface Cost {
  server: number;
  page: number;
}

async function busySeconds(page: Page): Promise<() => Promise<number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  return async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
  };
}

async function stream(browser: Browser, url: string, length: number): Promise<Cost> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.getByRole("spinbutton").fill(String(length));
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Count" }).waitFor();
    const busy = await busySeconds(page);
    await page.getByRole("button", { name: "Count" }).click();
    await page.getByText("Some bold words").first().waitFor();
    // After the long beginning was drawn, before the first word.
    await page.waitForTimeout(1000);
    const before = await busy();
    // Looked for by its mark alone: reading all texts again and again would be part of the figure.
    const last = page.locator('[data-testid="stText"]');
    await last.waitFor({ timeout: 60_000 });
    const after = await busy();
    return { server: Number((await last.innerText()).split(" ")[1]), page: ((after - before) * 1e6) / TOKENS };
  } finally {
    await context.close();
  }
}

/** Whether a word of an answer costs more the longer the answer is. */
export async function benchStream(): Promise<void> {
  const running = await startRivulet("stream");
  const browser = await launch();
  try {
    const url = `http://127.0.0.1:${running.port}/`;
    // The first time fills caches and is not counted.
    await stream(browser, url, SHORT);
    const costs: Record<"short" | "long", Cost[]> = { short: [], long: [] };
    for (let round = 0; round < 3; round++) {
      costs.short.push(await stream(browser, url, SHORT));
      costs.long.push(await stream(browser, url, LONG));
    }
    const best = (all: Cost[], side: keyof Cost) => Math.min(...all.map((cost) => cost[side]));
    for (const side of ["server", "page"] as const) {
      const [short, long] = [best(costs.short, side), best(costs.long, side)];
      console.log(`A token costs the ${side} ${short.toFixed(0)} µs after ${SHORT} characters, ${long.toFixed(0)} µs after ${LONG}`);
      console.log(ratioLine(`stream ${side}`, long / short));
    }
  } finally {
    await browser.close();
    await running.stop();
  }
}
