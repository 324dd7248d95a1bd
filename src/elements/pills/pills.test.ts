import { expect, test } from "vitest";
import { AppTest } from "../../hosts/test/index.ts";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

test("one pill is chosen, moved and taken back", async () => {
  const page = await visit(() => st.text(String(st.pills("P", ["a", "b"]))));
  expect(texts(page)).toEqual(["null"]);
  const [node] = page.all("pills");
  for (const [wire, value] of [
    [1, "b"],
    [0, "a"],
    [null, "null"],
  ]) {
    await page.set(node, wire);
    expect(texts(page)).toEqual([value]);
  }
});

test("several segments come back in the order of the options, each once", async () => {
  const page = await visit(() => st.text(st.segmentedControl("S", ["a", "b", "c"], { selectionMode: "multi", default: ["c", "a"] }).join()));
  expect(texts(page)).toEqual(["a,c"]);
  await page.set(page.all("segmentedControl")[0], [2, 1, 2]);
  expect(texts(page)).toEqual(["b,c"]);
  await page.set(page.all("segmentedControl")[0], []);
  expect(texts(page)).toEqual([""]);
});

test("a required choice cannot be taken back, also not by a forged message", async () => {
  const page = await visit(() => st.text(st.pills("P", ["a", "b"], { default: "b", required: true })));
  await page.set(page.all("pills")[0], null);
  expect(texts(page)).toEqual(["b"]);
  for (const hostile of [7, -1, "b", [0], { a: 1 }]) {
    await page.set(page.all("pills")[0], hostile);
    expect(texts(page)).toEqual(["b"]);
  }
});

test("objects keep their identity, and read as formatFunc says", async () => {
  const cats = [{ name: "Tom" }, { name: "Kit" }];
  const page = await visit(() => st.text(String(st.pills("Cat", cats, { default: cats[1], formatFunc: (cat) => `**${cat.name}**` }) === cats[1])));
  expect(page.all("pills")[0]?.props.options).toEqual(["**Tom**", "**Kit**"]);
  expect(texts(page)).toEqual(["true"]);
});

test("wrong modes, defaults and a required list are refused", async () => {
  expect(failure(await visit(() => void st.pills("P", ["a"], { selectionMode: "many" as never })))).toContain(
    'selectionMode must be "single" or "multi", not "many"',
  );
  expect(failure(await visit(() => void st.pills("P", ["a"], { default: "z" as never })))).toContain('the value "z" is not in the options');
  expect(failure(await visit(() => void st.pills("P", ["a", "b"], { default: ["a", "b"] as never })))).toContain("the default must be one option");
  expect(failure(await visit(() => void st.pills("P", ["a"], { selectionMode: "multi", required: true as never })))).toContain("required cannot be true");
});

test("session state sets pills, and the address carries them", async () => {
  const page = await visit(
    () => {
      st.sessionState.setDefault("one", "b");
      st.text(
        `${st.pills("One", ["a", "b"], { key: "one" })} ${st.pills("Many", [1, 2, 3], { selectionMode: "multi", key: "many", bind: "query-params" }).join()}`,
      );
    },
    { open: { query: "many=3&many=1" } },
  );
  expect(texts(page)).toEqual(["b 1,3"]);
});

test("a hidden group keeps its choice with persistState", async () => {
  const page = await visit(() => {
    const isShown = st.checkbox("show", true);
    if (isShown) st.text(String(st.pills("P", ["a", "b"], { key: "p", persistState: "session" })));
  });
  await page.set(page.all("pills")[0], 1);
  await page.set(page.all("checkbox")[0], false);
  await page.set(page.all("checkbox")[0], true);
  expect(texts(page)).toEqual(["b"]);
});

test("pills in a form are told with its submission, and in a fragment rerun it alone", async () => {
  const app = AppTest.fromFunction(() => {
    st.form("f", () => {
      st.text(`form ${st.pills("P", ["a", "b"], { key: "p" })}`);
      st.formSubmitButton("Send");
    });
    st.fragment(() => void st.text(`fragment ${st.segmentedControl("S", ["x", "y"], { key: "s" })}`))();
  });
  await app.run();
  app.pills("p").select("b");
  await app.run();
  expect(app.text[0]?.value).toBe("form null");
  app.formSubmitButton[0]?.click();
  await app.run();
  expect(app.text[0]?.value).toBe("form b");
  app.segmentedControl("s").select("y");
  await app.run();
  expect(app.text[1]?.value).toBe("fragment y");
  app.segmentedControl("s").unselect("y");
  await app.run();
  expect(app.text[1]?.value).toBe("fragment null");
});
