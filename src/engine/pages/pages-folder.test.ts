import { afterEach, expect, test } from "vitest";
import { type App, inMemory, type Page } from "../../hosts/contract/driver.ts";
import type { ToClient } from "../../protocol/messages.ts";
import { compareNames, fileName } from "./page-name.ts";

const running: App[] = [];
afterEach(async () => {
  for (const app of running.splice(0)) await app.close();
});

async function app(files: Record<string, string>, config: Record<string, unknown> = {}): Promise<App> {
  const started = await inMemory(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, `import st from "rivulet";\n${text}`])), config);
  running.push(started);
  return started;
}

const said = <T extends ToClient["type"]>(page: Page, type: T) =>
  page.mirror.messages.filter((message) => message.type === type) as Extract<ToClient, { type: T }>[];
const menu = (page: Page) => said(page, "navigation").at(-1)?.navigation;

test("mpa-002 mpa-005 numbers order the pages and are left out of their labels", () => {
  const sorted = (files: string[]) =>
    files
      .map((file) => fileName(`/app/pages/${file}.ts`))
      .toSorted(compareNames)
      .map(({ title }) => title);
  expect(sorted(["_12 monkeys", "123_hello_dear_world", "123", "12 monkeys", "1 - first page"])).toEqual([
    "first page",
    "monkeys",
    "123",
    "hello dear world",
    "12 monkeys",
  ]);
  expect(sorted(["z", "A", "10_c", "03_b", "3_a"])).toEqual(["a", "b", "c", "A", "z"]);
});

test("a leading emoji of a file's name is the icon of its page", () => {
  expect(fileName("pages/2_🎈_Fun_stuff.ts")).toEqual({ order: 2, path: "Fun_stuff", title: "Fun stuff", icon: "🎈" });
  expect(fileName("pages/👩🏽‍🚀 Crew.tsx")).toMatchObject({ path: "Crew", icon: "👩🏽‍🚀" });
});

test("mpa-001 files in pages/ are listed after the entry script, and open by their paths", async () => {
  const { open } = await app({
    "app.ts": `st.text("home");`,
    "pages/a_page.ts": `st.text("a");`,
    "pages/another_page.ts": `st.text("another");`,
  });
  const page = await open();
  expect(page.texts()).toEqual(["home"]);
  expect(menu(page)).toEqual({
    position: "sidebar",
    expanded: false,
    current: "",
    sections: [
      {
        label: "",
        pages: [
          { path: "", title: "app" },
          { path: "a_page", title: "a page" },
          { path: "another_page", title: "another page" },
        ],
      },
    ],
  });
  page.ask({ page: "another_page" });
  await page.settled();
  expect(page.texts()).toEqual(["another"]);
  expect(menu(page)?.current).toBe("another_page");
});

test("mpa-007 hidden files, other types, index files, declarations, tests and folders are no pages", async () => {
  const { open } = await app({
    "app.ts": `st.text("home");`,
    "pages/.hidden.ts": "",
    "pages/notes.md": "",
    "pages/index.ts": "",
    "pages/types.d.ts": "",
    "pages/real.test.ts": "",
    "pages/real.ts": "",
    "pages/inner/deep.ts": "",
  });
  const page = await open();
  expect(menu(page)?.sections[0]?.pages.map(({ path }) => path)).toEqual(["", "real"]);
});

test("mpa-016 an app of one file has no menu", async () => {
  const page = await (await app({ "app.ts": `st.text("home");` })).open();
  expect(said(page, "navigation")).toEqual([]);
});

test("mpa-015 without showSidebarNavigation the menu is hidden and pages still open", async () => {
  const { open } = await app({ "app.ts": `st.text("home");`, "pages/a.ts": `st.text("a");` }, { "client.showSidebarNavigation": false });
  const page = await open();
  expect(menu(page)?.position).toBe("hidden");
  page.ask({ page: "a" });
  await page.settled();
  expect(page.texts()).toEqual(["a"]);
});

