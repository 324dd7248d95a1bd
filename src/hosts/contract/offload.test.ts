import { afterEach, describe, expect, test } from "vitest";

import { type App, inMemory, overWebSocket, type Page } from "./driver.ts";

const WORK = `
import st, { Temporal } from "rivulet";

export const square = (n: number) => n * n;

export async function describeDay(day: Temporal.PlainDate, more: Map<string, Float64Array>) {
  await null;
  return { next: day.add({ days: 1 }), sum: more.get("a")!.reduce((a, b) => a + b, 0), isDay: day instanceof Temporal.PlainDate };
}

class QuotaError extends RangeError {
  override name = "QuotaError";
  status = 429;
}

export function fail(what: string): number {
  const inner = () => {
    throw new QuotaError("too much " + what, { cause: new Error("the cause") });
  };
  return inner();
}

export const draw = () => st.text("no");
export const read = () => st.sessionState.x;
export const giveFunction = () => () => 1;

export async function untilAborted(options: { signal: AbortSignal }) {
  await new Promise((done) => options.signal.addEventListener("abort", done));
  return "ended";
}
`;

const APP = `
import st, { Temporal } from "rivulet";
import * as work from "./work.ts";

const choice = st.radio("What", ["square", "day", "fail", "caught", "draw", "read", "closure", "argument", "result", "cached", "task", "signal"]);
const square = st.offload(work.square);
const attempt = async (body: () => Promise<unknown>) => {
  try {
    st.text(JSON.stringify(await body()));
  } catch (error) {
    st.text((error as Error).name + ": " + (error as Error).message);
    st.text(JSON.stringify({ ...(error as object), range: error instanceof Error }));
    st.text(String((error as Error).stack));
  }
};
const sum = st.task("sum", async (_, n: number) => (await square(n)) + 1);
const cached = st.cacheData(async (n: number) => ({ n: await square(n) }));

if (choice === "square") await attempt(() => square(12));
if (choice === "day") await attempt(() => st.offload(work.describeDay)(Temporal.PlainDate.from("2026-02-28"), new Map([["a", new Float64Array([1, 2])]])));
if (choice === "fail") await st.offload(work.fail)("traffic");
if (choice === "caught") await attempt(() => st.offload(work.fail)("traffic"));
if (choice === "draw") await attempt(() => st.offload(work.draw)());
if (choice === "read") await attempt(async () => st.offload(work.read)());
if (choice === "closure") {
  const rate = 3;
  const names = ["a"];
  const closure = (n: number) => n * rate + names.length;
  st.offload(closure);
}
if (choice === "argument") await attempt(() => square((() => 1) as never));
if (choice === "result") await attempt(() => st.offload(work.giveFunction)());
if (choice === "cached") await attempt(() => cached(9));
if (choice === "task") {
  if (sum.state === "idle") sum.start(4);
  if (sum.state === "done") st.text("task: " + sum.result);
}
if (choice === "signal") {
  const controller = new AbortController();
  const ended = st.offload(work.untilAborted)({ signal: controller.signal });
  controller.abort(new Error("enough"));
  await attempt(() => ended);
}
`;

describe.each([
  ["in memory", inMemory],
  ["over WebSocket, on real threads", overWebSocket],
])("offloaded functions %s", (_, transport) => {
  let app: App | undefined;
  afterEach(async () => {
    await app?.close();
    app = undefined;
  });

  const OPTIONS = ["square", "day", "fail", "caught", "draw", "read", "closure", "argument", "result", "cached", "task", "signal"];
  async function choose(page: Page, what: string): Promise<string[]> {
    page.set("What", OPTIONS.indexOf(what));
    await page.settled();
    return page.texts();
  }

  test("are called like the function and give its result, with dates, maps and typed arrays whole", async () => {
    app = await transport({ "app.ts": APP, "work.ts": WORK });
    const page = await app.open();
    expect(page.texts()).toEqual(["144"]);
    expect(await choose(page, "day")).toEqual(['{"next":"2026-03-01","sum":3,"isDay":true}']);
    expect(await choose(page, "cached")).toEqual(['{"n":81}']);
    await choose(page, "task");
    await page.until(() => page.texts().includes("task: 17"));
  }, 30_000);

  test("throw what the function threw, with its class, its fields and the lines of both sides", async () => {
    app = await transport({ "app.ts": APP, "work.ts": WORK });
    const page = await app.open();
    await choose(page, "fail");
    const [box] = page.all("exception");
    expect(box?.props).toMatchObject({ name: "QuotaError", message: "too much traffic" });
    const told: { file: string; line: number; function?: string }[] = box?.props.frames ?? [];
    const frames = told.map(({ file, line, function: name }) => `${file.split("/").at(-1)}:${line} ${name ?? ""}`);
    expect(frames.slice(0, 2)).toEqual(["work.ts:18 inner", "work.ts:20 fail"]);
    expect(frames.at(-1)).toMatch(/^app\.ts:21/);
    expect(box?.props.hint).toContain("the cause");
    const [name, fields, stack] = await choose(page, "caught");
    expect(name).toBe("QuotaError: too much traffic");
    expect(fields).toBe('{"status":429,"range":true}');
    expect(stack).toMatch(/^QuotaError: too much traffic\n {4}at inner \(.*work\.ts:18:11\)/);
  }, 30_000);

  test("are refused where they cannot work, each time with the reason and the fix", async () => {
    app = await transport({ "app.ts": APP, "work.ts": WORK });
    const page = await app.open();
    expect((await choose(page, "draw"))[0]).toContain("the offloaded function draw cannot draw: it runs on another thread");
    expect((await choose(page, "read"))[0]).toContain("cannot be used inside the offloaded function read");
    expect((await choose(page, "argument"))[0]).toContain("argument 1 of square cannot be given to another thread");
    expect((await choose(page, "result"))[0]).toContain("what giveFunction returns cannot come back");
    await choose(page, "closure");
    const [box] = page.all("exception");
    expect(box?.props.message).toContain("closure is not exported by a module of this app");
    expect(box?.props.message).toContain("It uses `rate` and `names`");
    expect(box?.props.hint).toContain('import { closure } from "./work.ts"');
  }, 30_000);

  test("end by the signal they are given", async () => {
    app = await transport({ "app.ts": APP, "work.ts": WORK });
    const page = await app.open();
    expect((await choose(page, "signal"))[0]).toBe("Error: enough");
  }, 30_000);

  test("follow an edit of their module", async () => {
    const script = 'import st from "rivulet";\nimport { square } from "./work.ts";\nst.text(String(await st.offload(square)(3)));\n';
    app = await transport({ "app.ts": script, "work.ts": "export const square = (n: number) => n * n;" });
    const page = await app.open();
    expect(page.texts()).toEqual(["9"]);
    app.write("work.ts", "export const square = (n: number) => n * n + 0.5;");
    await page.until(() => page.mirror.messages.some(({ type }) => type === "scriptChanged"));
    page.ask();
    await page.until(() => page.texts()[0] === "9.5");
  }, 30_000);
});
