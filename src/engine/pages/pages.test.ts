import { afterEach, expect, test } from "vitest";
import { type App, inMemory, type Page } from "../../hosts/contract/driver.ts";
import type { Navigation, ToClient } from "../../protocol/messages.ts";

const running: App[] = [];
afterEach(async () => {
  for (const app of running.splice(0)) await app.close();
});

async function app(files: Record<string, string>, config: Record<string, unknown> = {}): Promise<App> {
  const started = await inMemory(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, `import st from "rivulet";\n${text}`])), config);
  running.push(started);
  return started;
}

function last<T extends ToClient["type"]>(page: Page, type: T): Extract<ToClient, { type: T }> | undefined {
  return page.mirror.messages.findLast((message) => message.type === type) as Extract<ToClient, { type: T }> | undefined;
}

const menu = (page: Page): Navigation => (last(page, "navigation") as { navigation: Navigation }).navigation;
const titles = (page: Page): string[] => menu(page).sections.flatMap((section) => section.pages.map((one) => one.title));
const errors = (page: Page): string[] => page.all("exception").map((node) => node.props.message as string);

async function go(page: Page, path: string, query = ""): Promise<void> {
  page.ask({ page: path, query });
  await page.settled();
}

const TWO = {
  "app.ts": `
    const page = st.navigation([st.Page("page_1.ts"), st.Page("page_2.ts")]);
    st.text("everywhere");
    await page.run();
  `,
  "page_1.ts": `st.text("one");`,
  "page_2.ts": `st.text("two");`,
};

test("mpa-017 the page chosen runs after the entry script, which draws on every page", async () => {
  const page = await (await app(TWO)).open();
  expect(page.texts()).toEqual(["everywhere", "one"]);
  expect(menu(page)).toMatchObject({
    position: "sidebar",
    current: "",
    sections: [
      {
        label: "",
        pages: [
          { path: "", title: "page 1" },
          { path: "page_2", title: "page 2" },
        ],
      },
    ],
  });
  await go(page, "page_2");
  expect(page.texts()).toEqual(["everywhere", "two"]);
  expect(menu(page).current).toBe("page_2");
});

test("mpa-021 without a default page the first one opens", async () => {
  const page = await (await app(TWO)).open();
  expect(page.texts()).toContain("one");
});

test("mpa-022 the path of the default page is empty whatever was given", async () => {
  const { open } = await app({
    "app.ts": `
      const home = st.Page(function home() { st.text(home_.urlPath + "|" + home_.default); }, { default: true, urlPath: "home" });
      const home_ = home;
      await st.navigation([st.Page(function other() {}), home]).run();
    `,
  });
  const page = await open();
  expect(page.texts()).toEqual(["|true"]);
  expect(menu(page).sections[0]?.pages.map((one) => one.path)).toEqual(["other", ""]);
});

test("mpa-004 names of functions make labels without outer underscores and paths as they are", async () => {
  const { open } = await app({
    "app.ts": `
      function Awesome_page() {}
      function _Awesome_page() {}
      function __Awesome_page__() {}
      const pages = [Awesome_page, _Awesome_page, __Awesome_page__].map((fn) => st.Page(fn));
      st.text(JSON.stringify(pages.map(({ title, urlPath }) => [title, urlPath])));
    `,
  });
  expect(JSON.parse((await open()).texts()[0] as string)).toEqual([
    ["Awesome page", "Awesome_page"],
    ["Awesome page", "_Awesome_page"],
    ["Awesome page", "__Awesome_page__"],
  ]);
});

