import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";

import { launch } from "../e2e/chromium.ts";
import { percentile, ratioLine } from "./figures.ts";
import { type Running, startRivulet, startStreamlit } from "./servers.ts";

/** A frame later than this was dropped: at 60 a second one takes 16.7 ms. */
const LATE_FRAME = 25;
const BUTTON = '[data-testid="stButton"] button';

interface Figures {
  /** Milliseconds from the first byte of the answer to the frame that shows a thousand texts. */
  texts: number;
  /** Frames dropped in the second after a click that reruns 200 widgets, beyond those of an idle second, and the longest frame. */
  dropped: number;
  longest: number;
  /** Kilobytes of JavaScript, gzipped, that the first page asks for. */
  script: number;
  /** Milliseconds from navigation to the first button on screen. */
  navigation: number;
  /** Milliseconds from a click to the changed text. */
  click: number;
}

type Start = (app: string) => Promise<Running>;

async function withPage<T>(browser: Browser, running: Running, body: (page: Page, url: string) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    return await body(await context.newPage(), `http://127.0.0.1:${running.port}/`);
  } finally {
    await context.close();
  }
}

async function measureStart(browser: Browser, running: Running, count: number): Promise<Pick<Figures, "script" | "navigation">> {
  const times: number[] = [];
  let script = 0;
  // The first visit warms the server and is not counted.
  for (let round = 0; round <= count; round++) {
    await withPage(browser, running, async (page, url) => {
      const bodies: Promise<number>[] = [];
      page.on("response", (response) => {
        if (/\.m?js($|\?)/.test(response.url()))
          bodies.push(
            response.body().then(
              (bytes) => gzipSync(bytes).byteLength,
              () => 0,
            ),
          );
      });
      const begin = performance.now();
      await page.goto(url, { waitUntil: "commit" });
      await page.locator(BUTTON).first().waitFor();
      if (round > 0) times.push(performance.now() - begin);
      await page.getByText("Clicked 0").waitFor();
      await page.waitForLoadState("networkidle");
      script = (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0) / 1000;
    });
  }
  return { script, navigation: percentile(times, 0.5) };
}

/** Clicks and waits in the page itself, so that the way to the browser is no part of the figure. */
async function measureClick(browser: Browser, running: Running, count: number): Promise<number> {
  return withPage(browser, running, async (page, url) => {
    await page.goto(url);
    await page.getByText("Clicked 0").waitFor();
    const times = await page.evaluate(
      async ({ count, selector }) => {
        const times: number[] = [];
        const find = () => [...document.querySelectorAll('[data-testid="stText"]')].find((one) => one.textContent?.startsWith("Clicked"))?.textContent;
        for (let round = 0; round < count + 5; round++) {
          const before = find();
          const begin = performance.now();
          const changed = new Promise<number>((done) => {
            const watch = new MutationObserver(() => {
              if (find() === before) return;
              watch.disconnect();
              done(performance.now() - begin);
            });
            watch.observe(document.body, { subtree: true, childList: true, characterData: true });
          });
          document.querySelector<HTMLElement>(selector)?.click();
          const took = await changed;
          if (round >= 5) times.push(took);
          await new Promise((next) => setTimeout(next, 100));
        }
        return times;
      },
      { count, selector: BUTTON },
    );
    return percentile(times, 0.5);
  });
}

async function measureTexts(browser: Browser, running: Running, count: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= count; round++) {
    await withPage(browser, running, async (page, url) => {
      await page.addInitScript(() => {
        const Real = window.WebSocket;
        window.WebSocket = class extends Real {
          constructor(address: string | URL, protocols?: string | string[]) {
            super(address, protocols);
            this.addEventListener("message", () => Object.assign(window, { heard: (window as { heard?: number }).heard ?? performance.now() }));
          }
        };
      });
      await page.goto(url);
      await page.locator(BUTTON).waitFor();
      await page.waitForTimeout(500);
      const took = await page.evaluate(
        (selector) =>
          new Promise<number>((done) => {
            const place = window as { heard?: number | undefined };
            place.heard = undefined;
            document.querySelector<HTMLElement>(selector)?.click();
            const look = () => {
              if (document.querySelectorAll('[data-testid="stText"]').length < 1000) return requestAnimationFrame(look);
              // The frame after the one that has them all: they are painted.
              return requestAnimationFrame(() => done(performance.now() - (place.heard ?? 0)));
            };
            requestAnimationFrame(look);
          }),
        BUTTON,
      );
      if (round > 0) times.push(took);
    });
  }
  return percentile(times, 0.5);
}

