import { AppTest } from "rivulet/testing";
import { describe, expect, test } from "vitest";
import { elements } from "../../src/elements/index.ts";
import { topics } from "./catalogue.ts";
import { type Play } from "./play.ts";
import { plays } from "./plays/index.ts";
import { commands } from "./reference.ts";

const gallery = () => AppTest.fromFile(new URL("app.ts", import.meta.url), { defaultTimeout: 20 });
const names = topics.map(({ name }) => name);

test("every element, and every other command, has a page in the gallery", () => {
  const missing = [...Object.keys(elements), ...Object.keys(commands)].filter((name) => !names.includes(name));
  expect(missing, "add them to SECTIONS in examples/gallery/catalogue.ts").toEqual([]);
});

test("every element shows itself: by options to play with, or by an example that runs", () => {
  const bare = Object.keys(elements).filter((name) => !(name in plays) && !topics.some((topic) => topic.name === name && topic.example !== undefined));
  expect(bare, "write examples/<name>.ts, or a play in examples/gallery/plays").toEqual([]);
});

test("every command says what it does, and every argument of an element is explained", () => {
  const silent = Object.values(commands).filter(({ about }) => about === "");
  expect(silent.map(({ path }) => path)).toEqual([]);
  const unexplained = Object.keys(elements).flatMap((name) =>
    (commands[name]?.params ?? []).filter(({ about }) => about === "").map((param) => `${name}.${param.name}`),
  );
  expect(unexplained).toEqual([]);
});

const known = (play: Play, name: string) => commands[play.command]?.options.some((option) => option.name === name);

test("every option whose type names its values is played with, and can be turned to each", () => {
  const { type, iconPosition, disabled, help } = plays.downloadButton?.options ?? {};
  expect(type?.values).toEqual(["primary", "secondary", "tertiary"]);
  expect(iconPosition?.values).toEqual(["left", "right"]);
  expect([disabled?.size, help?.draw]).toEqual(["small", expect.any(Function)]);
  // A list of its own is filled up.
  expect(plays.metric?.options?.deltaColor?.values).toContain("inverse");
  expect(plays.vegaLiteChart?.options?.height?.values).toContain("stretch");
});

test.each(Object.entries(plays))("what %s is played with are its own arguments and options", (name, play) => {
  expect(play.command).toBe(name);
  const { params = [] } = commands[name] ?? {};
  if (params.at(-1)?.name !== "values")
    expect(Object.keys(play.args ?? {})).toEqual(params.slice(0, Object.keys(play.args ?? {}).length).map((one) => one.name));
  expect(Object.keys(play.options ?? {}).filter((option) => !known(play, option))).toEqual([]);
});

describe("in the app", () => {
  test("the first page leads to all pages, and each page runs without an error", { timeout: 240_000 }, async () => {
    const at = await gallery().run();
    expect(at.exception.values).toEqual([]);
    const linked = at.main.get("pageLink").map(({ label }) => label ?? "");
    expect(names.filter((name) => !linked.some((label) => label.startsWith(`**${commands[name]?.path}**`)))).toEqual([]);
    for (const { name, example } of topics) {
      await at.switchPage(name === "Page" ? "page" : name).run();
      expect(at.title[0]?.value).toBe(commands[name]?.path);
      // These two are about errors.
      if (example !== "exception.ts" && example !== "write.ts") expect(at.exception.values, name).toEqual([]);
    }
  });

  test("the code follows the options", async () => {
    const at = await (await gallery().run()).switchPage("slider").run();
    const code = () => String(at.code[0]?.value);
    expect(code()).toContain('const price = st.slider("Price", 0, 100, 25);');
    await at.numberInput("slider-maxValue").setValue(50).run();
    await at.checkbox("slider-disabled").check().run();
    await at.textInput("slider-help").input("In euro").run();
    expect(code()).toContain('const price = st.slider("Price", 0, 50, 25, { help: "In euro", disabled: true });');
    expect(at.slider("playground")).toMatchObject({ disabled: true, max: 50 });
  });

  test("what is wrong shows its error in place of the element, and the page goes on", async () => {
    const at = await (await gallery().run()).switchPage("slider").run();
    await at.numberInput("slider-maxValue").setValue(-5).run();
    expect(String(at.getByKey("preview").exception.only.value)).toContain("st.slider");
    expect(at.header.values).toContain("Reference");
  });

  test("the search finds commands by their names here and in Streamlit, and guides by their words", async () => {
    const at = await gallery().run();
    const found = async (words: string) => {
      await at.textInput("search").input(words).run();
      return at.sidebar.get("pageLink").map((link) => link.label);
    };
    expect((await found("text_input"))[1]).toBe("st.textInput");
    expect((await found("selectbox"))[1]).toBe("st.selectbox");
    expect(await found("AppTest")).toContain("Testing an app");
    expect(await found("zzz")).toHaveLength(1);
    expect(at.sidebar.caption.values.join()).toContain("zzz");
  });

  test("every option can be turned to every one of its values", { timeout: 240_000 }, async () => {
    const at = await gallery().run();
    for (const name of Object.keys(plays).filter((name) => name !== "exception")) {
      await at.switchPage(name).run();
      const knobs = at.getByKey("knobs");
      for (const one of knobs.checkbox) {
        const before = one.value === true;
        await one.setValue(!before).run();
        expect(at.getByKey("preview").exception.values, `${name} ${one.label}`).toEqual([]);
        await one.setValue(before).run();
      }
      for (const one of knobs.selectbox) {
        for (const option of one.options as readonly string[]) {
          await one.select(option).run();
          const broken = at.getByKey("preview").exception.values;
          expect(broken, `${name} ${one.label} ${option}`).toEqual([]);
        }
      }
    }
  });
});