test.each([
  [
    "mpa-023 two pages with one path are refused by the path",
    `st.navigation([st.Page("b/y.ts"), st.Page("a/x.ts"), st.Page("b/x.ts")]);`,
    '"x"',
    ["a/x.ts", "b/x.ts", "b/y.ts"],
  ],
  [
    "mpa-023 the default page keeps the path it has by its name",
    `st.navigation([st.Page("a/x.ts"), st.Page(() => {}, { title: "Other", urlPath: "x" })]);`,
    'several pages have the path "x"',
    ["a/x.ts"],
  ],
  ["mpa-023 a page that is listed twice is refused by its path", `const p = st.Page(function here() {}); st.navigation([p, p]);`, '"here" is listed twice', []],
  ["mpa-025 a missing file is refused by its name", `st.Page("nowhere.ts");`, "nowhere.ts could not be found", []],
  ["mpa-041 navigation needs a page", "st.navigation([]);", "at least one page", []],
  ["mpa-042 a function without a name needs a title", "st.Page(() => {});", "title", []],
  ["mpa-043 a title of underscores and spaces only is refused", `st.Page(function f() {}, { title: " _ " });`, "title cannot be empty", []],
  ["mpa-044 an icon that is neither emoji nor material is refused", `st.Page(function f() {}, { icon: ":foo:" });`, "icon", []],
  ["an icon of colons alone is refused", `st.Page(function f() {}, { icon: "::" });`, "icon must be one emoji", []],
  ["two default pages are refused", `const o = { default: true }; st.navigation([st.Page(function a() {}, o), st.Page(function b() {}, o)]);`, "default", []],
  ["an empty part of a path is refused", `st.Page(function f() {}, { urlPath: "a//b" });`, "urlPath cannot have an empty part", []],
  ["a path of the server is refused", `st.Page(function f() {}, { urlPath: "assets/x" });`, "is the server's own", []],
  ["an empty path is refused", `st.Page(function f() {}, { urlPath: "" });`, "urlPath cannot be empty", []],
])("%s", async (_, script, message, files) => {
  const { open } = await app({ "app.ts": script, ...Object.fromEntries(files.map((file) => [file, ""])) });
  expect(errors(await open())).toEqual([expect.stringContaining(message)]);
});

test("mpa-026 only the page that navigation returned runs, and once", async () => {
  const { open } = await app({
    "app.ts": `
      const [first, second] = [st.Page(function a() { st.text("a"); }), st.Page(function b() { st.text("b"); })];
      const page = st.navigation([first, second]);
      try { await second.run(); } catch (error) { st.text(error.message); }
      await page.run();
      await page.run();
    `,
  });
  const page = await open();
  expect(page.texts()).toEqual([expect.stringContaining('"b" is not that page'), "a"]);
  expect(errors(page)).toEqual([expect.stringContaining("has run already")]);
});

test("mpa-028 sections keep their headings and the order of their pages", async () => {
  const { open } = await app({
    "app.ts": `
      const of = (title) => st.Page(() => {}, { title });
      await st.navigation({ Account: [of("Log out")], Reports: [of("Dashboard"), of("Bugs")], Tools: [of("Search")] }, { position: "top", expanded: true }).run();
    `,
  });
  const shown = menu(await open());
  expect(shown).toMatchObject({ position: "top", expanded: true });
  expect(shown.sections.map(({ label, pages }) => [label, ...pages.map(({ title }) => title)])).toEqual([
    ["Account", "Log out"],
    ["Reports", "Dashboard", "Bugs"],
    ["Tools", "Search"],
  ]);
});

test("a map of lists is as good as an object of them", async () => {
  const { open } = await app({
    "app.ts": `const of = (title) => st.Page(() => {}, { title }); await st.navigation(new Map([["Account", [of("Log out")]], ["2", [of("Search")]]])).run();`,
  });
  expect(menu(await open()).sections.map(({ label, pages }) => [label, ...pages.map(({ title }) => title)])).toEqual([
    ["Account", "Log out"],
    ["2", "Search"],
  ]);
});

const LOGIN = {
  "app.ts": `
    const s = st.sessionState.init({ loggedIn: false });
    function logIn() { if (st.button("Log in")) { s.loggedIn = true; st.rerun(); } }
    function logOut() { if (st.button("Log out")) { s.loggedIn = false; st.rerun(); } }
    const page = s.loggedIn
      ? st.navigation({ Account: [st.Page(logOut, { title: "Log out" })], Reports: [st.Page("dashboard.ts", { default: true }), st.Page("bugs.ts")] })
      : st.navigation([st.Page(logIn, { title: "Log in" })]);
    await page.run();
  `,
  "dashboard.ts": `st.text("dashboard");`,
  "bugs.ts": `st.text("bugs"); if (st.button("Back")) st.switchPage("dashboard.ts");`,
};

