import { expect, test } from "vitest";
import { createTestHost } from "../../hosts/test/host.ts";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const values = (page: Visit, kind: string) => page.all(kind).map((node) => node.value);
const named = (page: Visit, label: string) => [...page.mirror.nodes.values()].find((node) => node.props.label === label);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

test("state-001 an entry is missing, then there; property and key are the same entry", async () => {
  const page = await visit(() => {
    st.text(String("k" in st.sessionState));
    st.sessionState.k = "v";
    st.text(`${"k" in st.sessionState} ${st.sessionState["k"]}`);
  });
  expect(texts(page)).toEqual(["false", "true v"]);
});

test("state-002 requiring a missing entry names the key and how to initialise it", async () => {
  const page = await visit(() => void st.sessionState.require("value"));
  expect(failure(page)).toContain('st.sessionState has no key "value". Did you forget to initialize it?');
  expect(page.all("exception")[0]?.props.hint).toContain("st.sessionState.init({ value: … })");
});

test("state-004 a deleted entry is gone for later runs, the others stay", async () => {
  const page = await visit(() => {
    const s = st.sessionState;
    if (!("runs" in s)) Object.assign(s, { runs: 0, a: 1, b: 2 });
    s.runs += 1;
    if (s.runs === 2) delete s.a;
    st.text(`${"a" in s} ${s.b} ${Object.keys(s).length}`);
    st.button("Again");
  });
  expect(texts(page)).toEqual(["true 2 3"]);
  await page.click(named(page, "Again"));
  expect(texts(page)).toEqual(["false 2 2"]);
  await page.click(named(page, "Again"));
  expect(texts(page)).toEqual(["false 2 2"]);
});

test("state-005 only keyed widgets and own entries count", async () => {
  const page = await visit(() => {
    st.sessionState.init({ one: 1, two: 2, flag: false });
    st.checkbox("a", { key: "a" });
    st.checkbox("b", { key: "b" });
    st.slider("without key");
    st.textInput("nor this");
    st.text(Object.keys(st.sessionState).toSorted().join());
    st.text(Object.keys(st.sessionState.toDict()).length.toString());
  });
  expect(texts(page)).toEqual(["a,b,flag,one,two", "5"]);
});

test("state-006 an entry set before the first call is where the widget starts, and follows it", async () => {
  const page = await visit(() => {
    if (!("celsius" in st.sessionState)) st.sessionState.celsius = 50;
    const value = st.slider("Temperature", { minValue: -100, maxValue: 100, key: "celsius" });
    st.text(`${value} ${st.sessionState.celsius}`);
  });
  expect(values(page, "slider")).toEqual([[50]]);
  expect(texts(page)).toEqual(["50 50"]);
  await page.set(page.all("slider")[0], [20]);
  expect(texts(page)).toEqual(["20 20"]);
});

test("state-007 a key cannot be set after its widget was drawn in this run", async () => {
  const page = await visit(() => {
    st.textInput("Name", { key: "name" });
    st.sessionState.name = "Ann";
  });
  expect(failure(page)).toContain('st.sessionState.name cannot be set after the widget with key "name" was drawn');
});

test("state-008 a callback may set the key of a widget", async () => {
  const page = await visit(() => {
    st.text(st.textInput("Name", { key: "name" }));
    st.button("Clear", {
      onClick: () => {
        st.sessionState.name = "";
      },
    });
    st.button("Streamlit", {
      onClick: () => {
        st.sessionState.name = "Streamlit";
      },
    });
  });
  await page.click(named(page, "Streamlit"));
  expect(texts(page)).toEqual(["Streamlit"]);
  expect(values(page, "textInput")).toEqual(["Streamlit"]);
  await page.click(named(page, "Clear"));
  expect(values(page, "textInput")).toEqual([""]);
  expect(failure(page)).toBeUndefined();
});

test("state-009 btn-007 code before the input can read the button below it and empty the input", async () => {
  const page = await visit(() => {
    if (st.sessionState.get("clear", false)) st.sessionState.name = "";
    st.text(`[${st.textInput("Name", { key: "name" })}]`);
    st.button("Clear name", { key: "clear" });
  });
  await page.set(named(page, "Name"), "Ann");
  expect(texts(page)).toEqual(["[Ann]"]);
  await page.click(named(page, "Clear name"));
  expect(texts(page)).toEqual(["[]"]);
  expect(values(page, "textInput")).toEqual([""]);
  expect(failure(page)).toBeUndefined();
  await page.set(named(page, "Name"), "Bob");
  expect(texts(page)).toEqual(["[Bob]"]);
});