test("mpa-040 of two files with one path the first has it, and the second is reached all the same", async () => {
  const { open } = await app({ "app.ts": "", "pages/04_twin.ts": `st.text("first");`, "pages/05_twin.ts": `st.text("second");` });
  const page = await open();
  const paths = menu(page)?.sections[0]?.pages.map(({ path }) => path) as string[];
  page.ask({ page: "twin" });
  await page.settled();
  expect(page.texts()).toEqual(["first"]);
  page.ask({ page: paths[2] as string });
  await page.settled();
  expect(page.texts()).toEqual(["second"]);
});

test("an unknown path is not found, and the entry script shows instead", async () => {
  for (const files of [{ "app.ts": `st.text("home");`, "pages/a.ts": "" }, { "app.ts": `st.text("home");` }]) {
    const page = await (await app(files)).open();
    page.ask({ page: "nowhere" });
    await page.settled();
    expect(page.texts()).toEqual(["home"]);
    expect(said(page, "pageNotFound")).toEqual([{ type: "pageNotFound", page: "nowhere" }]);
    expect(said(page, "url").at(-1)).toEqual({ type: "url", page: "", push: false });
  }
});

test("mpa-010 widgets of a page of the folder begin anew when it is visited again, those of the entry script too", async () => {
  const script = `st.text("is=" + st.textInput("Own"));`;
  const { open } = await app({ "app.ts": script, "pages/a.ts": script });
  const page = await open();
  for (const path of ["a", "", "a"]) {
    page.set("Own", "mine");
    await page.settled();
    expect(page.texts()).toEqual(["is=mine"]);
    page.ask({ page: path });
    await page.settled();
    expect(page.texts()).toEqual(["is="]);
  }
});

test("switchPage and page links reach pages of the folder and the entry script by their files", async () => {
  const { open } = await app({
    "app.ts": `st.pageLink("pages/1_a.ts"); if (st.button("Go")) st.switchPage("pages/1_a.ts");`,
    "pages/1_a.ts": `st.text("a"); st.pageLink("app.ts", { label: "Home" }); if (st.button("Back")) st.switchPage("app.ts");`,
  });
  const page = await open();
  expect(page.all("pageLink").map((node) => node.props)).toEqual([{ label: "a", page: "a" }]);
  page.click("Go");
  await page.settled();
  expect(page.texts()).toEqual(["a"]);
  page.click("Back");
  await page.settled();
  expect(page.all("pageLink").map((node) => node.props.page)).toEqual(["a"]);
});

test("mpa-033 where the script declares its pages, the folder is ignored with a warning", async () => {
  const started = await app({
    "app.ts": `await st.navigation([st.Page(function one() { st.text("one"); })]).run();`,
    "pages/a.ts": `st.text("a");`,
  });
  const page = await started.open();
  page.ask({ page: "a" });
  await page.settled();
  expect(page.texts()).toEqual(["one"]);
  expect(said(page, "pageNotFound")).toHaveLength(1);
  expect(started.log.filter((line) => line.includes("pages/ folder is ignored"))).toHaveLength(1);
});

test("a script that only speaks of navigation() still has the pages of its folder", async () => {
  const { open } = await app({ "app.ts": `// no navigation() here\nst.text("home");`, "pages/a.ts": `st.text("a");` });
  const page = await open();
  await page.until(() => menu(page) !== undefined);
  expect(menu(page)?.sections[0]?.pages.map(({ path }) => path)).toEqual(["", "a"]);
  page.ask({ page: "a" });
  await page.settled();
  expect(page.texts()).toEqual(["a"]);
});

test("a page that joins the folder joins the menu", async () => {
  const started = await app({ "app.ts": `st.text("home");`, "pages/a.ts": "" });
  const page = await started.open();
  started.write("pages/b.ts", "");
  page.ask();
  await page.settled();
  expect(menu(page)?.sections[0]?.pages.map(({ path }) => path)).toEqual(["", "a", "b"]);
});