test("mpa-029 logging in brings sections and the dashboard, logging out takes all but the login page away", async () => {
  const page = await (await app(LOGIN)).open();
  expect(titles(page)).toEqual(["Log in"]);
  page.click("Log in");
  await page.settled();
  expect(page.texts()).toEqual(["dashboard"]);
  expect(menu(page).sections.map(({ label }) => label)).toEqual(["Account", "Reports"]);
  await go(page, "logOut");
  page.click("Log out");
  await page.settled();
  expect(titles(page)).toEqual(["Log in"]);
  expect(last(page, "pageNotFound")).toBeUndefined();
});

test("mpa-030 a page that this session has not declared is not found, and the default page shows instead", async () => {
  const page = await (await app(LOGIN)).open();
  await go(page, "bugs");
  expect(last(page, "pageNotFound")).toEqual({ type: "pageNotFound", page: "bugs" });
  expect(last(page, "url")).toMatchObject({ page: "", push: false });
  expect(page.all("button").map((node) => node.props.label)).toEqual(["Log in"]);
});

test("mpa-046 when the current page is no longer declared, the default one runs without a complaint", async () => {
  const { open } = await app({
    "app.ts": `
      const s = st.sessionState.init({ few: false });
      if (st.button("Fewer")) s.few = true;
      const [first, second] = [st.Page(function a() { st.text("a"); }), st.Page(function b() { st.text("b"); })];
      await st.navigation(s.few ? [first] : [first, second]).run();
    `,
  });
  const page = await open();
  await go(page, "b");
  expect(page.texts()).toEqual(["b"]);
  page.click("Fewer");
  await page.settled();
  expect(page.texts()).toEqual(["a"]);
  expect(last(page, "pageNotFound")).toBeUndefined();
});

test("mpa-031 mpa-010 widgets of the entry script keep their values over pages, those of pages begin anew", async () => {
  const { open } = await app({
    "app.ts": `
      const x = st.textInput("X", { key: "x" });
      const page = st.navigation([st.Page("one.ts"), st.Page("two.ts")]);
      await page.run();
      st.text("x=" + st.sessionState.x);
    `,
    "one.ts": `st.text("own=" + st.textInput("Own"));`,
    "two.ts": `st.text("own=" + st.textInput("Own"));`,
  });
  const page = await open();
  page.set("X", "1");
  page.set("Own", "mine");
  await page.settled();
  expect(page.texts()).toEqual(["own=mine", "x=1"]);
  await go(page, "two");
  expect(page.texts()).toEqual(["own=", "x=1"]);
  await go(page, "");
  expect(page.texts()).toEqual(["own=", "x=1"]);
});

test("mpa-032 pages read the state of keyed widgets of the entry script", async () => {
  const { open } = await app({
    "app.ts": `
      const page = st.navigation([st.Page("one.ts"), st.Page("two.ts")]);
      st.sidebar.textInput("Group", { key: "group" });
      await page.run();
    `,
    "one.ts": "st.text(`one ${st.sessionState.group}`);",
    "two.ts": "st.text(`two ${st.sessionState.group}`);",
  });
  const page = await open();
  page.set("Group", "B");
  await page.settled();
  await go(page, "two");
  expect(page.texts()).toEqual(["two B"]);
});

test("a page whose widget values were forgotten while its run was still going on begins anew", async () => {
  const { open } = await app({
    "app.ts": `await st.navigation([st.Page("one.ts"), st.Page("two.ts")]).run();`,
    "one.ts": `st.text("own=" + st.textInput("Own"));`,
    "two.ts": `await new Promise((done) => setTimeout(done, 400)); st.text("two");`,
  });
  const page = await open();
  page.set("Own", "mine");
  await page.settled();
  page.ask({ page: "two" });
  await new Promise((next) => setTimeout(next, 100));
  await go(page, "");
  expect(page.texts()).toEqual(["own="]);
});

