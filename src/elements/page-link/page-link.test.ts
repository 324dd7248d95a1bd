import { expect, test } from "vitest";
import st from "../../index.ts";
import { visit } from "../../hosts/test/visit.ts";

test("a link takes title and icon from its page, or what it is given, and knows which page is shown", async () => {
  const page = await visit(async () => {
    const home = st.Page(function home() {}, { title: "Home", icon: "🏠" });
    const search = st.Page(function search() {}, { title: "Search" });
    const current = st.navigation([home, search]);
    st.pageLink(home);
    st.sidebar.pageLink(search, { label: "**Find**", icon: ":material/search:", help: "Looks", disabled: true, queryParams: { q: "a b", n: 2 } });
    await current.run();
  });
  expect(page.all("pageLink").map((node) => node.props)).toEqual([
    { label: "Home", icon: "🏠", page: "", current: true },
    { label: "**Find**", icon: ":material/search:", help: "Looks", disabled: true, page: "search", query: "q=a+b&n=2" },
  ]);
  await page.rerun({ page: "search" });
  expect(page.all("pageLink").map((node) => node.props.current)).toEqual([undefined, true]);
});

test("ui-page_link-002 an address elsewhere keeps its query and gets more", async () => {
  const page = await visit(() => void st.pageLink("https://example.org/a?x=1#top", { label: "There", queryParams: { y: 2 } }));
  expect(page.all("pageLink")[0]?.props).toEqual({ label: "There", href: "https://example.org/a?x=1&y=2#top" });
});

test("the icon stands at either end, and nowhere else", async () => {
  const page = await visit(() => {
    st.pageLink("https://example.org", { label: "There", icon: "🏠", iconPosition: "right" });
    st.pageLink("https://example.org", { label: "There", icon: "🏠", iconPosition: "top" as never });
  });
  expect(page.all("pageLink")[0]?.props.iconPosition).toBe("right");
  expect(page.all("exception")[0]?.props.message).toBe('st.pageLink: iconPosition must be "left" or "right", not "top"');
});

test.each([
  ["an address without a label", () => st.pageLink("https://example.org"), "needs a label"],
  ["a page that is not declared", () => st.pageLink(st.Page(function lost() {})), '"lost" is not among the pages'],
  ["a file when nothing is declared", () => st.pageLink("nowhere.ts"), '"nowhere.ts" is not among the pages'],
  ["an icon that is none", () => st.pageLink("https://example.org", { label: "x", icon: ":foo:" }), "icon must be"],
])("%s is refused", async (_, script, message) => {
  const page = await visit(() => void script());
  expect(page.all("exception").map((node) => node.props.message)).toEqual([expect.stringContaining(message)]);
});

test("useContainerWidth is the former way to say how wide a link is", async () => {
  const page = await visit(() => {
    st.pageLink("https://example.org", { label: "wide", useContainerWidth: true });
    st.pageLink("https://example.org", { label: "narrow", useContainerWidth: false });
  });
  expect(page.all("pageLink").map(({ props }) => props.width)).toEqual(["stretch", "content"]);
});
