import { expect, test } from "vitest";
import { shows, stage, until } from "./stage.ts";

const { open } = stage();

test("footnotes are numbered in the text, stand below it, and lead there and back", async () => {
  const { page, violations } = await open(`
    st.title("Notes");
    st.markdown("First[^b] and second[^a], again[^b], and [^none].\\n\\n[^a]: About *a*.\\n[^b]: About b.");
    for (let at = 0; at < 60; at += 1) st.text("Line " + at);
  `);
  const text = page.getByTestId("stMarkdown").first();
  await text.getByText("About b.").waitFor();
  expect(await text.locator("sup").allInnerTexts()).toEqual(["1", "2", "1"]);
  expect(await text.locator("section li").allInnerTexts()).toEqual([expect.stringContaining("About b."), expect.stringContaining("About a.")]);
  expect(await text.locator("p").first().innerText()).toContain("[^none]");
  await text.locator("sup a").nth(1).click();
  await until(
    () =>
      text
        .locator("section li:target")
        .innerText()
        .then((it) => it.startsWith("About a.")),
    true,
  );
  await text.locator("section li").nth(1).getByRole("link", { name: "Back to the text" }).click();
  await until(() => page.evaluate(() => document.querySelector("sup :target")?.textContent), "2");
  expect(await violations()).toEqual([]);
});

test("ui-html-001 ui-html-002 HTML stands in the page itself with its styles, and its scripts never run", async () => {
  const { page } = await open(`
    st.html(\`
      <div id="own" style="color: rgb(1, 2, 3)" onclick="document.title = 'clicked'">Before
        <script>document.title = "ran";</script>
        <img src="x" onerror="document.title = 'failed'">
        <b>After</b>
      </div>\`);
    st.text("end");
  `);
  const own = page.locator("#own");
  await own.waitFor();
  expect(await own.evaluate((element) => [getComputedStyle(element).color, element.ownerDocument === document])).toEqual(["rgb(1, 2, 3)", true]);
  await own.getByText("After").click();
  expect(await page.locator("#own script").count()).toBe(0);
  expect(await page.title()).not.toMatch(/ran|clicked|failed/);
});

test("scripts of HTML run where the author asked for it, in their order, and once for the same HTML", async () => {
  const { page, troubles } = await open(
    `
    const s = st.sessionState.init({ text: "one" });
    st.html(\`
      <p id="said">\${s.text}</p>
      <script>globalThis.count = (globalThis.count ?? 0) + 1; const said = document.getElementById("said"); said.textContent += " ran " + ("<b>".length);</script>
      <script type="module">document.getElementById("said").textContent += " " + globalThis.count;</script>\`, { unsafeAllowJavascript: true });
    st.button("Again");
    st.button("Other", { onClick: () => { s.text = "two"; } });
    st.text("end");
  `,
    { bypassCSP: false },
  );
  const said = page.locator("#said");
  await until(() => said.textContent(), "one ran 3 1");
  await page.getByRole("button", { name: "Again" }).click();
  await until(() => page.getByTestId("stStatusWidget").count(), 0);
  await until(() => said.textContent(), "one ran 3 1");
  await page.getByRole("button", { name: "Other" }).click();
  await until(() => said.textContent(), "two ran 3 2");
  expect(troubles).toEqual([]);
});

test("ui-help-001 help of a function is a card with its name, type and signature on a tinted head, and its members below", async () => {
  const { page } = await open(`
    /** Adds two numbers. */
    function add(a: number, b = 1) { return a + b; }
    st.help(add);
    st.help({ name: "Ada", born: 1815 });
  `);
  const card = page.getByTestId("stHelp").first();
  await card.getByText("add", { exact: true }).waitFor();
  await card.getByText("function", { exact: true }).waitFor();
  expect(await card.innerText()).toContain("(a, b = 1)");
  const look = await card.evaluate((element) => {
    const head = element.firstElementChild as HTMLElement;
    return [getComputedStyle(element).borderTopWidth, getComputedStyle(head).backgroundColor !== getComputedStyle(element).backgroundColor];
  });
  expect(look).toEqual(["1px", true]);
  expect(await page.getByTestId("stHelp").nth(1).getByRole("row").allInnerTexts()).toEqual(
    [expect.stringContaining("born"), expect.stringContaining("name")].reverse(),
  );
});

test("ui-metric-009 a metric with a border stands in a rounded box", async () => {
  const { page } = await open(`st.metric("Plain", 1); st.metric("Boxed", 2, { border: true });`);
  await page.getByText("Boxed").waitFor();
  const look = (at: number) =>
    page
      .getByTestId("stMetric")
      .nth(at)
      .evaluate((metric) => {
        const { borderTopWidth, borderRadius, paddingTop } = getComputedStyle(metric);
        return [borderTopWidth, Number.parseFloat(borderRadius) > 0, Number.parseFloat(paddingTop) > 10];
      });
  expect(await look(1)).toEqual(["1px", true, true]);
  expect((await look(0))[0]).toBe("0px");
});

test.each(["light", "dark"] as const)("ui-caption-002 a caption in the sidebar is readable grey in the %s theme", async (colorScheme) => {
  const { page, violations } = await open(`st.title("Page"); st.sidebar.caption("Small print"); st.sidebar.text("Text");`, { colorScheme });
  const caption = page.getByTestId("stSidebar").getByText("Small print");
  await caption.waitFor();
  const color = (text: string) =>
    page
      .getByTestId("stSidebar")
      .getByText(text)
      .evaluate((element) => getComputedStyle(element).color);
  expect(await color("Small print")).not.toBe(await color("Text"));
  // Contrast is among what is looked for.
  expect(await violations()).toEqual([]);
});

test("ui-write-004 an error that is written is a box, and the script goes on", async () => {
  const { page } = await open(`st.write("Before", new RangeError("too far")); st.text("after");`);
  await page.getByTestId("stExceptionMessage").getByText("too far").waitFor();
  await page.getByTestId("stException").getByText("RangeError").first().waitFor();
  await shows(page, "after");
});
