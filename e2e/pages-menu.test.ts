import { expect, test } from "vitest";
import { address, shows, stage, until } from "./stage.ts";

const { open, openScript } = stage();

const many = (count: number, options = "{}", more = 'st.sidebar.text("Beside");') => `
  const pages = Array.from({ length: ${count} }, (_, at) => st.Page(() => st.text("Page " + (at + 1)), { title: "Entry " + (at + 1) }));
  const page = st.navigation(pages, ${options});
  ${more}
  await page.run();
`;

test("mpa-047 a menu of 13 pages beside other things folds to 10, and the choice outlives a reload", async () => {
  const { page } = await open(many(13));
  const links = page.getByTestId("stSidebarNavLink");
  const view = page.getByTestId("stSidebarNavViewButton");
  await until(() => links.count(), 10);
  expect(await view.innerText()).toBe("View 3 more");
  await view.click();
  await until(() => links.count(), 13);
  expect(await view.innerText()).toBe("View less");
  await page.reload();
  await until(() => links.count(), 13);
  expect(await view.innerText()).toBe("View less");
});

test("mpa-048 ui-navigation-006 expanded, or alone in the sidebar, a menu shows all its entries; a number says how many", async () => {
  const first = await open(many(13, "{ expanded: true }"));
  await until(() => first.page.getByTestId("stSidebarNavLink").count(), 13);
  expect(await first.page.getByTestId("stSidebarNavViewButton").count()).toBe(0);
  const alone = await open(many(13, "{}", ""));
  await until(() => alone.page.getByTestId("stSidebarNavLink").count(), 13);
  expect(await alone.page.getByTestId("stSidebarNavViewButton").count()).toBe(0);
  const few = await open(many(6, "{ expanded: 3 }"));
  await until(() => few.page.getByTestId("stSidebarNavLink").count(), 3);
  expect(await few.page.getByTestId("stSidebarNavViewButton").innerText()).toBe("View 3 more");
  const hidden = await open(many(3, '{ position: "hidden" }'));
  await hidden.page.getByText("Beside").waitFor();
  expect(await hidden.page.getByTestId("stSidebarNav").count()).toBe(0);
});

test("ui-navigation-004 sections have small bold names, and their entries stand indented behind their icons", async () => {
  const { page } = await open(`
    const one = (title, icon) => st.Page(() => st.text(title), { title, icon });
    await st.navigation({ Trips: [one("Overview", ":material/sailing:"), one("Planner", "🧭")], "**Account**": [one("Profile", ":material/person:")] }).run();
  `);
  const heads = page.getByTestId("stNavSectionHeader");
  await heads.first().waitFor();
  expect(await heads.allInnerTexts()).toEqual(["Trips", "Account"]);
  const look = await heads.first().evaluate((head) => {
    const { fontSize, fontWeight } = getComputedStyle(head);
    return [fontSize, Number(fontWeight) >= 600];
  });
  expect(look).toEqual(["14px", true]);
  const left = async (selector: string) => (await page.locator(selector).first().boundingBox())?.x ?? 0;
  const link = page.getByTestId("stSidebarNavLink").first();
  const icon = (await link.getByTestId("stIconMaterial").boundingBox())?.x ?? 0;
  const title = (await link.getByText("Overview").boundingBox())?.x ?? 0;
  expect(icon).toBeGreaterThan(await left('[data-testid="stNavSectionHeader"]'));
  expect(title).toBeGreaterThan(icon);
});

