import { expect, test } from "vitest";
import { type Visit, visit } from "../hosts/test/visit.ts";
import st from "../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const named = (page: Visit, label: string) => [...page.mirror.nodes.values()].find((node) => node.props.label === label);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

/** Draws with `change` false, lets a person move the widget, and tells what it returns before and after `change`. */
async function overChange(kind: string, wire: unknown, draw: (isChanged: boolean) => unknown): Promise<[string, string]> {
  const page = await visit(() => {
    const isChanged = st.checkbox("change");
    st.text(JSON.stringify(draw(isChanged)));
  });
  await page.set(page.all(kind)[0], wire);
  const before = texts(page)[0] as string;
  await page.set(named(page, "change"), true);
  expect(failure(page)).toBeUndefined();
  return [before, texts(page)[0] as string];
}

test("wid-001 two widgets with equal parameters and no key are refused, naming the way out", async () => {
  const page = await visit(() => {
    st.button("OK");
    st.button("OK");
  });
  expect(failure(page)).toContain("multiple st.button elements with the same auto-generated ID");
  expect(page.all("exception")[0]?.props.hint).toContain("key");
});

test("wid-002 keys tell equal widgets apart, and only the clicked one is true", async () => {
  const page = await visit(() => {
    const privacy = st.button("OK", { key: "privacy" });
    const terms = st.button("OK", { key: "terms" });
    st.text(`${privacy} ${terms}`);
  });
  await page.click(page.all("button")[1]);
  expect(texts(page)).toEqual(["false true"]);
});

test("wid-003 one key cannot stand on two elements, of whatever kind", async () => {
  const page = await visit(() => {
    st.textInput("Text", { key: "k" });
    st.checkbox("Box", { key: "k" });
  });
  expect(failure(page)).toContain('multiple elements with the same key="k"');
});

test("wid-004 the kind of an element is part of its identity", async () => {
  const page = await visit(() => {
    st.button("OK");
    st.checkbox("OK");
    st.toggle("OK");
  });
  expect(failure(page)).toBeUndefined();
});

test("wid-006 the form counts: equal fields inside and outside of it are two", async () => {
  const page = await visit(() => {
    st.textInput("Name");
    st.form("f", () => {
      st.textInput("Name");
      st.formSubmitButton("Send");
    });
  });
  expect(failure(page)).toBeUndefined();
  const [outside, inside] = page.all("textInput").map((node) => node.props.widget);
  expect(outside.id).not.toBe(inside.id);
  expect(inside.form).toBeDefined();
});

test("wid-008 other bounds make a slider another widget, keyed or not", async () => {
  for (const key of [undefined, "k"]) {
    const change = await overChange("slider", [8], (isChanged) => st.slider("S", 1, isChanged ? 9 : 10, 5, { key }));
    expect(change).toEqual(["8", "5"]);
  }
});

test("wid-009 label, help, placeholder, bounds, start, step and format make a number input another widget", async () => {
  const drawn: ((isChanged: boolean) => unknown)[] = [
    (isChanged) => st.numberInput(isChanged ? "M" : "N", 0, 10, 1, { key: "k" }),
    (isChanged) => st.numberInput("N", 0, 10, 1, { key: "k", help: isChanged ? "Help" : undefined }),
    (isChanged) => st.numberInput("N", 0, 10, 1, { key: "k", placeholder: isChanged ? "p" : undefined }),
    (isChanged) => st.numberInput("N", 0, isChanged ? 11 : 10, 1, { key: "k" }),
    (isChanged) => st.numberInput("N", 0, 10, 1, isChanged ? 2 : 1, { key: "k" }),
    (isChanged) => st.numberInput("N", 0, 10, 1, { key: "k", format: isChanged ? "%.1f" : undefined }),
  ];
  for (const draw of drawn) expect(await overChange("numberInput", 3, draw)).toEqual(["3", "1"]);
});

test("wid-010 disabled, label visibility, width, callback and its arguments do not count", async () => {
  const change = await overChange("slider", [8], (isChanged) =>
    st.slider("S", 0, 10, 5, isChanged ? { disabled: true, labelVisibility: "hidden", width: 200, onChange: () => 2, args: [1] } : { onChange: () => 1 }),
  );
  expect(change).toEqual(["8", "8"]);
});

test("wid-011 other options make a select box another widget", async () => {
  const change = await overChange("selectbox", 1, (isChanged) => st.selectbox("S", isChanged ? ["a", "b", "c", "d"] : ["a", "b", "c"]));
  expect(change).toEqual(['"b"', '"a"']);
});

test("wid-016 options that read differently make a select box another widget", async () => {
  const change = await overChange("selectbox", 1, (isChanged) =>
    st.selectbox("S", ["a", "b"], { formatFunc: (option) => (isChanged ? option.toUpperCase() : option) }),
  );
  expect(change).toEqual(['"b"', '"a"']);
});

