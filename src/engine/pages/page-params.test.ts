import { afterEach, expect, expectTypeOf, test } from "vitest";
import { type App, inMemory, type Page } from "../../hosts/contract/driver.ts";
import st from "../../index.ts";
import type { Navigation, ToClient } from "../../protocol/messages.ts";

const running: App[] = [];
afterEach(async () => {
  for (const app of running.splice(0)) await app.close();
});

async function app(files: Record<string, string>): Promise<App> {
  const started = await inMemory(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, `import st from "rivulet";\n${text}`])));
  running.push(started);
  return started;
}

const said = (page: Page) => page.texts().join("|");
const errors = (page: Page): string[] => page.all("exception").map((node) => node.props.message as string);
const menu = (page: Page): Navigation =>
  (page.mirror.messages.findLast((message) => message.type === "navigation") as Extract<ToClient, { type: "navigation" }>).navigation;
async function go(page: Page, path: string): Promise<void> {
  page.ask({ page: path, query: "" });
  await page.settled();
}

const SHOP = {
  "app.ts": `
    import { order } from "./pages.ts";
    const s = st.sessionState.init({ runs: 0 });
    const fresh = st.Page(function fresh() { st.text("new order"); }, { urlPath: "orders/new" });
    const files = st.Page(function files() { st.text("file " + files_.params.path); }, { urlPath: "files/:path*", title: "Files" });
    const files_ = files;
    const page = st.navigation([
      st.Page(function home() {
        st.text("home " + JSON.stringify(st.context.params));
        if (st.button("Open")) st.switchPage(order, { params: { id: "a/b" }, queryParams: { tab: "lines" } });
      }),
      st.Page(function orders() { st.text("all orders"); }, { urlPath: "orders" }),
      order, fresh, files,
    ]);
    await page.run();
  `,
  "pages.ts": `export const order = st.Page("order.ts", { urlPath: "orders/:id" });`,
  "order.ts": `
    import { order } from "./pages.ts";
    const { id } = order.params;
    st.text("order " + id + " " + st.context.params.id + " " + (st.queryParams.tab ?? ""));
    st.text(st.textInput("Note"));
    st.pageLink(order, { label: "This", params: { id } });
    st.pageLink(order, { label: "Next", params: { id: 7 } });
  `,
};

test("a page at orders/:id is told its id, by its file and by its object", async () => {
  const page = await (await app(SHOP)).open();
  expect(said(page)).toBe("home {}");
  await go(page, "orders/42");
  expect(said(page)).toBe("order 42 42|");
  expect(page.all("pageLink").map(({ props }) => [props.page, props.current])).toEqual([
    ["orders/42", true],
    ["orders/7", undefined],
  ]);
});

test("a fixed path goes before one that differs, and the rest of a path is one text", async () => {
  const page = await (await app(SHOP)).open();
  await go(page, "orders/new");
  expect(said(page)).toBe("new order");
  await go(page, "orders");
  expect(said(page)).toBe("all orders");
  await go(page, "files/a/b.txt");
  expect(said(page)).toBe("file a/b.txt");
  await go(page, "orders/42/lines");
  expect(page.mirror.messages.findLast(({ type }) => type === "pageNotFound")).toEqual({ type: "pageNotFound", page: "orders/42/lines" });
  expect(said(page)).toBe("home {}");
});

test("switchPage fills the path, and what it holds is escaped", async () => {
  const page = await (await app(SHOP)).open();
  page.click("Open");
  await page.settled();
  expect(said(page)).toBe("order a/b a/b lines|");
  expect(page.mirror.messages.findLast(({ type }) => type === "url")).toMatchObject({ page: "orders/a%2Fb", query: "tab=lines", push: true });
});

test("the menu leaves out what must be filled, and names it while it is shown", async () => {
  const page = await (await app(SHOP)).open();
  const shown = () =>
    menu(page)
      .sections[0]?.pages.filter(({ hidden }) => !hidden)
      .map(({ path }) => path);
  expect(shown()).toEqual(["", "orders", "orders/new", "files"]);
  await go(page, "orders/42");
  expect(menu(page)).toMatchObject({ current: "orders/42" });
  expect(menu(page).sections[0]?.pages[2]).toEqual({ path: "orders/42", title: "order", hidden: true });
});

test("one page at two addresses is two pages to its widgets", async () => {
  const page = await (await app(SHOP)).open();
  await go(page, "orders/1");
  page.set("Note", "mine");
  await page.settled();
  expect(said(page)).toBe("order 1 1|mine");
  await go(page, "orders/2");
  expect(said(page)).toBe("order 2 2|");
});

