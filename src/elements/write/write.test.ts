import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

/** What is on the page, as kind and body, in order. */
async function written(script: () => unknown): Promise<[string, unknown][]> {
  const page = await visit(script);
  return page.mirror.root("main").children.map(({ kind, props }) => [kind, props.body ?? props.message]);
}

test("mag-005 texts and numbers of one call become one line, numbers in the style of code", async () => {
  expect(await written(() => st.write("You selected:", 1))).toEqual([["markdown", "You selected: `1`"]]);
});

test("run-001 the squares of a slider are written as one line that follows it", async () => {
  const page = await visit(() => {
    st.title("Squares");
    const x = st.slider("x");
    st.write(x, "squared is", x * x);
  });
  expect(page.all("markdown").map((node) => node.props.body)).toEqual(["`0` squared is `0`"]);
  await page.set(page.all("slider")[0], [10]);
  expect(page.all("markdown").map((node) => node.props.body)).toEqual(["`10` squared is `100`"]);
});

test("mag-008 an entry of the session state is written as what it holds", async () => {
  const shown = await written(() => {
    st.sessionState.name = "Bob";
    st.write(st.sessionState.name);
  });
  expect(shown).toEqual([["markdown", "Bob"]]);
});

test("mag-002 columns and rows become a table", async () => {
  const page = await visit(() => {
    st.write({ "first column": [1, 2, 3, 4], "second column": [10, 20, 30, 40] });
    st.write([
      { a: 1, b: "x" },
      { a: 2, b: "y" },
    ]);
    st.write(new Float64Array([1, 2]));
  });
  expect(page.mirror.root("main").children.map(({ kind }) => kind)).toEqual(["dataframe", "dataframe", "dataframe"]);
});

test("ui-write-002 plain objects and lists become a tree", async () => {
  const shown = await written(() => {
    st.write({ a: { b: 1 } });
    st.write([1, "two", null]);
    st.write([{ a: { nested: true } }]);
    st.write(new Map([["a", 1]]));
    st.write(new Set([1, 2]));
    st.write({});
  });
  expect(shown).toEqual([
    ["json", '{"a":{"b":1}}'],
    ["json", '[1,"two",null]'],
    ["json", '[{"a":{"nested":true}}]'],
    ["json", '{"a":1}'],
    ["json", "[1,2]"],
    ["json", "{}"],
  ]);
});

test("ui-write-003 neighbouring texts join, other values keep their place between them", async () => {
  const shown = await written(() => st.write("a", "b", { c: [{ d: 1 }] }, "e", new Error("boom"), 7));
  expect(shown).toEqual([
    ["markdown", "a b"],
    ["json", '{"c":[{"d":1}]}'],
    ["markdown", "e"],
    ["exception", "boom"],
    ["markdown", "`7`"],
  ]);
});