test("titles of the menu stand under each other with any icon or none, page links stand under captions, and no two touch", async () => {
  const { page } = await open(`
    const one = (title, icon) => st.Page(() => st.text(title), { title, icon });
    const pages = [one("Sailing", ":material/sailing:"), one("Compass", "🧭"), one("Plain")];
    const page = st.navigation(pages);
    st.sidebar.caption("Caption");
    for (const gap of ["none", "xxsmall", "small", "large"]) st.sidebar.container({ gap }, () => pages.forEach((page) => st.pageLink(page, { icon: undefined })));
    await page.run();
  `);
  const lefts = (selector: string) => page.locator(selector).evaluateAll((places) => places.map((place) => place.getBoundingClientRect().x));
  const titles = '[data-testid="stSidebarNavLink"] > span:last-child';
  await until(async () => (await lefts(titles)).length, 3);
  await until(() => page.getByTestId("stPageLink-NavLink").count(), 12);
  expect(new Set(await lefts(titles)).size).toBe(1);
  const plain = page.getByTestId("stPageLink-NavLink").filter({ hasText: "Plain" }).locator("span").first();
  // The side bar may still be on its way into the page.
  await until(async () => {
    const [caption] = await lefts('[data-testid="stCaptionContainer"] p');
    return caption !== undefined && (await plain.boundingBox())?.x === caption;
  }, true);
  const boxes = await page.getByTestId("stPageLink-NavLink").evaluateAll((links) => links.map((link) => link.getBoundingClientRect().toJSON() as DOMRect));
  expect(boxes.length).toBe(12);
  for (const [at, { top }] of boxes.entries()) expect(top).toBeGreaterThanOrEqual(boxes[at - 1]?.bottom ?? 0);
});

test("ui-navigation-007 another page drops the query, but for the embedding options", async () => {
  const { page } = await open(many(2, "{}", ""), { path: "?foo=bar&embed=true&embed_options=show_toolbar" });
  await shows(page, "Page 1");
  await page.getByTestId("stSidebarNavLink").nth(1).click();
  await shows(page, "Page 2");
  await until(() => address(page), "/Entry_2?embed=true&embed_options=show_toolbar");
});

test("ctl-012 ui-navigation-009 a switch to a slow page shows its first elements at once, and nothing of the old page", async () => {
  const { page } = await open(`
    const slow = st.Page(async function slow() {
      st.text("Slow page begins");
      await new Promise((done) => setTimeout(done, 5000));
      st.text("Slow page ends");
    });
    const quick = st.Page(function quick() {
      for (let at = 0; at < 5; at += 1) st.text("Old " + at);
      if (st.button("Go")) st.switchPage(slow);
    });
    await st.navigation([quick, slow]).run();
  `);
  await shows(page, "Old 4");
  await page.getByRole("button", { name: "Go" }).click();
  await shows(page, "Slow page begins");
  await until(() => page.getByTestId("stMain").getByText(/^Old/).count(), 0);
  expect(await page.getByText("Slow page ends").count()).toBe(0);
  await until(() => address(page), "/slow");
});

test("frag-033 leaving a page ends the timers of its fragments", async () => {
  const { page } = await open(`
    const s = st.sessionState.init({ ticks: 0 });
    const tick = st.fragment(() => { s.ticks += 1; st.text("tick " + s.ticks); }, { runEvery: 0.2 });
    const clock = st.Page(function clock() { tick(); });
    const still = st.Page(function still() { st.text("ticks " + s.ticks); st.button("Look"); });
    await st.navigation([clock, still]).run();
  `);
  await page
    .getByTestId("stMain")
    .getByText(/^tick ([3-9]|\d\d)/)
    .waitFor();
  await page.getByTestId("stSidebarNavLink").nth(1).click();
  const shown = page.getByTestId("stMain").getByText(/^ticks \d+$/);
  await shown.waitFor();
  await page.getByRole("button", { name: "Look" }).click();
  await until(() => page.getByTestId("stApp").getAttribute("data-test-script-state"), "notRunning");
  const before = await shown.innerText();
  // Five times as long as the timer's step: a timer still at work would have ticked.
  await page.waitForTimeout(1000);
  await page.getByRole("button", { name: "Look" }).click();
  await until(() => page.getByTestId("stApp").getAttribute("data-test-script-state"), "notRunning");
  expect(await shown.innerText()).toBe(before);
});

