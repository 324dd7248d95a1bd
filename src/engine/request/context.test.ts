import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const CONTEXT = {
  timezone: "Europe/Berlin",
  timezoneOffset: -60,
  locale: "de-DE",
  url: "https://example.org/apps/one/two?x=1#top",
  isEmbedded: true,
  theme: "dark",
} as const;
const principal = { headers: { "user-agent": "Test/1", Accept: "text/html" }, cookies: { a: "1" }, address: "203.0.113.7" };
const json = (page: Visit): unknown => JSON.parse(page.all("text")[0]?.props.body as string);
const read = (what: () => unknown, open: object = {}) => visit(() => void st.text(JSON.stringify(what())), { open: { principal, context: CONTEXT, ...open } });

test("ctx-001 headers read under any letter case, cookies by their names", async () => {
  const { headers, cookies } = st.context;
  const page = await read(() => [
    headers["User-Agent"],
    headers["user-agent"],
    headers.get("ACCEPT"),
    "accept" in headers,
    headers.getAll("Accept"),
    cookies.a,
    { ...cookies },
    headers.toDict(),
  ]);
  expect(json(page)).toEqual(["Test/1", "Test/1", "text/html", true, ["text/html"], "1", { a: "1" }, principal.headers]);
});

test("ctx-001 headers and cookies are read-only", async () => {
  for (const script of [
    () => Object.assign(st.context.headers, { x: "1" }),
    () => Object.assign(st.context.cookies, { a: "2" }),
    () => Reflect.deleteProperty(st.context.cookies, "a"),
  ]) {
    expect((await read(script)).all("exception")[0]?.props.name).toBe("TypeError");
  }
});

test("ctx-004 a missing header is undefined or the default, and require names it", async () => {
  const { headers } = st.context;
  const page = await read(() => [headers.get("x-none", "default"), headers.x === undefined, headers.has("x-none"), headers.getAll("x-none")]);
  expect(json(page)).toEqual(["default", true, false, []]);
  expect((await read(() => headers.require("x-none"))).all("exception")[0]?.props.message).toContain('has no "x-none"');
});

test("ctx-003 outside a session headers and cookies are empty", () => {
  expect([{ ...st.context.headers }, { ...st.context.cookies }, st.context.headers.has("a"), st.context.signal.aborted]).toEqual([{}, {}, false, false]);
});

test("what the browser tells is there, and the viewer's address unless it is this machine", async () => {
  const { context } = st;
  const all = () => [context.locale, context.timezone, context.timezoneOffset, context.isEmbedded, context.theme, context.ipAddress];
  expect(json(await read(all))).toEqual(["de-DE", "Europe/Berlin", -60, true, { type: "dark" }, "203.0.113.7"]);
  expect(json(await read(() => context.ipAddress, { principal: { ...principal, address: "::ffff:127.0.0.1" } }))).toBe(null);
});

test("a theme changed in the browser is known in the next run", async () => {
  const page = await read(() => st.context.theme.type);
  page.send({ type: "context", context: { ...CONTEXT, theme: "light" } });
  await page.rerun();
  expect(json(page)).toBe("light");
});

test("the address is that of the page shown, without query and fragment", async () => {
  const page = await visit(
    async () => {
      const current = st.navigation([st.Page(function one() {}), st.Page(function two() {}), st.Page(function three() {})]);
      st.text(st.context.url);
      await current.run();
    },
    { open: { context: CONTEXT, page: "two" } },
  );
  expect(page.all("text")[0]?.props.body).toBe("https://example.org/apps/one/two");
  await page.rerun({ page: "three" });
  expect(page.all("text")[0]?.props.body).toBe("https://example.org/apps/one/three");
  await page.rerun({ page: "" });
  expect(page.all("text")[0]?.props.body).toBe("https://example.org/apps/one/");
});

test("the signal fires when the run is superseded", async () => {
  const seen: [AbortSignal, boolean][] = [];
  const page = await visit(async () => {
    const { signal } = st.context;
    seen.push([signal, signal.aborted]);
    if (st.button("Wait")) await new Promise((done) => setTimeout(done, 100));
  });
  page.ask({ triggers: { [page.all("button")[0]?.props.widget.id]: true } });
  await new Promise((next) => setTimeout(next, 20));
  await page.rerun();
  expect(seen.map(([, atOnce]) => atOnce)).toEqual([false, false, false]);
  expect(seen[1]?.[0].aborted).toBe(true);
});