test("ui-write-001 what has no element of its own is written as a literal", async () => {
  const shown = await written(() => {
    st.write(null);
    st.write(undefined, true, 10n, Symbol("s"));
    st.write(/a`b/);
    st.write(function add(a: number, b = (1 + 2) * 3) {
      return a + b;
    });
    st.write(class Point extends Array {});
  });
  expect(shown.map(([, body]) => body)).toEqual([
    "`null`",
    "`undefined` `true` `10` `Symbol(s)`",
    "``/a`b/``",
    expect.stringMatching(/^`function add\(a, b = \(1 \+ 2\) \* 3\)`$/),
    "`class Point extends Array`",
  ]);
});

test("dates are written exactly as they are", async () => {
  const shown = await written(() => {
    st.write(Temporal.PlainDateTime.from("2020-01-10T10:30"));
    st.write(Temporal.ZonedDateTime.from("2020-01-10T10:30-05:00[America/New_York]"));
    st.write(Temporal.PlainDate.from("2020-01-10"), Temporal.PlainTime.from("10:30"), Temporal.PlainTime.from("10:30:01.25"));
    st.write(new Date(Date.UTC(2020, 0, 10, 10, 30)));
    st.write(Temporal.Instant.from("2020-01-10T10:30:00Z"));
    st.write(new Date(Number.NaN));
  });
  expect(shown.map(([, body]) => body)).toEqual([
    "2020-01-10 10:30:00",
    "2020-01-10 10:30:00-05:00",
    "2020-01-10 10:30:00 10:30:01.25",
    "2020-01-10 10:30:00+00:00",
    "2020-01-10 10:30:00+00:00",
    "Invalid Date",
  ]);
});

test("an instance shows its fields under the name of its class, or the text it makes of itself", async () => {
  class Point {
    x = 1;
    y = 2;
  }
  class Money {
    toString() {
      return "5 EUR";
    }
  }
  const page = await visit(() => {
    st.write(new Point());
    st.write(new Money());
  });
  expect(page.all("json")[0]?.props).toMatchObject({ title: "Point", body: '{"x":1,"y":2}' });
  expect(page.all("markdown")[0]?.props.body).toBe("`5 EUR`");
});

test("exc-006 an error is shown as the box of an error, and the script goes on", async () => {
  expect(
    await written(() => {
      st.write(new RangeError("too far"));
      st.exception(new Error("boom"));
      st.write("still here");
    }),
  ).toEqual([
    ["exception", "too far"],
    ["exception", "boom"],
    ["markdown", "still here"],
  ]);
});

test("a promise is refused with the fix", async () => {
  const page = await visit(() => st.write(Promise.resolve(1)));
  expect(page.all("exception")[0]?.props).toMatchObject({ message: expect.stringContaining("a promise was given"), hint: "Await it: st.write(await …)." });
});

test("an async generator is refused with the command that waits for it", async () => {
  const page = await visit(() => st.write((async function* () {})()));
  expect(page.all("exception")[0]?.props.hint).toContain("await st.writeStream");
});

test("the texts of a generator grow one element, other values stand between them", async () => {
  const shown = await written(() =>
    st.write(
      (function* () {
        yield "one ";
        yield "two";
        yield { a: { b: 1 } };
        yield "three";
      })(),
    ),
  );
  expect(shown).toEqual([
    ["markdown", "one two"],
    ["json", '{"a":{"b":1}}'],
    ["markdown", "three"],
  ]);
});

test("passed to forEach it writes each value only, at the current place", async () => {
  const page = await visit(() => {
    ["a", "b"].forEach(st.write);
    new Map([["k", "c"]]).forEach(st.write);
    new Set(["d"]).forEach(st.write);
    st.sidebar.with(() => ["e"].forEach(st.write));
    st.write("f", 0, ["f"]);
  });
  expect(page.mirror.root("main").children.map(({ props }) => props.body)).toEqual(["a", "b", "c", "d", "f `0`", '["f"]']);
  expect(page.mirror.root("sidebar").children.map(({ props }) => props.body)).toEqual(["e"]);
});

test("ph-017 several values cannot replace one element", async () => {
  const page = await visit(() => st.empty().write("a", "b"));
  expect(page.all("exception")[0]?.props.message).toContain("a single element cannot be replaced with several");
});

test("an object that contains itself is shown once", async () => {
  const shown = await written(() => {
    const loop: Record<string, unknown> = { a: { n: 1n, f() {} } };
    loop.self = loop;
    st.write(loop);
  });
  expect(shown).toEqual([["json", '{"a":{"n":"1n","f":"ƒ f()"},"self":"[circular]"}']]);
});

test("str-015 texts and numbers in the style of code join, a list, a table and an error stand by themselves", async () => {
  const shown = await written(() => st.write("a", 5, [1], [{ n: 1 }], new Error("boom"), "b", 6));
  expect(shown).toEqual([
    ["markdown", "a `5`"],
    ["json", "[1]"],
    ["dataframe", undefined],
    ["exception", "boom"],
    ["markdown", "b `6`"],
  ]);
});

test("dt-001 dt-005 a moment without a zone is written as it is, wherever the viewer is; a Date is an instant and says so", async () => {
  for (const timezone of ["UTC", "America/New_York", "Asia/Tokyo"]) {
    const context = { timezone, timezoneOffset: 0, locale: "en-US", url: "http://localhost/", isEmbedded: false, theme: "light" } as const;
    const page = await visit(() => st.write(Temporal.PlainDateTime.from("2020-01-10T10:30"), new Date(Date.UTC(2020, 0, 10, 10, 30))), { open: { context } });
    expect(page.all("markdown")[0]?.props.body).toBe("2020-01-10 10:30:00 2020-01-10 10:30:00+00:00");
  }
});