test("wid-017 direction and captions count for a radio", async () => {
  const across = await overChange("radio", 1, (isChanged) => st.radio("R", ["a", "b"], { horizontal: isChanged }));
  expect(across).toEqual(['"b"', '"a"']);
  const captioned = await overChange("radio", 1, (isChanged) => st.radio("R", ["a", "b"], { captions: isChanged ? ["x", "y"] : undefined }));
  expect(captioned).toEqual(['"b"', '"a"']);
});

test("wid-018 length, type and autocomplete count for text, the height for a text area", async () => {
  const drawn: [string, (isChanged: boolean) => unknown][] = [
    ["textInput", (isChanged) => st.textInput("T", { maxChars: isChanged ? 5 : 6 })],
    ["textInput", (isChanged) => st.textInput("T", { type: isChanged ? "password" : "default" })],
    ["textInput", (isChanged) => st.textInput("T", { autocomplete: isChanged ? "name" : undefined })],
    ["textArea", (isChanged) => st.textArea("T", { height: isChanged ? 200 : 100 })],
  ];
  for (const [kind, draw] of drawn) expect(await overChange(kind, "x", draw)).toEqual(['"x"', '""']);
});

test("wid-019 a button relabelled by its own callback is another one, whose click nobody made", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ clicks: 0 });
    st.text(
      String(
        st.button(`Clicked ${s.clicks}`, {
          key: "b",
          onClick: () => {
            s.clicks += 1;
          },
        }),
      ),
    );
  });
  await page.click(page.all("button")[0]);
  expect(page.all("button")[0]?.props.label).toBe("Clicked 1");
  expect(texts(page)).toEqual(["false"]);
});

test("wid-022 the key travels to the page, where it becomes a class", async () => {
  const page = await visit(() => void st.slider("S", { key: "my key" }));
  expect(page.all("slider")[0]?.props.key).toBe("my key");
});

test("wid-025 an unknown label visibility lists those there are", async () => {
  const page = await visit(() => void st.textInput("T", { labelVisibility: "foo" as never }));
  expect(failure(page)).toContain('labelVisibility must be "visible", "hidden" or "collapsed", not "foo"');
});

test("wid-026 a widget that moves to another place keeps its value", async () => {
  const page = await visit(() => {
    const isRight = st.checkbox("right");
    const [left, right] = st.columns(2);
    const place = isRight ? right : left;
    st.text(place.textInput("T"));
  });
  await page.set(page.all("textInput")[0], "kept");
  await page.set(named(page, "right"), true);
  expect(texts(page)).toEqual(["kept"]);
  expect(page.all("textInput")[0]?.value).toBe("kept");
});

test("a widget that is not drawn gives way at once to a new one of the same id", async () => {
  const page = await visit(() => {
    const hidden = st.checkbox("hide");
    if (!hidden) st.text(st.textInput("T", "start"));
  });
  await page.set(page.all("textInput")[0], "typed");
  await page.set(named(page, "hide"), true);
  await page.set(named(page, "hide"), false);
  expect(texts(page)).toEqual(["start"]);
  expect(page.all("textInput")[0]?.value).toBe("start");
});

test("hostile wire values stand for the start and never reach the script", async () => {
  const page = await visit(() => {
    st.text(
      JSON.stringify([
        st.checkbox("c"),
        st.slider("s", 0, 10, 5),
        st.numberInput("n", 0, 10, 5),
        st.selectbox("b", ["a", "b"]),
        st.multiselect("m", ["a", "b"], ["a"]),
        st.radio("r", ["a", "b"]),
        st.textInput("t", "x"),
        st.selectSlider("ss", ["a", "b"], ["a", "b"]),
        st.dateInput("d", "2026-01-31"),
        st.timeInput("ti", "08:45"),
      ]),
    );
  });
  const start = texts(page)[0];
  const ids = ["checkbox", "slider", "numberInput", "selectbox", "multiselect", "radio", "textInput", "selectSlider", "dateInput", "timeInput"].map(
    (kind) => page.all(kind)[0]?.props.widget.id as string,
  );
  for (const hostile of [{ x: 1 }, [Number.NaN], Number.POSITIVE_INFINITY, 99, -1, ["__proto__"], [[1]], undefined]) {
    await page.rerun({ values: Object.fromEntries(ids.map((id) => [id, hostile])) });
    expect(failure(page)).toBeUndefined();
    const now = JSON.parse(texts(page)[0] as string) as unknown[];
    expect([now[0], now[3], now[5], now[7]]).toEqual((JSON.parse(start as string) as unknown[]).filter((_, at) => [0, 3, 5, 7].includes(at)));
    expect(now[2]).toBe(5);
    expect(["x"]).toContain(now[6]);
    expect(now[8]).toBe("2026-01-31");
    expect(now[9]).toBe("08:45:00");
    expect(now[1]).toBeGreaterThanOrEqual(0);
    expect(now[1]).toBeLessThanOrEqual(10);
  }
});
