import { expect, test } from "vitest";

import st from "../../index.ts";
import { AppTest } from "./index.ts";

test("at-025 submit buttons are buttons, too, in the order of the page", async () => {
  const at = await AppTest.fromFunction(() => {
    st.button("Before");
    st.form("f", () => {
      const name = st.textInput("Name");
      if (st.formSubmitButton("Submit")) st.text(`sent ${name}`);
    });
    st.button("After");
  }).run();
  expect(at.button.map(({ label }) => label)).toEqual(["Before", "Submit", "After"]);
  expect(at.formSubmitButton.only.label).toBe("Submit");
  at.textInput.only.input("Ada");
  await at.button.byLabel("Submit").click().run();
  expect(at.text.only.value).toBe("sent Ada");
});

test("kinds that no command draws are refused with the nearest", async () => {
  const at = await AppTest.fromFunction(() => void st.slider("A", 0, 1)).run();
  expect(() => at.get("slidr")).toThrow('get: no command draws "slidr". Did you mean "slider"?');
  expect([at.get("slider").length, at.get("columns").length, at.get("dataframe").length]).toEqual([1, 0, 0]);
});

test("a dialog is dismissed as by a person, unless only the script closes it", async () => {
  let dismissed = 0;
  const ask = st.dialog("Sure?", { onDismiss: () => void (dismissed += 1) }, () => st.text("inside"));
  const force = st.dialog("Must", { dismissible: false, onDismiss: "rerun" }, () => st.text("must"));
  const at = await AppTest.fromFunction(() => {
    if (st.button("Ask")) ask();
    if (st.button("Force")) force();
  }).run();
  await at.button.byLabel("Ask").click().run();
  expect(at.event.text.only.value).toBe("inside");
  await at.dialog.only.dismiss().run();
  expect([at.dialog.length, dismissed]).toEqual([0, 1]);
  await at.button.byLabel("Force").click().run();
  expect(() => at.dialog.only.dismiss()).toThrow(/only the script closes/);
});

test("what the script does not hear of is refused with the option that makes it heard", async () => {
  const force = st.dialog("Must", { dismissible: false }, () => st.text("must"));
  const plain = st.dialog("Plain", () => st.text("plain"));
  const at = await AppTest.fromFunction(() => {
    st.linkButton("Docs", "https://example.org");
    if (st.checkbox("Force")) force();
    else plain();
  }).run();
  expect(() => at.dialog.only.dismiss()).toThrow("the script does not hear of it. Give the command what should happen: onDismiss, onClick");
  expect(() => at.linkButton.only.click()).toThrow("the script does not hear of it");
  await at.checkbox.only.check().run();
  expect(() => at.dialog.only.dismiss()).toThrow("only the script closes a dialog with dismissible: false");
});

test("what the page was told of an element is there under its name, also the page of a link", async () => {
  const at = await AppTest.fromFunction(() => {
    const reports = st.Page(function reports() {});
    const page = st.navigation([st.Page(function home() {}), reports]);
    st.pageLink(reports, { queryParams: { year: 2024 } });
    return page.run();
  }).run();
  expect([at.pageLink.only.page, at.pageLink.only.query]).toEqual(["reports", "year=2024"]);
});

test("options have their defaults, except those that the test sets", async () => {
  const script = () => {
    st.text(`${st.getOption("server.port")} ${st.getOption("runner.magicEnabled")}`);
    st.setOption("client.toolbarMode", "minimal");
    st.text(String(st.getOption("client.toolbarMode")));
  };
  const at = await AppTest.fromFunction(script, { config: { "server.port": 9000 } }).run();
  expect(at.text.values).toEqual(["9000 true", "minimal"]);
});

test("pages of the menu and what the page says of itself are there", async () => {
  const at = AppTest.fromFunction(() => {
    st.setPageConfig({ pageTitle: "Shop", layout: "wide" });
    const home = () => void st.text("home");
    const sales = () => void st.text("sales");
    return st.navigation({ Main: [st.Page(home, { title: "Home", default: true })], More: [st.Page(sales, { title: "Sales", urlPath: "sales" })] }).run();
  });
  await at.run();
  expect(at.pages).toMatchObject([
    { title: "Home", path: "", section: "Main", isCurrent: true },
    { title: "Sales", path: "sales", section: "More", isCurrent: false },
  ]);
  expect(at.pageConfig).toMatchObject({ title: "Shop", layout: "wide" });
  await at.switchPage("sales").run();
  expect([at.text.only.value, at.pages[1]?.isCurrent]).toEqual(["sales", true]);
});