async function measureWidgets(browser: Browser, running: Running): Promise<Pick<Figures, "dropped" | "longest">> {
  return withPage(browser, running, async (page, url) => {
    await page.goto(url);
    await page.getByText("Text 64").waitFor();
    await page.waitForTimeout(1000);
    const frames = (clicks: boolean) =>
      page.evaluate(
        ({ clicks, selector }) =>
          new Promise<number[]>((done) => {
            const gaps: number[] = [];
            const end = performance.now() + 1000;
            let last = performance.now();
            const frame = () => {
              const now = performance.now();
              gaps.push(now - last);
              last = now;
              if (now < end) requestAnimationFrame(frame);
              else done(gaps);
            };
            if (clicks) document.querySelector<HTMLElement>(selector)?.click();
            requestAnimationFrame(frame);
          }),
        { clicks, selector: BUTTON },
      );
    const late = (gaps: number[]) => gaps.reduce((sum, gap) => sum + (gap > LATE_FRAME ? Math.round(gap / (1000 / 60)) - 1 : 0), 0);
    // The machine drops frames of its own: the quietest of some rounds is the page's part.
    const rounds: { dropped: number; longest: number }[] = [];
    for (let round = 0; round < 5; round++) {
      const idle = await frames(false);
      const busy = await frames(true);
      rounds.push({ dropped: Math.max(0, late(busy) - late(idle)), longest: Math.max(...busy) });
    }
    return {
      dropped: percentile(
        rounds.map(({ dropped }) => dropped),
        0.5,
      ),
      longest: percentile(
        rounds.map(({ longest }) => longest),
        0.5,
      ),
    };
  });
}

async function measure(browser: Browser, start: Start, count: number): Promise<Figures> {
  const during = async <T>(app: string, body: (running: Running) => Promise<T>): Promise<T> => {
    const running = await start(app);
    try {
      return await body(running);
    } finally {
      await running.stop();
    }
  };
  const first = await during("first", async (running) => ({
    ...(await measureStart(browser, running, count)),
    click: await measureClick(browser, running, count * 6),
  }));
  const texts = await during("thousand", (running) => measureTexts(browser, running, Math.min(count, 5)));
  const widgets = await during("widgets", (running) => measureWidgets(browser, running));
  return { ...first, texts, ...widgets };
}

function report(name: string, figures: Figures): void {
  console.log(`${name}: 1,000 texts painted ${figures.texts.toFixed(0)} ms after their data begins to arrive`);
  console.log(`${name}: 200 widgets rerun with ${figures.dropped} dropped frames, the longest frame ${figures.longest.toFixed(0)} ms`);
  console.log(`${name}: ${figures.script.toFixed(1)} kB of JavaScript, gzipped`);
  console.log(`${name}: first widget ${figures.navigation.toFixed(0)} ms after navigation, p50`);
  console.log(`${name}: click to changed page ${figures.click.toFixed(1)} ms, p50`);
}

/**
 * What a viewer waits for, in Chromium, with the servers one after the other.
 * @param count visits that are counted
 */
export async function benchPage(python: string | undefined, count: number): Promise<void> {
  const browser = await launch();
  try {
    const ours = await measure(browser, startRivulet, count);
    report("Rivulet", ours);
    const theirs = python === undefined ? undefined : await measure(browser, (app) => startStreamlit(python, app), count);
    if (theirs) report("Streamlit", theirs);
    const ratio = (name: "texts" | "script" | "navigation" | "click") => (theirs ? theirs[name] / ours[name] : undefined);
    console.log(ratioLine("page texts", ratio("texts")));
    console.log(ratioLine("page longest frame", theirs && theirs.longest / ours.longest));
    console.log(ratioLine("page script", ratio("script")));
    console.log(ratioLine("page navigation", ratio("navigation")));
    console.log(ratioLine("page click", ratio("click")));
  } finally {
    await browser.close();
  }
}
