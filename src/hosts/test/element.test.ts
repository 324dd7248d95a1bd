import { describe, expect, test } from "vitest";
import st, { Temporal } from "../../index.ts";
import { AppTest, AppTestError } from "./index.ts";
import { pageKinds } from "./test-kinds.ts";

describe("finding elements", () => {
  test("every kind of element has a list, on the page and in its parts", () => {
    const at = AppTest.fromFunction(() => {});
    for (const kind of pageKinds.keys()) {
      for (const part of [at, at.main, at.sidebar, at.event]) {
        const list = part.get(kind);
        expect((part as unknown as Record<string, { length: number }>)[kind]?.length).toBe(0);
        expect(list.length).toBe(0);
      }
    }
  });

  test("at-003 elements are found by key, and an unknown key names the keys there are", async () => {
    const at = await AppTest.fromFunction(() => {
      st.button("Next", { key: "submit" });
      st.button("Back", { key: "cancel" });
    }).run();
    expect(at.button("submit").label).toBe("Next");
    expect(at.button("cancel").label).toBe("Back");
    expect(() => at.button("send")).toThrow('There is no button with the key "send". Keys there are: "submit", "cancel".');
    expect(at.getByKey("cancel")).toBe(at.button[1]);
    expect(() => at.getByKey("send")).toThrow(AppTestError);
    expect(() => at.slider("send")).toThrow("There is no slider at all: The page holds button × 2.");
  });

  test("only gives the one element, and names what is there otherwise", async () => {
    const at = await AppTest.fromFunction(() => {
      st.textInput("First");
      st.textInput("Last", { key: "last" });
      st.button("Go");
    }).run();
    expect(at.button.only.label).toBe("Go");
    expect(() => at.textInput.only).toThrow(
      'There are 2 of textInput, where exactly one is expected: \n  textInput "First" value=""\n  textInput "Last" key="last" value=""',
    );
    expect(() => at.slider.only).toThrow("There is no slider, where exactly one is expected: The page holds textInput × 2, button.");
    expect(at.textInput.byLabel("Last").key).toBe("last");
    expect(() => at.textInput.byLabel("Middle")).toThrow('Labels there are: "First", "Last".');
  });

  test("a list is like an array", async () => {
    const at = await AppTest.fromFunction(() => {
      for (const text of ["a", "b", "c"]) st.text(text);
    }).run();
    expect(at.text.length).toBe(3);
    expect(at.text.values).toEqual(["a", "b", "c"]);
    expect([...at.text].map((one) => one.value)).toEqual(["a", "b", "c"]);
    expect(at.text.at(-1)?.value).toBe("c");
    expect(at.text[1]?.value).toBe("b");
    expect(at.text[9]).toBeUndefined();
    expect(at.text.filter((one) => one.value > "a").length).toBe(2);
    expect(at.text.slice(1).length).toBe(2);
  });

  test("at-017 the sidebar offers the same look-ups, limited to what it holds", async () => {
    const at = await AppTest.fromFunction(() => {
      st.button("Main");
      st.sidebar.button("Side");
    }).run();
    expect(at.button.map((one) => one.label)).toEqual(["Main", "Side"]);
    expect(at.sidebar.button.only.label).toBe("Side");
    expect(at.main.button.only.label).toBe("Main");
  });
});

