import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterEach, beforeAll, expect, test } from "vitest";

import { UNNAMED_RUN } from "../../../protocol/messages.ts";
import { bundleThreads } from "../testing/bundle.ts";
import { openPage, type Page } from "../testing/page.ts";
import { click, texts } from "../testing/screen.ts";
import { serve, type TestServer } from "../testing/serve.ts";

beforeAll(async () => void (await bundleThreads()));
const running: TestServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

const SCRIPT = `import st from "rivulet";
st.text("first");
if (st.button("busy")) {
  const end = Date.now() + 2000;
  while (Date.now() < end) Math.sqrt(2);
}
if (st.button("late")) {
  await new Promise((done) => setTimeout(done, 50));
  for (;;);
}
if (st.button("deaf")) new Function("for (;;);")();
`;
const TIMING = { patience: 700, warnAfter: 300, moveAfter: 10_000, tellAfter: 300, every: 25 };

async function open(flags: Record<string, string> = {}): Promise<{ server: TestServer; page: Page }> {
  const server = await serve({ files: { "app.ts": SCRIPT }, flags, more: { threads: await bundleThreads(), timing: TIMING } });
  running.push(server);
  const page = await openPage(server.url);
  await page.next("finished");
  return { server, page };
}

/** Saves the script with another first line on its page. */
const save = (server: TestServer) => writeFileSync(join(server.folder, "app.ts"), SCRIPT.replace("first", "second"));

test("the page of a run that holds its thread is told file and line, until the run goes on", async () => {
  const { server, page } = await open();
  click(page, "busy");
  const notice = await page.next("notice");
  expect(notice).toMatchObject({ level: "warning", topic: "held", frames: [{ line: 5, code: expect.stringContaining("Math.sqrt") }] });
  expect(notice.message).toMatch(/app\.ts:5 has held its thread for \d+ s$/);
  expect(server.log.filter((line) => line.includes("holds its thread at"))).toHaveLength(1);
  expect((await page.next("withdraw")).topic).toBe("held");
  expect(page.heard.filter(({ type }) => type === "notice")).toHaveLength(1);
});

test("a page hears that a run began while that run lets nobody else speak, and by its number later", async () => {
  const { page } = await open();
  click(page, "busy");
  expect((await page.next("started")).run).toBe(UNNAMED_RUN);
  const { run } = await page.next("started");
  expect((await page.next("finished")).run).toBe(run);
});

test("a run that takes its thread after it has waited is noticed too, and Stop takes the word back", async () => {
  const { page } = await open();
  click(page, "late");
  expect((await page.next("notice", 10_000)).message).toContain("app.ts:9 has held its thread");
  page.send({ type: "stop" });
  await page.next("withdraw");
});

test("of code that never looks at its flag the page is told without a line", async () => {
  const { page } = await open();
  click(page, "deaf");
  const notice = await page.next("notice");
  expect(notice.message).toMatch(/^A run of the script has held its thread for/);
  expect(notice.frames).toBeUndefined();
});

test("a script saved while its run holds the thread stops that run, and the edit takes effect", async () => {
  const { server, page } = await open({ "server.runOnSave": "true" });
  click(page, "late");
  await page.next("notice", 10_000);
  save(server);
  await page.next("finished");
  await page.next("finished");
  expect(texts(page)).toEqual(["second"]);
  expect(server.log.join()).toContain("was saved while the run of session");
});

test("the same where the run never looks at its flag: its thread is replaced", async () => {
  const { server, page } = await open({ "server.runOnSave": "true" });
  click(page, "deaf");
  await page.next("notice", 10_000);
  save(server);
  expect((await page.next("finished", 10_000)).outcome).toBe("stopped");
  expect((await page.next("finished", 10_000)).outcome).toBe("done");
  expect(texts(page)).toEqual(["second"]);
});
