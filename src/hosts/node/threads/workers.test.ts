import { afterEach, expect, test } from "vitest";

import { openPage, type Page } from "../testing/page.ts";
import { serve, type ServeOptions, type TestServer } from "../testing/serve.ts";

const running: TestServer[] = [];
async function start(options: ServeOptions = {}): Promise<TestServer> {
  const server = await serve(options);
  running.push(server);
  return server;
}
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});
const QUICK = { patience: 400, warnAfter: 200, moveAfter: 600, tellAfter: 60_000, every: 25 };

/** How many runs of a page came to their end. */
const ended = (page: Page): number => page.heard.filter(({ type }) => type === "finished").length;

async function ready(server: TestServer): Promise<Page> {
  const page = await openPage(server.url);
  await page.next("finished");
  return page;
}

test("Stop reaches a run that only looks at its flag, through memory both threads share", async () => {
  const page = await ready(await start());
  page.send({ type: "rerun", seq: 1, triggers: { spin: 1 } });
  await page.next("started");
  page.send({ type: "stop" });
  await page.next("finished");
  expect(page.facts()).toMatchObject({ stopped: 2 });
});

test("a newer interaction raises the flag of the run in progress, the rerun of a fragment does not", async () => {
  const page = await ready(await start());
  page.send({ type: "rerun", seq: 1, triggers: { spin: 1 } });
  await page.next("started");
  page.send({ type: "rerun", seq: 2, fragment: "f" });
  await expect(page.next("finished", 500)).rejects.toThrow("No message");
  page.send({ type: "rerun", seq: 3 });
  expect((await page.next("finished")).seq).toBe(1);
  while ((await page.next("finished")).seq !== 3);
});

test("without fast reruns a newer interaction waits for the run in progress", async () => {
  const page = await ready(await start({ flags: { "runner.fastReruns": "false" } }));
  page.send({ type: "rerun", seq: 1, triggers: { hang: 300 } });
  page.send({ type: "rerun", seq: 2 });
  expect((await page.next("finished")).outcome).toBe("done");
  while ((await page.next("finished")).seq !== 2);
});

test("a run that never gives way is ended with its thread, and its session and nine others go on with their values", async () => {
  const server = await start({ more: { timing: QUICK } });
  const pages: Page[] = [];
  for (let index = 0; index < 10; index++) pages.push(await ready(server));
  for (const [index, page] of pages.entries()) expect(await page.rerun({ values: { n: index } })).toMatchObject({ isResumed: false });
  const [blocker, ...others] = pages as [Page, ...Page[]];
  blocker.send({ type: "rerun", seq: 2, triggers: { hang: 60_000 } });
  await blocker.next("started");
  blocker.send({ type: "stop" });
  expect((await blocker.next("finished", 15_000)).outcome).toBe("stopped");
  const notice = await blocker.next("notice");
  expect([notice.level, notice.message]).toEqual(["error", expect.stringContaining("never gave way")]);
  for (const [index, page] of others.entries()) {
    expect(await page.rerun()).toMatchObject({ isResumed: true, values: { n: index + 1 } });
    expect(page.heard.some((message) => message.type === "notice")).toBe(false);
  }
  blocker.send({ type: "rerun", seq: 3 });
  while ((await blocker.next("finished")).seq !== 3);
  expect(blocker.facts()).toMatchObject({ isResumed: true, values: { n: 0 } });
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

test("an interaction that a stuck run swallowed is handled by the new thread", async () => {
  const server = await start({ more: { timing: QUICK } });
  const page = await ready(server);
  page.send({ type: "rerun", seq: 1, triggers: { hang: 60_000 } });
  await page.next("started");
  page.send({ type: "rerun", seq: 2, values: { late: true } });
  while ((await page.next("finished", 15_000)).seq !== 2);
  expect(page.facts()).toMatchObject({ isResumed: true, values: { late: true } });
});

test("a run that holds its thread while others wait is logged once with the fix, and the others move to a fresh thread", async () => {
  const server = await start({ more: { timing: { ...QUICK, patience: 60_000 } } });
  const [blocker, other] = [await ready(server), await ready(server)];
  blocker.send({ type: "rerun", seq: 1, triggers: { hang: 8000 } });
  await blocker.next("started");
  expect(await other.rerun({ values: { x: 1 } }, 7500)).toMatchObject({ isResumed: true, values: { x: 1 } });
  expect(ended(blocker)).toBe(1);
  const lines = server.log.filter((line) => line.includes("has held its thread"));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain("runner.workers");
  expect((await blocker.next("finished", 20_000)).outcome).toBe("done");
  blocker.send({ type: "rerun", seq: 2 });
  await blocker.next("finished");
  expect(blocker.facts()).toMatchObject({ isResumed: false });
}, 60_000);

test("a thread that runs out of memory is replaced and its sessions resume, told what could not be kept", async () => {
  const server = await start({
    flags: { "runner.maxMemory": "64" },
    more: { timing: { ...QUICK, patience: 60_000, warnAfter: 60_000, moveAfter: 60_000 } },
  });
  const [eater, other] = [await ready(server), await ready(server)];
  await other.rerun({ values: { x: 1 }, triggers: { keep: 1 } });
  eater.send({ type: "rerun", seq: 1, triggers: { crash: 1 } });
  const notice = await eater.next("notice", 40_000);
  expect(notice).toMatchObject({ level: "error", hint: expect.stringContaining("It was started again") });
  expect((await other.next("notice", 15_000)).message).toContain("runner.maxMemory");
  expect((await other.next("notice", 15_000)).message).toContain("socket");
  expect(await other.rerun({}, 15_000)).toMatchObject({ isResumed: true, values: { x: 1 } });
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
}, 90_000);

test("process.exit in a script is an error of its run and ends nothing", async () => {
  const page = await ready(await start());
  expect(String((await page.rerun({ triggers: { exit: 1 } })).error)).toMatch(/process\.exit\(\) would end the server.*st\.stop\(\)/);
  expect(await page.rerun()).toMatchObject({ isResumed: false });
});

test("a rejection nobody caught is handed to the engine and ends nothing", async () => {
  const server = await start();
  const page = await ready(server);
  await page.rerun({ triggers: { reject: 1 } });
  await server.logged("error: stray Error: nobody caught me");
  expect(await page.rerun()).toMatchObject({ isResumed: false });
});

test("with several threads sessions are spread over them and each stays where it is", async () => {
  const server = await start({ flags: { "runner.workers": "2" }, more: { timing: { ...QUICK, patience: 60_000, moveAfter: 60_000 } } });
  const [a, b] = [await ready(server), await ready(server)];
  a.send({ type: "rerun", seq: 1, triggers: { hang: 60_000 } });
  await a.next("started");
  await b.rerun();
  expect(ended(a)).toBe(1);
});

test("cli-002 what follows the double dash is what the script sees in process.argv", async () => {
  const page = await ready(await start({ more: { args: ["--name", "x y"] } }));
  expect(page.facts().argv).toEqual(["--name", "x y"]);
});

test("a thread with more to do than it has time for is not taken for a stuck one", async () => {
  const page = await ready(await start({ more: { timing: QUICK } }));
  for (let seq = 1; seq <= 12; seq++) page.send({ type: "rerun", seq, triggers: { hang: 100 } });
  while ((await page.next("finished")).seq !== 12);
  expect(page.facts()).toMatchObject({ isResumed: false, runs: 13 });
});