describe("what is on the page", () => {
  test("at-002 elements come in the order of the page, not of their calls", async () => {
    const at = await AppTest.fromFunction(() => {
      const [first, second] = [st.container(), st.container()];
      second.button("A");
      first.button("B");
    }).run();
    expect(at.button.map((one) => one.label)).toEqual(["B", "A"]);
  });

  test("at-016 what elements show is their value", async () => {
    const at = await AppTest.fromFunction(() => {
      st.title("Title");
      st.header("Header");
      st.subheader("Subheader");
      st.markdown("*Words*");
      st.caption("Small");
      st.code("let a = 1;", { language: "typescript" });
      st.latex("x^2");
      st.divider();
      st.divider();
      st.metric("Stat", 9500, 1000);
      st.json({ a: [1] });
      st.table([{ name: "Ada", born: 1815 }]);
      st.dataframe({ name: ["Ada", "Alan"], born: [1815, 1912] });
    }).run();
    const { title, header, subheader, markdown, caption, code, latex, divider, metric, json, table, dataframe } = at;
    expect([title, header, subheader, markdown, caption, code, latex].map((list) => list.only.value)).toEqual([
      "Title",
      "Header",
      "Subheader",
      "*Words*",
      "Small",
      "let a = 1;",
      "x^2",
    ]);
    expect(code.only.language).toBe("typescript");
    expect(divider.length).toBe(2);
    expect([metric.only.label, metric.only.value, metric.only.delta]).toEqual(["Stat", "9500", "1000"]);
    expect(JSON.parse(json.only.value)).toEqual({ a: [1] });
    expect(table.only.value).toEqual([{ name: "Ada", born: 1815 }]);
    expect(dataframe.only.value).toEqual([
      { name: "Ada", born: 1815 },
      { name: "Alan", born: 1912 },
    ]);
  });

  test("at-017 columns, tabs and expanders are containers with the same look-ups", async () => {
    const at = await AppTest.fromFunction(() => {
      const [left, right] = st.columns(2);
      left.text("left");
      right.with(() => st.text("right"));
      const [cat, dog] = st.tabs(["Cat", "Dog"]);
      cat.header("A cat");
      dog.header("A dog");
      st.expander("More", () => st.button("Inside", { key: "inside" }));
    }).run();
    expect(at.columns.length).toBe(2);
    expect(at.columns.map((column) => column.text.only.value)).toEqual(["left", "right"]);
    expect(at.tabs.map((tab) => [tab.label, tab.header.only.value])).toEqual([
      ["Cat", "A cat"],
      ["Dog", "A dog"],
    ]);
    expect(at.expander.only.label).toBe("More");
    expect(at.expander.only.button("inside").label).toBe("Inside");
    expect(at.expander.only.text.length).toBe(0);
    expect(at.expander.only.children[0]).toBe(at.getByKey("inside"));
    expect(() => at.columns[0]?.button("inside")).toThrow("There is no button at all: column holds text.");
  });

  test("at-018 messages have a value and an icon", async () => {
    const at = await AppTest.fromFunction(() => {
      st.success("s", { icon: "✅" });
      st.info("i");
      st.warning("w", { icon: "⚠️" });
      st.error("e");
      st.toast("t", { icon: "🍞" });
    }).run();
    expect([at.success, at.info, at.warning, at.error, at.toast].map((list) => [list.only.value, list.only.icon])).toEqual([
      ["s", "✅"],
      ["i", undefined],
      ["w", "⚠️"],
      ["e", undefined],
      ["t", "🍞"],
    ]);
  });
});