test("ctl-009 paths of pages are relative to the entry script, with and without a dot, from wherever they are named", async () => {
  const { open } = await app({
    "app.ts": `
      const page = st.navigation([st.Page("main file.ts"), st.Page("pages/06_page_6.ts"), st.Page("tools/deep/other.ts")]);
      await page.run();
    `,
    "main file.ts": `st.text("main"); if (st.button("Go")) st.switchPage("pages/06_page_6.ts");`,
    "pages/06_page_6.ts": `st.text("six"); if (st.button("Go")) st.switchPage("./tools/deep/other.ts");`,
    "tools/deep/other.ts": `st.text("other"); if (st.button("Go")) st.switchPage("./main file.ts");`,
  });
  const page = await open();
  const seen = [page.texts()[0]];
  for (let turn = 0; turn < 3; turn += 1) {
    page.click("Go");
    await page.settled();
    seen.push(page.texts()[0]);
  }
  expect(seen).toEqual(["main", "six", "other", "main"]);
});

test("switchPage ends the run and shows a declared page by its file, with a new history entry and no old query", async () => {
  const { open } = await app({
    "app.ts": `await st.navigation([st.Page("one.ts"), st.Page("tools/two.ts")]).run();`,
    "one.ts": `st.queryParams.old = 1; if (st.button("Go")) { st.switchPage("tools/two.ts"); } st.text("one");`,
    "tools/two.ts": `st.text("two " + JSON.stringify(st.queryParams)); if (st.button("With")) st.switchPage("one.ts", { queryParams: { a: 1, b: [2, 3] } });`,
  });
  const page = await open();
  page.click("Go");
  await page.settled();
  expect(page.texts()).toEqual(["two {}"]);
  expect(last(page, "url")).toEqual({ type: "url", page: "two", query: "", push: true });
  page.click("With");
  await page.settled();
  expect(page.mirror.messages.filter((message) => message.type === "url").at(-2)).toEqual({ type: "url", page: "", query: "a=1&b=2&b=3", push: true });
});

test("ctl-010 switchPage in a callback and from a page object made in this run works", async () => {
  const { open } = await app({
    "app.ts": `
      const two = st.Page(function two() { st.text("two"); });
      const page = st.navigation([st.Page(function one() { st.text("one"); }), two]);
      st.button("Go", { onClick: () => st.switchPage(two) });
      await page.run();
    `,
  });
  const page = await open();
  page.click("Go");
  await page.settled();
  expect(page.texts()).toEqual(["two"]);
});

test("ctl-018 switchPage to a page that was not declared is refused and names the pages there are", async () => {
  const { open } = await app({ ...TWO, "page_1.ts": `st.switchPage("page_3.ts");`, "page_3.ts": "" });
  const page = await open();
  expect(errors(page)).toEqual([expect.stringContaining('st.switchPage: the page "page_3.ts" is not among the pages of this app')]);
  expect(page.all("exception")[0]?.props.hint).toContain("page_2.ts");
});

test("ctl-012 a slow page shows what it has drawn, and nothing of the page before, while what the entry script draws stays", async () => {
  const { open } = await app({
    "app.ts": `
      const gate = new Promise((done) => { globalThis.openTheGate = done; });
      const slow = st.Page(async function slow() { st.text("begins"); await gate; st.text("ends"); });
      const quick = st.Page(function quick() { st.text("old"); st.container().text("old inside"); });
      const page = st.navigation([quick, slow]);
      st.text("above");
      const frame = st.container({ border: true });
      await frame.with(() => page.run());
      st.text("below");
    `,
  });
  const page = await open();
  expect(page.texts()).toEqual(["above", "old", "old inside", "below"]);
  const [above] = page.mirror.root("main").children;
  page.ask({ page: "slow", query: "" });
  await page.until(() => page.texts().includes("begins"));
  expect(page.texts()).toEqual(["above", "begins", "below"]);
  expect(page.mirror.root("main").children[0]).toBe(above);
  (globalThis as { openTheGate?: () => void }).openTheGate?.();
  await page.settled();
  expect(page.texts()).toEqual(["above", "begins", "ends", "below"]);
});

