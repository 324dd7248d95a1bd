import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { decode, encode } from "../../../protocol/codec.ts";
import type { ToServer } from "../../../protocol/messages.ts";
import { hello, openPage } from "../testing/page.ts";
import { serve, type TestServer } from "../testing/serve.ts";

let server: TestServer;
beforeAll(async () => {
  server = await serve({ flags: { "server.disconnectedSessionTTL": "2", "server.maxWidgetStateSize": "1" } });
});
afterAll(() => server.close());
const others: TestServer[] = [];
afterEach(async () => {
  for (const one of others.splice(0)) await one.close();
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("a page that comes back within the time-out gets only what it missed, with its values intact", async () => {
  const page = await openPage(server.url);
  const { session, resumed } = await page.next("welcome");
  expect(resumed).toBe(false);
  expect(await page.rerun({ values: { w: 5 } })).toMatchObject({ runs: 2, values: { w: 5 } });
  const patches = page.heard.filter((message) => message.type === "patch");
  const before = patches.at(-2)?.revision as number;
  page.drop();
  await pause(50);
  const back = await openPage(server.url, hello({ session, revision: before }));
  expect((await back.next("welcome")).resumed).toBe(true);
  const patch = await back.next("patch");
  expect([patch.from, patch.revision]).toEqual([before, patches.at(-1)?.revision]);
  expect(patch.ops).toHaveLength(1);
  expect(await back.rerun()).toMatchObject({ runs: 3, values: { w: 5 } });
});

test("a page that comes back with an unknown revision gets the whole screen, growing parts included", async () => {
  const page = await openPage(server.url);
  const { session } = await page.next("welcome");
  await page.rerun();
  page.send({ type: "rerun", seq: 2, triggers: { append: 1 } });
  await page.next("finished");
  page.drop();
  await pause(50);
  const back = await openPage(server.url, hello({ session }));
  const patch = await back.next("patch");
  expect(patch.from).toBe(0);
  expect(patch.ops.map((op) => op.op)).toEqual(["insert", "append"]);
});

test("sess-004 a reloaded page that names no session gets a new one at its defaults", async () => {
  const page = await openPage(server.url);
  const first = await page.next("welcome");
  await page.rerun({ values: { w: 5 } });
  page.drop();
  const again = await openPage(server.url);
  const second = await again.next("welcome");
  expect(second.session).not.toBe(first.session);
  await again.next("finished");
  expect(again.facts()).toMatchObject({ runs: 1, values: {} });
});

test("sess-005 the token of a session whose page is connected opens nothing, and without it a new session is made", async () => {
  const page = await openPage(server.url);
  const { session } = await page.next("welcome");
  const thief = await openPage(server.url, hello({ session }));
  expect((await thief.next("bye")).reason).toBe("taken");
  await thief.closed;
  expect(await page.rerun()).toMatchObject({ runs: 2 });
  const other = await openPage(server.url);
  expect((await other.next("welcome")).session).not.toBe(session);
});

test("a session is taken over from a line whose other end is dead", async () => {
  const page = await openPage(server.url);
  const { session } = await page.next("welcome");
  // The process is there but answers no sign of life, as after a cut cable.
  page.socket.pause();
  const back = await openPage(server.url, hello({ session }));
  expect((await back.next("welcome")).resumed).toBe(true);
  page.drop();
});

test("a session whose page stays away longer than the time-out is gone", async () => {
  const page = await openPage(server.url);
  const { session } = await page.next("welcome");
  page.drop();
  await pause(2300);
  const back = await openPage(server.url, hello({ session }));
  const welcome = await back.next("welcome");
  expect([welcome.resumed, welcome.session === session]).toEqual([false, false]);
});

test("sess-008 sess-002 a run is stopped when its page goes away, and made up for when it comes back", async () => {
  const page = await openPage(server.url);
  const { session } = await page.next("welcome");
  await page.next("finished");
  page.send({ type: "rerun", seq: 1, values: { w: 1 }, triggers: { spin: 1 } });
  await page.next("started");
  page.drop();
  await pause(300);
  const back = await openPage(server.url, hello({ session }));
  await back.next("started");
  await back.next("finished");
  expect(back.facts()).toMatchObject({ runs: 3, values: { w: 1 } });
});

test("sess-009 two sessions of one script never mix", async () => {
  const [a, b] = [await openPage(server.url), await openPage(server.url)];
  const results = await Promise.all([a.rerun({ values: { who: "a" } }), b.rerun({ values: { who: "b" } })]);
  expect(results.map((facts) => (facts.values as { who: string }).who)).toEqual(["a", "b"]);
});

test("sess-010 of more than 128 sessions without a page the one away longest is dropped", async () => {
  const own = await serve({ flags: { "server.disconnectedSessionTTL": "60" } });
  others.push(own);
  const tokens: string[] = [];
  for (let index = 0; index < 130; index++) {
    const page = await openPage(own.url);
    tokens.push((await page.next("welcome")).session);
    page.drop();
    await page.closed;
  }
  await pause(200);
  expect(own.sessions()).toEqual({ all: 128, connected: 0 });
  const first = await openPage(own.url, hello({ session: tokens[0] as string }));
  expect((await first.next("welcome")).resumed).toBe(false);
  const last = await openPage(own.url, hello({ session: tokens[129] as string }));
  expect((await last.next("welcome")).resumed).toBe(true);
});

test("sess-011 a page of another version is told so and closed", async () => {
  const page = await openPage(server.url, hello({ version: 999 }));
  expect((await page.next("bye")).reason).toBe("version");
  await page.closed;
});

test("nothing that a page sends ends the server: nonsense is answered by a good-bye", async () => {
  const nonsense: unknown[] = [
    { type: "rerun", seq: -1 },
    { type: "rerun", seq: "1" },
    { type: "rerun", seq: 1, values: [] },
    { type: "rerun", seq: 1, extra: true },
    { type: "toString" },
    { type: "need" },
    { type: "hello", version: 1 },
    hello(),
    null,
    7,
  ];
  for (const message of nonsense) {
    const page = await openPage(server.url);
    await page.next("welcome");
    page.sendRaw(encode(message));
    expect((await page.next("bye")).reason, JSON.stringify(message)).toBe("malformed");
    await page.closed;
  }
  for (const bytes of [new Uint8Array(), new Uint8Array([255, 0, 1]), encode({ type: "ping" }).slice(0, 3)]) {
    const page = await openPage(server.url, null);
    page.sendRaw(bytes);
    expect((await page.next("bye")).reason).toBe("malformed");
  }
  const early = await openPage(server.url, { type: "ping" });
  expect((await early.next("bye")).reason).toBe("malformed");
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

test("inputs above server.maxWidgetStateSize are refused with the option's name, and the session goes on", async () => {
  const page = await openPage(server.url);
  await page.next("finished");
  page.send({ type: "rerun", seq: 1, values: { w: "x".repeat(2_000_000) } });
  expect((await page.next("notice")).message).toContain("server.maxWidgetStateSize");
  page.send({ type: "rerun", seq: 2 } satisfies ToServer);
  await page.next("patch");
  expect(page.facts()).toMatchObject({ values: {} });
});

test("a request that a page repeats after its return counts once, and is answered", async () => {
  const page = await openPage(server.url);
  const { session } = await page.next("welcome");
  await page.rerun({ values: { w: 1 } });
  page.drop();
  await pause(50);
  const back = await openPage(server.url, hello({ session }));
  back.send({ type: "rerun", seq: 1, values: { w: 1 } });
  expect((await back.next("finished")).seq).toBe(1);
  expect(await back.rerun()).toMatchObject({ runs: 3 });
});

test("an older request never overwrites a newer one", async () => {
  const page = await openPage(server.url);
  await page.next("finished");
  page.send({ type: "rerun", seq: 9, values: { w: "new" } });
  page.send({ type: "rerun", seq: 8, values: { w: "old" } });
  page.send({ type: "rerun", seq: 10 });
  while ((await page.next("finished")).seq !== 10);
  expect(page.facts()).toMatchObject({ values: { w: "new" } });
});

test("srv-026 a big value is sent once and given again to a page that asks for it, without asking the script", async () => {
  const page = await openPage(server.url);
  await page.next("finished");
  page.send({ type: "rerun", seq: 1, triggers: { payload: 20_000 } });
  expect((await page.next("payload")).bytes).toHaveLength(20_000);
  page.send({ type: "rerun", seq: 2, triggers: { payload: 20_000 } });
  while ((await page.next("finished")).seq !== 2);
  expect(page.heard.filter((message) => message.type === "payload")).toHaveLength(1);
  page.send({ type: "need", payload: "h1" });
  expect((await page.next("payload")).hash).toBe("h1");
});

test("a page on a slow line gets the newest screen in place of every step", async () => {
  const page = await openPage(server.url);
  await page.next("finished");
  page.socket.pause();
  page.send({ type: "rerun", seq: 1, triggers: { many: 30_000 } });
  await pause(2500);
  page.socket.resume();
  while ((await page.next("finished", 10_000)).seq !== 1);
  await pause(1000);
  const patches = page.heard.filter((message) => message.type === "patch");
  expect(patches.length).toBeLessThan(30_000);
  const last = patches.at(-1);
  expect(last?.from).toBe(0);
  expect(last?.ops).toHaveLength(1);
  expect(page.facts()).toMatchObject({ runs: 2 });
}, 20_000);

test("ping is answered by the network side, and a choice to rerun on save comes back as config", async () => {
  const page = await openPage(server.url);
  await page.next("welcome");
  page.send({ type: "ping" });
  await page.next("pong");
  page.send({ type: "runOnSave", value: true });
  expect((await page.next("config")).config.runOnSave).toBe(true);
});

test("clearing the cache reaches every thread", async () => {
  const page = await openPage(server.url);
  await page.next("welcome");
  page.send({ type: "clearCache" });
  await server.logged("caches cleared");
});

test("every message a page hears decodes", async () => {
  const page = await openPage(server.url);
  await page.next("finished");
  for (const message of page.heard) expect(decode(encode(message))).toEqual(message);
});
