import { expect, test } from "vitest";
import { createTestHost } from "../../hosts/test/host.ts";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";
import type { ToClient } from "../../protocol/messages.ts";
import type { PageConfigOptions } from "./page-config.ts";

const configs = (page: Visit) =>
  page.mirror.messages.filter((message): message is Extract<ToClient, { type: "pageConfig" }> => message.type === "pageConfig").map(({ config }) => config);

test("mpa-037 page config is sent as it is, also after state, query parameters and elements", async () => {
  const page = await visit(() => {
    st.sessionState.init({ a: 1 });
    void st.queryParams.a;
    st.text("first");
    st.setPageConfig({
      pageTitle: "Sales",
      pageIcon: ":material/home:",
      layout: "wide",
      initialSidebarState: "collapsed",
      menuItems: { "Get help": "https://example.org", reportABug: null, About: "# About" },
    });
  });
  expect(page.all("exception")).toEqual([]);
  expect(configs(page)).toEqual([
    { title: "Sales", icon: ":material/home:", layout: "wide", sidebar: "collapsed", menu: { help: "https://example.org", bug: null, about: "# About" } },
  ]);
});

test("repeated calls add up, and what did not change is not sent again", async () => {
  const page = await visit(() => {
    st.setPageConfig({ pageTitle: "A", layout: "wide" });
    st.setPageConfig({ pageTitle: "B", menuItems: { about: "x" } });
    st.setPageConfig({ menuItems: { getHelp: "mailto:help@example.org" } });
  });
  expect(configs(page).at(-1)).toEqual({ title: "B", layout: "wide", menu: { about: "x", help: "mailto:help@example.org" } });
  const before = configs(page).length;
  await page.rerun();
  const later = configs(page).slice(before);
  expect(later.every((config) => config.layout === "wide")).toBe(true);
  expect(later.at(-1) ?? configs(page)[before - 1]).toEqual(configs(page)[before - 1]);
});

test("mpa-039 mpa-038 config is kept for each page: another page has its own defaults, a page returned to has what it set", async () => {
  const page = await visit(async () => {
    function wide() {
      if (st.button("Widen")) st.setPageConfig({ pageTitle: "Wide", layout: "wide" });
    }
    await st.navigation([st.Page(wide), st.Page(function plain() {})]).run();
  });
  expect(configs(page)).toEqual([]);
  await page.click(page.all("button")[0]);
  await page.rerun({ page: "plain" });
  await page.rerun({ page: "" });
  expect(configs(page)).toEqual([{ title: "Wide", layout: "wide" }, {}, { title: "Wide", layout: "wide" }]);
});

test("mpa-019 what the entry script sets after navigation holds on every page", async () => {
  const page = await visit(async () => {
    const current = st.navigation([st.Page(function one() {}), st.Page(function two() {})]);
    st.setPageConfig({ pageTitle: "Data manager" });
    await current.run();
  });
  await page.rerun({ page: "two" });
  expect(configs(page).at(-1)).toEqual({ title: "Data manager" });
});

test("what is set before navigation does not mix with the page left", async () => {
  const page = await visit(async () => {
    st.setPageConfig({ pageTitle: "App" });
    function wide() {
      st.setPageConfig({ layout: "wide" });
    }
    await st.navigation([st.Page(wide), st.Page(function plain() {})]).run();
  });
  const before = configs(page).length;
  await page.rerun({ page: "plain" });
  expect(configs(page).slice(before)).toEqual([{ title: "App" }]);
});

test.each<[string, object, string[]]>([
  ["layout", { layout: "huge" }, ['"centered" or "wide"', '"huge"']],
  ["sidebar state", { initialSidebarState: "half" }, ['"auto", "expanded", "collapsed"', '"half"']],
  ["sidebar width", { initialSidebarState: -1 }, ["width", "-1"]],
  ["menu item", { menuItems: { Foo: "https://example.org" } }, ['"Get help", "Report a bug" and "About"', '"Foo"']],
  ["menu address", { menuItems: { "Get Help": "abc" } }, ["http://, https:// or mailto:", '"abc"']],
  ["icon", { pageIcon: ":material/No Such:" }, [":material/name:"]],
])("mpa-053 a wrong %s is refused with what is accepted", async (_, options, parts) => {
  const page = await visit(() => st.setPageConfig(options as PageConfigOptions));
  for (const part of parts) expect(page.all("exception")[0]?.props.message).toContain(part);
});

test("mpa-052 what a callback draws does not keep the script from configuring the page", async () => {
  const page = await visit(() => {
    st.setPageConfig({ pageTitle: "Set" });
    st.button("Go", { onClick: () => st.text("from the callback") });
  });
  await page.click(page.all("button")[0]);
  expect(page.all("exception")).toEqual([]);
  expect(page.mirror.messages.findLast(({ type }) => type === "pageConfig")).toEqual({ type: "pageConfig", config: { title: "Set" } });
});

test("a random icon is one emoji and stays for the visit", async () => {
  const page = await visit(() => st.setPageConfig({ pageIcon: "random" }));
  await page.rerun();
  expect(configs(page)).toHaveLength(1);
  expect(configs(page)[0]?.icon).toMatch(/^\p{Extended_Pictographic}$/u);
});

test("an icon may be the file of an image, which travels with the configuration; one that cannot be read is refused", async () => {
  const readBytes = (path: string) => {
    if (path !== "boat.png") throw new Error("ENOENT");
    return new Uint8Array([1, 2, 3]);
  };
  const page = await visit(
    () => {
      st.setPageConfig({ pageIcon: "boat.png" });
      st.setPageConfig({ pageIcon: "gone.ico" });
    },
    { host: { ...createTestHost(), readBytes } },
  );
  expect(configs(page)).toEqual([{ icon: "data:image/png;base64,AQID" }]);
  expect(page.all("exception")[0]?.props.message).toBe('st.setPageConfig: pageIcon names the file "gone.ico", which cannot be read');
});

test("without options nothing changes, and a title alone is refused with the options to write", async () => {
  const page = await visit(() => {
    st.setPageConfig();
    st.setPageConfig("Sales" as never);
  });
  expect(page.all("exception")[0]?.props).toMatchObject({
    message: 'st.setPageConfig: options must be an object, not "Sales"',
    hint: 'Write st.setPageConfig({ pageTitle: "Sales" }).',
  });
});
