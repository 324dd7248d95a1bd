import { expect, test } from "vitest";
import { address, shows, stage, until } from "./stage.ts";

const { open } = stage();

const SHOP = {
  "app.ts": `
    import { order } from "./shop.ts";
    const home = st.Page(function home() {
      st.text("Shop");
      st.pageLink(order, { label: "Order 50/50", params: { id: "50/50" } });
      if (st.button("Last order")) st.switchPage(order, { params: { id: 99 }, queryParams: { tab: "lines" } });
    }, { title: "Shop" });
    const orders = st.Page(function orders() { st.text("All orders"); }, { title: "Orders", urlPath: "orders" });
    const manual = st.Page("https://example.org/manual", { title: "Manual", icon: ":material/book:", help: "How it works" });
    const page = st.navigation({ Shop: [home, orders, order], More: [manual] });
    await page.run();
  `,
  "shop.ts": `export const order = st.Page("order.ts", { urlPath: "orders/:id", title: "Order" });`,
  "order.ts": `
    import { order } from "./shop.ts";
    st.title("An order");
    st.text("Order " + order.params.id + " " + (st.queryParams.tab ?? "all"));
    st.text(new URL(st.context.url ?? "").pathname);
  `,
};

test("ui-navigation-002 pages at nested addresses open by link, switch, back, forward, reload and their address", async () => {
  const { page, app } = await open(SHOP);
  await shows(page, "Shop");
  await page.getByRole("button", { name: "Last order" }).click();
  await shows(page, "Order 99 lines");
  await until(() => address(page), "/orders/99?tab=lines");
  await until(() => page.title(), "Order");
  await page.goBack();
  await shows(page, "Shop");
  await page.getByTestId("stMain").getByRole("link", { name: "Order 50/50" }).click();
  await shows(page, "Order 50/50 all");
  await shows(page, "/orders/50%2F50");
  await until(() => address(page), "/orders/50%2F50");
  await page.goBack();
  await shows(page, "Shop");
  await until(() => address(page), "/");
  await page.goForward();
  await shows(page, "Order 50/50 all");
  await page.reload();
  await shows(page, "Order 50/50 all");
  await page.goto(`${app.url}orders/7?tab=notes`);
  await shows(page, "Order 7 notes");
});

test("ui-navigation-003 an address that fits no page is not found, and the default page runs", async () => {
  const { page } = await open(SHOP, { path: "orders/7/lines" });
  await page.getByRole("dialog").getByText("Page not found").waitFor();
  await page.getByText("orders/7/lines").waitFor();
  await shows(page, "Shop");
  await until(() => address(page), "/");
});

test("the menu marks the page that a nested one belongs to, and an address elsewhere opens in a tab of its own", async () => {
  const { page, violations } = await open(SHOP, { path: "orders/7" });
  await shows(page, "Order 7 all");
  const menu = page.getByTestId("stSidebarNav");
  expect(await menu.getByRole("link").allInnerTexts()).toEqual(["Shop", "Orders", expect.stringContaining("Manual")]);
  expect(await menu.locator("[aria-current]").evaluateAll((links) => links.map((link) => [link.textContent, link.ariaCurrent]))).toEqual([["Orders", "true"]]);
  const manual = menu.getByRole("link", { name: "Manual" });
  expect(await manual.getAttribute("href")).toBe("https://example.org/manual");
  expect(await manual.getAttribute("target")).toBe("_blank");
  await manual.hover();
  await page.getByRole("tooltip").getByText("How it works").waitFor();
  expect(await violations()).toEqual([]);
});

test("ui-query_params-001 what the script sets stands in the address without a reload, repeated keys repeated, and such an address gives the values", async () => {
  const { page, app } = await open(
    `
      st.text("tags " + st.queryParams.getAll("tag").join("+") + " of " + (st.queryParams.page ?? "none"));
      if (st.button("Set")) { st.queryParams.tag = ["a b", "c&d"]; st.queryParams.page = 2; }
      if (st.button("Drop")) delete st.queryParams.page;
      if (st.button("Clear")) st.queryParams.clear();
    `,
    { path: "?embed_options=light_theme" },
  );
  await shows(page, "tags of none");
  await page.evaluate(() => Object.assign(window, { same: true }));
  await page.getByRole("button", { name: "Set" }).click();
  await until(() => address(page), "/?tag=a+b&tag=c%26d&page=2&embed_options=light_theme");
  await page.getByRole("button", { name: "Drop" }).click();
  await until(() => address(page), "/?tag=a+b&tag=c%26d&embed_options=light_theme");
  await page.getByRole("button", { name: "Clear" }).click();
  await until(() => address(page), "/?embed_options=light_theme");
  expect(await page.evaluate(() => "same" in window)).toBe(true);
  await page.goto(`${app.url}?tag=x&tag=y%20z&page=3`);
  await shows(page, "tags x+y z of 3");
});
