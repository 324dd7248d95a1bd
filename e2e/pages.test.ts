import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { address, shows, stage, until } from "./stage.ts";

const { open, openScript } = stage();

const menu = (page: Page, title: string) => page.getByTestId("stSidebarNavLink").filter({ hasText: title });

test("mpa-030 mpa-029 mpa-031 the example of pages: an unknown page, signing in, moving about, back and forward, signing out", async () => {
  const { page } = await openScript("examples/multipage/app.ts", { path: "planner" });
  await page.getByRole("dialog").getByText("Page not found").waitFor();
  await page.keyboard.press("Escape");
  await until(() => address(page), "/");
  await page.getByLabel("Your name").fill("Ada");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Sign in" }).click();
  await shows(page, "Trips with the Dinghy");
  expect(await page.getByTestId("stNavSectionHeader").allInnerTexts()).toEqual(["Trips", "Account"]);

  await page.getByRole("link", { name: "Plan a trip" }).click();
  await shows(page, "2 days out");
  await until(() => address(page), "/planner?days=2");
  await until(() => page.title(), "Planner · Boat club");
  await page.getByRole("slider").focus();
  await page.keyboard.press("ArrowRight");
  await shows(page, "3 days out");
  await until(() => address(page), "/planner?days=3");
  expect(await page.getByRole("slider").evaluate((slider) => slider === document.activeElement)).toBe(true);

  await page.getByRole("button", { name: "Back" }).click();
  await shows(page, "Trips with the Dinghy");
  await until(() => address(page), "/");
  await page.goBack();
  await shows(page, "3 days out");
  await page.goBack();
  await shows(page, "Trips with the Dinghy");
  await page.goForward();
  await shows(page, "3 days out");

  await menu(page, "Sign out").click();
  await page.getByTestId("stMain").getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Your name").waitFor();
  await until(() => page.getByTestId("stSidebarNavLink").count(), 0);
});

test("mpa-051 on another page only the embedding options are left in the address", async () => {
  const { page } = await open(
    {
      "app.ts": `
        const two = st.Page(function two() { st.text("Second"); });
        await st.navigation([st.Page(function one() { st.pageLink(two); }), two]).run();
      `,
    },
    { path: "?foo=bar&embed=true" },
  );
  await page.getByTestId("stMain").getByRole("link", { name: "two" }).click();
  await shows(page, "Second");
  expect(address(page)).toBe("/two?embed=true");
});

test("mpa-038 mpa-039 layout and title are of one page, and a page returned to has them again", async () => {
  const { page } = await open({
    "app.ts": `await st.navigation([st.Page(function wide() { st.setPageConfig({ pageTitle: "Wide one", layout: "wide" }); st.text("W"); }), st.Page(function plain() { st.text("P"); })]).run();`,
  });
  const width = async () => (await page.getByTestId("stMainBlockContainer").boundingBox())?.width ?? 0;
  await shows(page, "W");
  await until(() => page.title(), "Wide one");
  const wide = await width();
  await menu(page, "plain").click();
  await shows(page, "P");
  await until(() => page.title(), "plain");
  await until(async () => (await width()) < wide - 100, true);
  await menu(page, "wide").click();
  await shows(page, "W");
  await until(width, wide);
  await until(() => page.title(), "Wide one");
});

test("mpa-001 mpa-010 the folder pages/ makes a menu, whose pages open by click and address and forget their widgets", async () => {
  const { page } = await open({
    "app.ts": `st.text("Home");`,
    "pages/1_🎈_First.ts": `st.text("Is " + st.textInput("Own"));`,
    "pages/2_Second_page.ts": `st.text("Two");`,
  });
  await shows(page, "Home");
  expect((await page.getByTestId("stSidebarNavLink").allInnerTexts()).map((text) => text.replace(/^.*\n/, "").trim())).toEqual(["app", "First", "Second page"]);
  await menu(page, "First").click();
  await page.getByLabel("Own").fill("mine");
  await page.keyboard.press("Enter");
  await shows(page, "Is mine");
  await menu(page, "Second page").click();
  await shows(page, "Two");
  expect(address(page)).toBe("/Second_page");
  await menu(page, "First").click();
  await shows(page, "Is");
  await page.reload();
  await shows(page, "Is");
  expect(address(page)).toBe("/First");
});

test("mpa-027 with a hidden menu addresses, links and switches work", async () => {
  const { page } = await open(
    {
      "app.ts": `
        const pages = ["one", "two", "three"].map((name) => st.Page(() => { st.text("Page " + name); if (st.button("On")) st.switchPage(pages[2]); }, { title: name }));
        const page = st.navigation(pages, { position: "hidden" });
        for (const one of pages) st.pageLink(one);
        await page.run();
      `,
    },
    { path: "two" },
  );
  await shows(page, "Page two");
  expect(await page.getByTestId("stSidebarNav").count()).toBe(0);
  expect(await page.locator('[data-testid="stPageLink-NavLink"][aria-current="page"]').innerText()).toBe("two");
  await page.getByRole("link", { name: "one" }).click();
  await shows(page, "Page one");
  await page.getByRole("button", { name: "On" }).click();
  await shows(page, "Page three");
  await until(() => address(page), "/three");
});