describe("what a person does", () => {
  test("at-001 beans are counted: a number is set, a button clicked", async () => {
    const at = await AppTest.fromFunction(() => {
      const s = st.sessionState.init({ beans: 0 });
      st.title("🫘 Bean counter");
      const more = st.numberInput("Beans to add", 0, 10, { step: 1 });
      if (st.button("Add")) s.beans += more;
      st.markdown(`Beans counted: ${s.beans}`);
    }).run();
    await at.numberInput[0]?.increment().run();
    await at.button[0]?.click().run();
    expect(at.markdown[0]?.value).toBe("Beans counted: 1");
  });

  test("at-009 a value that was set shows in the test, but reaches the app with the next run", async () => {
    let runs = 0;
    const at = await AppTest.fromFunction(() => {
      runs += 1;
      st.text(st.textInput("Name"));
    }).run();
    at.textInput.only.input("Ada");
    expect(at.textInput.only.value).toBe("Ada");
    expect(at.text.only.value).toBe("");
    expect(runs).toBe(1);
    await at.run();
    expect(at.text.only.value).toBe("Ada");
    expect(at.textInput.only.value).toBe("Ada");
    expect(runs).toBe(2);
  });

  test("at-021 verbs return the element and run the app, so that all of it can be chained", async () => {
    const at = await AppTest.fromFunction(() => {
      st.text(String(st.button("Go", { key: "go" })));
    }).run();
    expect(at.button("go").click().value).toBe(true);
    expect((await at.button("go").run()).text.only.value).toBe("true");
    await at.run();
    expect(at.text.only.value).toBe("false");
  });

  test("everything set between two runs is one request", async () => {
    const seen: string[] = [];
    const at = await AppTest.fromFunction(() => {
      const name = st.textInput("Name", { onChange: (value) => void seen.push(`name ${value}`) });
      if (st.button("Save")) seen.push(`save ${name}`);
      seen.push("run");
    }).run();
    at.textInput.only.input("Ada");
    at.button.only.click();
    await at.run();
    expect(seen).toEqual(["run", "name Ada", "save Ada", "run"]);
  });

  test("at-012 options are selected and unselected by name", async () => {
    const at = await AppTest.fromFunction(() => {
      st.multiselect("Pick", ["foo", "bar", "baz"], ["foo", "bar"]);
    }).run();
    const pick = at.multiselect.only;
    expect(pick.value).toEqual(["foo", "bar"]);
    await pick.select("baz").unselect("foo").run();
    expect(pick.value).toEqual(["bar", "baz"]);
    expect(pick.indices).toEqual([1, 2]);
  });

  test("at-013 radio and selectbox take an option, and refuse what is none", async () => {
    const at = await AppTest.fromFunction(() => {
      st.radio("R", ["Foo", "Bar"], 1);
      st.selectbox("S", ["Foo", "Bar"], 1);
    }).run();
    const choices = [at.radio.only, at.selectbox.only];
    for (const one of choices) {
      expect(one.value).toBe("Bar");
      await one.setValue("Foo").run();
      expect(one.value).toBe("Foo");
      expect(one.index).toBe(0);
      expect(() => one.setValue("Qux")).toThrow(/cannot do that: .*"Qux" is not in the options/);
    }
    expect(() => at.selectbox.only.select("Qux")).toThrow(/Qux/);
  });

  test("at-012 at-013 an option is named as the script has it, or as it reads", async () => {
    const [marshall, lily] = [{ name: "Marshall" }, { name: "Lily" }];
    const at = await AppTest.fromFunction(() => {
      const formatFunc = (one: { name: string }) => one.name;
      st.selectbox("One", [marshall, lily], { formatFunc });
      st.multiselect("Some", [marshall, lily], { formatFunc });
      st.selectSlider("Between", [marshall, lily], { value: [marshall, lily], formatFunc });
      st.selectbox("Number", [2, 0, 1]);
    }).run();
    at.selectbox.byLabel("One").select(lily);
    at.selectbox.byLabel("Number").select(1);
    at.multiselect.only.select(lily).select("Marshall").unselect(lily);
    await at.selectSlider.only.setRange("Marshall", marshall).run();
    expect(at.selectbox.values).toEqual([lily, 1]);
    expect(at.multiselect.only.value).toEqual([marshall]);
    expect(at.selectSlider.only.value).toEqual([marshall, marshall]);
    await at.selectbox.byLabel("One").select("Marshall").run();
    expect(at.selectbox.byLabel("One").value).toBe(marshall);
  });

  test("at-014 ranges are set by their two ends", async () => {
    const at = await AppTest.fromFunction(() => {
      st.slider("S", 0, 10, [1, 9]);
      st.selectSlider("M", ["Jan", "Apr", "Jun", "Dec"], ["Jan", "Dec"]);
    }).run();
    at.slider.only.setRange(4, 6);
    await at.selectSlider.only.setRange("Apr", "Jun").run();
    expect(at.slider.only.value).toEqual([4, 6]);
    expect(at.selectSlider.only.value).toEqual(["Apr", "Jun"]);
  });

  test("at-015 every input takes its own kind of value", async () => {
    const at = await AppTest.fromFunction(() => {
      st.dateInput("Day", "2019-07-06");
      st.timeInput("Time", "08:45");
      st.checkbox("Check");
      st.toggle("Toggle");
      st.textInput("Line", "old");
      st.textArea("Lines", "old");
    }).run();
    expect([String(at.dateInput.only.value), String(at.timeInput.only.value)]).toEqual(["2019-07-06", "08:45:00"]);
    at.dateInput.only.setValue(Temporal.PlainDate.from("2022-12-21"));
    at.timeInput.only.setValue("12:30");
    at.checkbox.only.check();
    at.toggle.only.setValue(true);
    at.textInput.only.input("new");
    await at.textArea.only.input("newer").run();
    expect(at.dateInput.only.value).toEqual(Temporal.PlainDate.from("2022-12-21"));
    expect(at.timeInput.only.value).toEqual(Temporal.PlainTime.from("12:30"));
    expect([at.checkbox, at.toggle, at.textInput, at.textArea].map((list) => list.only.value)).toEqual([true, true, "new", "newer"]);
  });

  test("a disabled widget cannot be used, nor one that has left the page, nor what is no widget", async () => {
    const at = await AppTest.fromFunction(() => {
      st.button("Off", { disabled: true });
      if (!st.button("Vanish")) st.textInput("There");
      st.text("words");
    }).run();
    expect(() => at.button.byLabel("Off").click()).toThrow(/disabled/);
    const field = at.textInput.only;
    await at.button.byLabel("Vanish").click().run();
    expect(field.isOnPage).toBe(false);
    expect(() => field.input("x")).toThrow(/no longer on the page/);
    expect(() => at.text.only.setValue("x")).toThrow(/is no widget/);
  });
});

test("toString shows the page as an outline", async () => {
  const at = await AppTest.fromFunction(() => {
    st.text("Hello");
    st.sidebar.slider("Hour", 0, 23, 17, { key: "hour" });
  }).run();
  expect(String(at)).toBe('main\n  text "Hello"\nsidebar\n  slider "Hour" key="hour" value=17');
});