test.each([
  ["a link that says nothing of the path", `st.pageLink(order as any)`, "st.pageLink: params.id must be text or a number"],
  ["a name the path does not have", `st.pageLink(order, { params: { id: 1, name: "x" } as any })`, "params.name is no part of the page's path"],
  ["params for a page that takes none", `st.switchPage(home as any, { params: { id: 1 } } as any)`, 'the path of "home" takes no params'],
  ["params of a page that is not shown", `order.params`, 'page.params: "order" is not the page shown'],
])("%s is refused", async (_, call, message) => {
  const page = await (
    await app({
      "app.ts": `
        const home = st.Page(function home() { st.text("home"); });
        const order = st.Page(() => {}, { title: "order", urlPath: "orders/:id" });
        const page = st.navigation([home, order]);
        void (${call});
      `,
    })
  ).open();
  expect(errors(page)).toEqual([expect.stringContaining(message)]);
});

test.each([
  ["a default page whose path differs", `st.Page(() => {}, { title: "x", urlPath: ":id", default: true })`, "the default page opens at the app's own address"],
  ["only pages whose paths differ", `st.navigation([st.Page(() => {}, { title: "x", urlPath: "a/:id" })])`, "at least one page must be the app's own"],
  [
    "two paths of one shape",
    `st.navigation([function h() {}, st.Page(() => {}, { title: "x", urlPath: "a/:id" }), st.Page(() => {}, { title: "y", urlPath: "a/:name" })])`,
    'several pages have the path "a/:name"',
  ],
])("%s is refused", async (_, call, message) => {
  const page = await (await app({ "app.ts": `void (${call});` })).open();
  expect(errors(page)).toEqual([expect.stringContaining(message)]);
});

test("an address elsewhere stands in the menu and is linked, but is no page of the app", async () => {
  const page = await (
    await app({
      "app.ts": `
        const docs = st.Page("https://example.org/docs?a=1", { title: "Manual", icon: "📖", help: "How it works" });
        const home = st.Page(function home() { st.pageLink(docs, { queryParams: { b: 2 } }); if (st.button("Go")) st.switchPage(docs); });
        await st.navigation([docs, home]).run();
      `,
    })
  ).open();
  expect(menu(page).sections[0]?.pages).toEqual([
    { path: "Manual", title: "Manual", icon: "📖", href: "https://example.org/docs?a=1", help: "How it works" },
    { path: "", title: "home" },
  ]);
  expect(page.all("pageLink")[0]?.props).toMatchObject({ label: "Manual", icon: "📖", help: "How it works", href: "https://example.org/docs?a=1&b=2" });
  await go(page, "Manual");
  expect(page.mirror.messages.findLast(({ type }) => type === "pageNotFound")).toBeDefined();
  page.click("Go");
  await page.settled();
  expect(errors(page)).toEqual(['"Manual" is an address elsewhere, so it cannot be switched to']);
});

test("an address elsewhere needs a title", () => {
  expect(() => st.Page("https://example.org")).toThrow("needs a title");
  expect(() => st.Page("https://example.org", { title: "x", default: true })).toThrow("cannot be the default page");
});

test("what a path holds is typed", () => {
  const order = st.Page("order.ts", { urlPath: "orders/:id" });
  const file = st.Page("file.ts", { urlPath: "users/:user/files/:path*" });
  const month = st.Page("month.ts", { urlPath: "sales/:year/:month?" });
  const plain = st.Page("plain.ts", { urlPath: "plain" });
  const types = () => {
    expectTypeOf(order.params).toEqualTypeOf<{ readonly id: string }>();
    expectTypeOf(file.params).toEqualTypeOf<{ readonly user: string; readonly path: string }>();
    expectTypeOf(month.params).toEqualTypeOf<{ readonly year: string; readonly month: string | undefined }>();
    expectTypeOf(st.context.params.id).toEqualTypeOf<string | undefined>();
    st.pageLink(order, { label: "x", params: { id: 4 } });
    st.pageLink(month, { params: { year: 2024 } });
    st.pageLink(plain);
    st.pageLink("order.ts", { params: { id: 4 } });
    st.navigation([plain, order, file, month]);
    // @ts-expect-error the id is missing
    st.pageLink(order);
    // @ts-expect-error the path has no name
    st.pageLink(order, { params: { id: 1, name: "x" } });
    // @ts-expect-error the id is missing
    st.switchPage(order, { queryParams: { a: 1 } });
  };
  expect(types).toBeTypeOf("function");
});