test("state-010 a container made first shows the input that is drawn after the assignment", async () => {
  const page = await visit(() => {
    const place = st.container();
    if (st.button("Streamlit!")) st.sessionState.name = "Streamlit";
    place.textInput("Name", { key: "name" });
  });
  await page.click(named(page, "Streamlit!"));
  expect(failure(page)).toBeUndefined();
  expect(values(page, "textInput")).toEqual(["Streamlit"]);
  const order = [...page.mirror.root("main").children].map((node) => node.kind);
  expect(order).toEqual(["container", "button"]);
});

test("state-011 a button's value cannot be set through session state", async () => {
  const page = await visit(() => {
    st.sessionState.my_button = true;
    st.button("Go", { key: "my_button" });
  });
  expect(failure(page)).toContain('the value of st.button with key "my_button" cannot be set');
});

test("state-013 a widget that was not drawn for a run starts over, its entry lives to that run's end", async () => {
  const page = await visit(() => {
    const show = st.checkbox("Show", true);
    if (show) st.textInput("Text", "start", { key: "k" });
    st.text(`${"k" in st.sessionState ? st.sessionState.k : "gone"}`);
    st.button("Again");
  });
  await page.set(named(page, "Text"), "abc");
  expect(texts(page)).toEqual(["abc"]);
  await page.set(named(page, "Show"), false);
  expect(texts(page)).toEqual(["abc"]);
  await page.click(named(page, "Again"));
  expect(texts(page)).toEqual(["gone"]);
  await page.set(named(page, "Show"), true);
  expect(texts(page)).toEqual(["start"]);
  expect(values(page, "textInput")).toEqual(["start"]);
});

test("state-016 a key assigned again, clamped, keeps its value over new bounds", async () => {
  const page = await visit(() => {
    const min = st.numberInput("Min", 1, 10, 1);
    st.sessionState.a = Math.max(min, Math.min(10, st.sessionState.a ?? 4));
    st.text(String(st.slider("A", min, 10, { key: "a" })));
  });
  expect(texts(page)).toEqual(["4"]);
  await page.set(named(page, "Min"), 5);
  expect(texts(page)).toEqual(["5"]);
  await page.set(page.all("slider")[0], [7]);
  await page.set(named(page, "Min"), 3);
  expect(texts(page)).toEqual(["7"]);
  expect(values(page, "slider")).toEqual([[7]]);
});

test("state-017 another label under the same key is another widget", async () => {
  const page = await visit(() => {
    const other = st.checkbox("Other");
    st.text(String(st.numberInput(other ? "Beta" : "Alpha", { key: "A", step: 1 })));
    st.text(String(st.sessionState.A));
  });
  await page.set(named(page, "Alpha"), 3);
  expect(texts(page)).toEqual(["3", "3"]);
  await page.set(named(page, "Other"), true);
  expect(texts(page)).toEqual(["0", "0"]);
});

test("state-019 a deleted entry comes back with what the page holds", async () => {
  const page = await visit(() => {
    st.button("Again");
    const erase = st.button("Erase");
    if (erase) delete st.sessionState.k;
    st.textInput("Text", { key: "k" });
    st.text(st.sessionState.k);
  });
  await page.set(named(page, "Text"), "abc");
  await page.click(named(page, "Erase"));
  await page.click(named(page, "Again"));
  expect(texts(page)).toEqual(["abc"]);
});

test("state-020 an own entry is held by reference", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ list: [] as number[] });
    s.list.push(s.list.length);
    st.text(s.list.join());
    st.button("Again");
  });
  await page.click(named(page, "Again"));
  await page.click(named(page, "Again"));
  expect(texts(page)).toEqual(["0,1,2"]);
});

test("state-024 code above a button does not see what code below it sets in the same run", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ name: "John Doe" });
    st.text(s.name);
    if (st.button("Jane")) s.name = "Jane Doe";
    if (st.button("John")) s.name = "John Doe";
    st.text(s.name);
  });
  await page.click(named(page, "Jane"));
  expect(texts(page)).toEqual(["John Doe", "Jane Doe"]);
});