test("ui-navigation-010 at the top entries run across the header, sections open as lists, what has no room collapses, and phones get the sidebar", async () => {
  const { page, violations } = await open(
    `
    const one = (title, at) => st.Page(() => { st.title(title); st.text("This is " + title); }, { title, icon: ":material/sailing:" });
    const names = ["Overview", "Sailing plans", "Members of the club", "Harbours", "Weather", "Boats and gear", "Races of the year"];
    await st.navigation({ "": names.map(one), Account: [one("Profile"), one("Sign out")] }, { position: "top" }).run();
  `,
    { viewport: { width: 1000, height: 800 } },
  );
  const bar = page.getByTestId("stTopNav");
  await bar.getByRole("link", { name: "Overview" }).waitFor();
  const texts = () => bar.locator(":scope > ul > li").evaluateAll((items) => items.map((item) => item.textContent?.replace("sailing", "")));
  await until(async () => /^\d more$/.test((await texts()).at(-1) ?? ""), true);
  expect(await bar.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  await bar.getByRole("button", { name: / more$/ }).click();
  await page.getByRole("link", { name: "Sign out" }).click();
  await shows(page, "This is Sign out");
  await page.setViewportSize({ width: 1900, height: 800 });
  await until(async () => (await texts()).at(-1), "Account");
  await bar.getByRole("button", { name: "Account" }).click();
  expect(await violations()).toEqual([]);
  await page.getByRole("link", { name: "Profile" }).click();
  await shows(page, "This is Profile");
  await page.setViewportSize({ width: 400, height: 800 });
  await page.getByTestId("stExpandSidebarButton").click();
  await until(() => page.getByTestId("stSidebarNavLink").count(), 9);
  expect(await bar.count()).toBe(0);
});

test("ui-logo-002 logos are 20, 24 and 32 pixels high, and wide ones leave room to close the sidebar", async () => {
  const { page } = await open(`
    const size = st.sidebar.radio("Size", ["small", "medium", "large"]);
    const wide = st.sidebar.checkbox("Wide");
    st.logo(\`<svg xmlns="http://www.w3.org/2000/svg" width="\${wide ? 4000 : 100}" height="40"><rect width="100%" height="40" fill="teal"/></svg>\`, { size });
    st.text("Here");
  `);
  const image = page.getByTestId("stSidebar").getByTestId("stLogo");
  for (const [name, height] of [
    ["small", 20],
    ["medium", 24],
    ["large", 32],
  ] as const) {
    await page.getByText(name, { exact: true }).click();
    await until(async () => (await image.boundingBox())?.height, height);
  }
  await page.getByText("Wide").click();
  const sidebar = (await page.getByTestId("stSidebar").boundingBox())!;
  await until(async () => ((await image.boundingBox())?.width ?? 0) > 200, true);
  const button = (await page.getByTestId("stSidebarCollapseButton").boundingBox())!;
  expect(button.x + button.width).toBeLessThanOrEqual(sidebar.x + sidebar.width);
  const logo = (await image.boundingBox())!;
  expect(logo.x + logo.width).toBeLessThanOrEqual(button.x);
});

test("ui-logo-003 without a sidebar the logo stands at the top left, and with a link it opens that", async () => {
  const { page } = await open(`st.logo("🌱", { link: "https://example.org/" }); st.text("Here");`);
  const link = page.getByTestId("stHeader").getByTestId("stLogoLink");
  await link.waitFor();
  expect(await link.getAttribute("href")).toBe("https://example.org/");
  const box = (await link.boundingBox())!;
  expect(box.x).toBeLessThan(40);
  expect(box.y).toBeLessThan(40);
});

test("the example of a logo shows the small one while the sidebar is closed", async () => {
  const { page } = await openScript("examples/logo.ts");
  await page.getByTestId("stSidebar").getByTestId("stLogo").waitFor();
  expect(await page.getByTestId("stHeader").getByTestId("stLogo").count()).toBe(0);
  await page.getByTestId("stSidebarCollapseButton").click();
  const image = page.getByTestId("stHeader").getByTestId("stLogo");
  await image.waitFor();
  await until(async () => (await image.boundingBox())?.width, 24);
});