test("the error of a page goes with it when a slow one is shown", async () => {
  const { open } = await app({
    "app.ts": `
      const gate = new Promise((done) => { globalThis.openTheGate = done; });
      const broken = st.Page(function broken() { throw new Error("broken"); });
      const slow = st.Page(async function slow() { st.text("begins"); await gate; });
      await st.navigation([broken, slow]).run();
    `,
  });
  const page = await open();
  const kinds = () => page.mirror.root("main").children.map(({ kind }) => kind);
  expect(kinds()).toEqual(["exception"]);
  page.ask({ page: "slow", query: "" });
  await page.until(() => page.texts().includes("begins"));
  expect(kinds()).toEqual(["text"]);
  (globalThis as { openTheGate?: () => void }).openTheGate?.();
  await page.settled();
  page.ask({ page: "", query: "" });
  await page.until(() => kinds().includes("exception"));
  await page.settled();
  expect(kinds()).toEqual(["exception"]);
});

test("mpa-055 a rerun asked for in a fragment of a page stays on that page", async () => {
  const { open } = await app({
    "app.ts": `
      function one() { st.text("one"); }
      function two() {
        const s = st.sessionState.init({ n: 0 });
        st.text("two " + s.n);
        const part = st.fragment(() => {
          if (st.button("Again")) { s.n += 1; st.rerun(); }
          if (st.button("Alone")) st.text("alone=" + st.textInput("Own"));
          if (st.button("Leave")) st.switchPage("three.ts");
        });
        part();
      }
      await st.navigation([st.Page(one), st.Page(two), st.Page("three.ts")]).run();
    `,
    "three.ts": `st.text("three");`,
  });
  const page = await open();
  await go(page, "two");
  page.click("Again");
  await page.settled();
  expect(page.texts()).toEqual(["two 1"]);
  page.click("Alone");
  await page.settled();
  expect(page.texts()).toEqual(["two 1", "alone="]);
  page.click("Leave");
  await page.settled();
  expect(page.texts()).toEqual(["three"]);
  expect(last(page, "url")).toEqual({ type: "url", page: "three", query: "", push: true });
});

test("mpa-014 an edited page is told to the sessions that show it only", async () => {
  const started = await app(TWO);
  const [one, two] = [await started.open(), await started.open()];
  await go(two, "page_2");
  one.send({ type: "runOnSave", value: true });
  two.send({ type: "runOnSave", value: true });
  await new Promise((next) => setTimeout(next, 20));
  const before = one.mirror.messages.length;
  started.write("page_2.ts", `import st from "rivulet";\nst.text("two edited");`);
  await two.until(() => two.texts().includes("two edited"));
  expect(one.mirror.messages.length).toBe(before);
});

test("a page with a syntax error says where, and the rest of the screen stands; mended, it shows again", async () => {
  const started = await app({ ...TWO, "page_1.ts": "st.text(;" });
  const page = await started.open();
  expect(page.texts()).toEqual(["everywhere"]);
  expect(page.all("exception")[0]?.props.frames[0]).toMatchObject({ line: 2 });
  started.write("page_1.ts", `import st from "rivulet";\nst.text("mended");`);
  page.ask();
  await page.settled();
  expect(page.texts()).toEqual(["everywhere", "mended"]);
});

test("a forgotten await before page.run loses nothing", async () => {
  const { open } = await app({
    "app.ts": `st.navigation([st.Page("one.ts"), st.Page("bad.ts")]).run();`,
    "one.ts": `await new Promise((done) => setTimeout(done, 30)); st.text("late");`,
    "bad.ts": `await new Promise((done) => setTimeout(done, 30)); throw new Error("late too");`,
  });
  const page = await open();
  expect(page.texts()).toEqual(["late"]);
  await go(page, "bad");
  expect(errors(page)).toEqual(["late too"]);
});

test("an error of a page that the entry script catches is its own affair", async () => {
  const { open } = await app({
    "app.ts": `try { await st.navigation([st.Page("bad.ts")]).run(); } catch (error) { st.text("caught " + error.message); }`,
    "bad.ts": `await new Promise((done) => setTimeout(done, 5)); throw new Error("bad");`,
  });
  const page = await open();
  expect(page.texts()).toEqual(["caught bad"]);
  expect(errors(page)).toEqual([]);
});