test("state-027 a flag turned over in a callback shows and hides a slider", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ on: false });
    st.button("Toggle", {
      onClick: () => {
        s.on = !s.on;
      },
    });
    if (s.on) st.slider("Value");
    else st.text("Button is off!");
  });
  await page.click(named(page, "Toggle"));
  expect(page.all("slider")).toHaveLength(1);
  await page.set(page.all("slider")[0], [3]);
  expect(values(page, "slider")).toEqual([[3]]);
  await page.click(named(page, "Toggle"));
  expect(texts(page)).toEqual(["Button is off!"]);
  expect(page.all("slider")).toHaveLength(0);
});

test("state-028 a widget that becomes disabled keeps and returns its value", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ off: false });
    st.button("Turn", {
      onClick: () => {
        s.off = !s.off;
      },
    });
    st.text(String(st.slider("Value", { disabled: s.off })));
  });
  await page.set(page.all("slider")[0], [8]);
  await page.click(named(page, "Turn"));
  expect(texts(page)).toEqual(["8"]);
  expect(page.all("slider")[0]?.props.widget.disabled).toBe(true);
  expect(values(page, "slider")).toEqual([[8]]);
});

test("state-029 rows added by a button keep what is typed into them", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ rows: 0 });
    st.button("Add person", {
      onClick: async () => {
        await Promise.resolve();
        s.rows += 1;
      },
    });
    for (let i = 0; i < s.rows; i += 1) for (const part of ["first", "middle", "last"]) st.textInput(part, { key: `${part}_${i}` });
    for (let i = 0; i < s.rows; i += 1) st.text(`Person ${i + 1}: [${st.sessionState[`first_${i}`]}]`);
  });
  await page.click(named(page, "Add person"));
  await page.click(named(page, "Add person"));
  await page.set(page.all("textInput")[3], "Ann");
  expect(texts(page)).toEqual(["Person 1: []", "Person 2: [Ann]"]);
});

test("state-030 a stored result stays until it is made again", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ processed: {} as Record<string, number> });
    const option = st.selectbox("Option", ["1", "2", "3"]);
    const add = st.numberInput("Add", 0, 10);
    if (st.button("Process")) s.processed[option] = Number(option) + add;
    st.text(`${option}: ${s.processed[option]}`);
  });
  await page.set(named(page, "Add"), 2);
  await page.click(named(page, "Process"));
  await page.set(named(page, "Add"), 5);
  expect(texts(page)).toEqual(["1: 3"]);
  await page.click(named(page, "Process"));
  expect(texts(page)).toEqual(["1: 6"]);
});

test("state-032 two sessions share no entries", async () => {
  const script = () => {
    st.text(String("x" in st.sessionState));
    st.button("Set", {
      onClick: () => {
        st.sessionState.x = 1;
      },
    });
  };
  const [first, second] = [await visit(script), await visit(script)];
  await first.click(named(first, "Set"));
  await second.rerun();
  expect([texts(first), texts(second)]).toEqual([["true"], ["false"]]);
});

test("state-033 reading a missing entry as a property gives undefined, as the language does", async () => {
  const page = await visit(() => st.text(String(st.sessionState.value)));
  expect(texts(page)).toEqual(["undefined"]);
});

test("state-034 deleting a missing entry names it", async () => {
  const page = await visit(() => void delete st.sessionState.zz);
  expect(failure(page)).toContain('st.sessionState has no key "zz"');
});

test("state-037 keys that begin like the engine's own are refused", async () => {
  const set = await visit(() => void (st.sessionState["$$ID-x"] = 1));
  expect(failure(set)).toContain('keys that begin with "$$ID" are reserved');
  const read = await visit(() => void st.sessionState["$$ID-x"]);
  expect(failure(read)).toContain('keys that begin with "$$ID" are reserved');
  const widget = await visit(() => void st.checkbox("x", { key: "$$ID-x" }));
  expect(failure(widget)).toContain('keys that begin with "$$ID" are reserved');
});

test("state-021 a submit callback sees the new values and may draw above everything", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ attendance: new Set<string>(), attendee: "" });
    st.form("attend", () => {
      st.textInput("Name", { key: "attendee" });
      st.formSubmitButton("I'm here!", {
        onClick: () => {
          if (s.attendance.has(s.attendee)) st.info(`${s.attendee} has already been counted.`);
          else s.attendance.add(s.attendee);
        },
      });
    });
    st.text([...s.attendance].join());
  });
  const submit = () => {
    const ids = [page.all("textInput")[0], page.all("formSubmitButton")[0]].map((node) => node?.props.widget.id as string);
    return page.rerun({ values: { [ids[0] as string]: "Ann" }, triggers: { [ids[1] as string]: true } });
  };
  await submit();
  expect(texts(page)).toEqual(["Ann"]);
  expect(page.all("info")).toHaveLength(0);
  await submit();
  expect(page.all("info")[0]?.props.body).toBe("Ann has already been counted.");
  expect(page.mirror.root("main").children[0]?.kind).toBe("info");
});

