import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

/** Starts the machine's own Chromium, with more switches if need be; `CHROMIUM` names another one. */
export function launch(...more: string[]): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (!executablePath) throw new Error("No Chromium found: install it (apt-get install chromium) or name one in CHROMIUM.");
  return chromium.launch({ executablePath, args: [...FLAGS, ...more] });
}

/** Collects what must not happen in a page: requests to other hosts, errors nobody caught, and those on the console. */
export function watchTroubles(page: Page): string[] {
  const troubles: string[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!["localhost", ""].includes(url.hostname)) troubles.push(`asked ${url.href}`);
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  return troubles;
}