test("page modules are evaluated afresh in every run, what they import once", async () => {
  const { open } = await app({
    "app.ts": `await st.navigation([st.Page("one.ts")]).run();`,
    "one.ts": `import { seen } from "./shared.ts"; let n = 0; n += 1; seen.count += 1; st.text(n + " " + seen.count);`,
    "shared.ts": `export const seen = { count: 0 };`,
  });
  const page = await open();
  page.ask();
  await page.settled();
  expect(page.texts()).toEqual(["1 2"]);
});

test("pages made in an imported module serve every session, whichever is the default there", async () => {
  const { open } = await app({
    "app.ts": `
      import { a, b } from "./pages.ts";
      const turned = st.sessionState.turned;
      st.button("Turn", { onClick: () => { st.sessionState.turned = true; } });
      const page = st.navigation(turned ? [b, a] : [a, b]);
      st.text(a.default + " " + b.default + " " + a.urlPath + "," + b.urlPath);
      await page.run();
    `,
    "pages.ts": `export const a = st.Page("one.ts"); export const b = st.Page("two.ts", { title: "Second" });`,
    "one.ts": `st.text("one");`,
    "two.ts": `st.text("two");`,
  });
  const page = await open();
  expect(page.texts()).toEqual(["true false ,two", "one"]);
  page.click("Turn");
  await page.settled();
  expect(page.texts()).toEqual(["false true one,", "one"]);
  expect(last(page, "url")).toMatchObject({ page: "one" });
  const other = await open();
  expect(other.texts()).toEqual(["true false ,two", "one"]);
});

const FORGOTTEN = "st.navigation was called, but the page it returned was never run.";
const warnings = (page: Page) => page.mirror.messages.filter((message) => message.type === "notice");

test("a page that nobody runs, so that nothing is on the page, is warned of with the line of st.navigation", async () => {
  const page = await (await app({ ...TWO, "app.ts": `\nst.navigation([st.Page("page_1.ts"), st.Page("page_2.ts")]);` })).open();
  expect(warnings(page)).toMatchObject([{ level: "warning", message: FORGOTTEN, hint: expect.stringContaining("await page.run()"), frames: [{ line: 3 }] }]);
  await go(page, "page_2");
  expect(warnings(page)).toHaveLength(2);
});

test.each([
  ["it is run", `await page.run();`],
  ["it is run and nobody waits", `page.run();`],
  ["it is run late, in a body of a container", `st.container(async () => { await Promise.resolve(); await page.run(); });`],
  ["the script ends before", `st.stop();`],
  ["the script goes to another page", `if (page.title !== "page 2") st.switchPage("page_2.ts"); await page.run();`],
  ["the script reruns before", `if (!st.sessionState.again) { st.sessionState.again = true; st.rerun(); } await page.run();`],
  ["the script draws by itself", `st.text("own");`],
  ["the script draws into the sidebar", `st.sidebar.text("own");`],
  ["the script fails", `throw new Error("no");`],
])("nothing is said of a page that does not run where %s", async (_, end) => {
  const page = await (
    await app({ ...TWO, "app.ts": `const page = st.navigation([st.Page("page_1.ts"), st.Page("page_2.ts")]);\n${end}`, "page_1.ts": "" })
  ).open();
  expect(warnings(page)).toEqual([]);
});

test.each([
  ["st.navigation has opened", TWO, ["everywhere"]],
  ["stands in the folder pages/", { "app.ts": `st.text("home");`, "pages/page_2.ts": `st.text("two");` }, []],
])("the error of a page file that cannot be parsed stands in the place of the page, which %s", async (_, files, left) => {
  const started = await app(files);
  const page = await started.open();
  await go(page, "page_2");
  started.write("pages/page_2.ts" in files ? "pages/page_2.ts" : "page_2.ts", `st.text("bad";`);
  page.ask();
  await page.settled();
  expect(page.texts()).toEqual(left);
  expect(page.all("exception").map(({ props }) => props.name)).toEqual(["SyntaxError"]);
  expect(last(page, "compileError")).toBeUndefined();
});