test("state-038 the key of a form that was drawn cannot be set", async () => {
  const page = await visit(() => {
    st.form("f", () => void st.formSubmitButton("Send"));
    st.sessionState.f = 1;
  });
  expect(failure(page)).toContain("st.sessionState.f cannot be set after");
});

function logged() {
  const lines: string[] = [];
  return { lines, host: createTestHost({ log: (level, message) => level === "warning" && lines.push(message) }) };
}

const conflict = () => {
  st.sessionState.n = 3;
  st.text(String(st.slider("N", 0, 10, 5, { key: "n" })));
  st.sessionState.m = 4;
  st.text(String(st.slider("M", 0, 10, 5, { key: "m" })));
};

test("state-040 a default and an assigned value on one widget are warned about once, and the assigned one wins", async () => {
  const { lines, host } = logged();
  const page = await visit(conflict, { host });
  await page.rerun();
  expect(texts(page)).toEqual(["3", "4"]);
  expect(lines.filter((line) => line.includes("default value"))).toHaveLength(1);
});

test("state-041 the warning can be turned off, and the assigned value still wins", async () => {
  const { lines, host } = logged();
  const page = await visit(conflict, { host, config: { "global.disableWidgetStateDuplicationWarning": true } });
  expect(texts(page)).toEqual(["3", "4"]);
  expect(lines).toEqual([]);
});

test("state-043 assigning a key to itself keeps it for the run in which that is done, no longer", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ step: 0 });
    s.step += 1;
    if (s.step === 2) st.sessionState.k = st.sessionState.get("k");
    if (s.step === 1) st.textInput("Text", "abc", { key: "k" });
    st.text(String("k" in st.sessionState));
    st.button("Again");
  });
  for (const there of ["true", "true", "false"]) {
    await page.click(named(page, "Again"));
    expect(texts(page)).toEqual([there]);
  }
});

test("state-044 changing a returned list changes neither the widget nor the next run", async () => {
  const page = await visit(() => {
    const picked = st.multiselect("Pick", ["a", "b", "c"], ["a"], { key: "pick" });
    st.text(picked.join());
    picked.push("c");
    st.text(st.sessionState.pick.join());
    st.button("Again");
  });
  await page.click(named(page, "Again"));
  expect(texts(page)).toEqual(["a", "a"]);
  await page.set(page.all("multiselect")[0], [0, 1]);
  expect(texts(page)).toEqual(["a,b", "a,b"]);
});

test("state-045 two checkboxes whose callbacks clear each other change in one run", async () => {
  const page = await visit(() => {
    if (!("one" in st.sessionState)) st.sessionState.one = true;
    const other = (key: string) => () => {
      st.sessionState[key] = false;
    };
    st.checkbox("One", { key: "one", onChange: other("two") });
    st.checkbox("Two", { key: "two", onChange: other("one") });
    st.text(`${st.sessionState.one} ${st.sessionState.two}`);
  });
  expect(texts(page)).toEqual(["true false"]);
  await page.set(named(page, "Two"), true);
  expect(texts(page)).toEqual(["false true"]);
  expect(values(page, "checkbox")).toEqual([false, true]);
});

test("entries that are none and keys named like commands are refused, whichever way they come", async () => {
  // biome-ignore lint/suspicious/noExplicitAny: scripts are not always type-checked
  const state = st.sessionState as any;
  const refusal = async (act: () => void): Promise<unknown> => (await visit(act)).all("exception")[0]?.props.message;
  expect(await refusal(() => state.init(null))).toBe("st.sessionState.init: entries must be an object, not null");
  expect(await refusal(() => state.update([1]))).toBe("st.sessionState.update: entries must be an object, not a list");
  expect(await refusal(() => state.init({ get: 1 }))).toBe("st.sessionState.get is a command and cannot be a key");
  expect(await refusal(() => state.setDefault("clear", 1))).toBe("st.sessionState.clear is a command and cannot be a key");
  expect(await refusal(() => (state[Symbol("s")] = 1))).toBe("st.sessionState: a key must be text, not Symbol(s)");
});
