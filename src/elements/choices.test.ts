import { expect, test } from "vitest";
import { visit } from "../hosts/test/visit.ts";
import st from "../index.ts";
import { readChoices, show, textOf } from "./choices.ts";
import { sameValue } from "./same-value.ts";
import { Temporal } from "./temporal.ts";

test("enum-004 options come from arrays, sets, maps, typed arrays and iterators", () => {
  const read = (options: Iterable<unknown>) => readChoices("st.test", options).values;
  function* letters() {
    yield "a";
    yield "b";
  }
  expect(read(["a", "b"])).toEqual(["a", "b"]);
  expect(read(new Set(["a", "b"]))).toEqual(["a", "b"]);
  expect(
    read(
      new Map([
        ["a", 1],
        ["b", 2],
      ]),
    ),
  ).toEqual(["a", "b"]);
  expect(read(new Float32Array([1, 2]))).toEqual([1, 2]);
  expect(read(letters())).toEqual(["a", "b"]);
});

test("options that are no list are refused with what to write instead", () => {
  expect(() => readChoices("st.radio", "abc" as never)).toThrow('st.radio: options must be a list, a set, a map or another iterable, not "abc"');
  expect(() => readChoices("st.radio", { a: 1 } as never)).toThrow("st.radio: options must be a list");
});

test("options read as their text, dates as ISO text, plain objects as JSON", () => {
  expect(textOf(1.5)).toBe("1.5");
  expect(textOf(null)).toBe("null");
  expect(textOf(new Date(0))).toBe("1970-01-01T00:00:00.000Z");
  expect(textOf({ a: 1 })).toBe('{"a":1}');
  expect(textOf(Temporal.PlainDate.from("2026-01-31"))).toBe("2026-01-31");
});

test("values are the same by content: class name and fields, moments, cycles", () => {
  const make = () => {
    class Student {
      constructor(readonly name: string) {}
    }
    return new Student("Lily");
  };
  expect(sameValue(make(), make())).toBe(true);
  expect(sameValue({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toBe(true);
  expect(sameValue({ a: 1 }, { a: 2 })).toBe(false);
  expect(sameValue({ a: 1 }, [1])).toBe(false);
  expect(sameValue(new Date(5), new Date(5))).toBe(true);
  expect(sameValue(Temporal.PlainDate.from("2026-01-31"), Temporal.PlainDate.from("2026-01-31"))).toBe(true);
  expect(sameValue(Temporal.PlainDate.from("2026-01-31"), Temporal.PlainDate.from("2026-01-30"))).toBe(false);
  const cycle = (): object => {
    const it: { self?: object } = {};
    it.self = it;
    return it;
  };
  expect(sameValue(cycle(), cycle())).toBe(true);
  expect(sameValue(new WeakMap(), new WeakMap())).toBe(false);
});

test("a message tells odd values apart", async () => {
  class City {
    name = "Oslo";
  }
  expect([new Map(), new City(), /a/, Promise.resolve(), 5n, Symbol("x"), Number.NaN, { a: 1n }].map(show)).toEqual([
    "a Map",
    "a City",
    "a RegExp",
    "a Promise",
    "5n",
    "Symbol(x)",
    "NaN",
    "an object",
  ]);
  expect([{ a: 1 }, [1, "b"], "text", undefined, new Date(0)].map(show)).toEqual(['{"a":1}', '[1,"b"]', '"text"', "undefined", "1970-01-01T00:00:00.000Z"]);
  const page = await visit(() => {
    for (const draw of [
      () => st.slider("x", new Map() as never, 5 as never),
      () => st.numberInput("x", { value: new Map() as never }),
      () => st.checkbox("x", { value: new Map() as never }),
      () => st.dateInput("x", { value: new Map() as never }),
      () => st.dataframe([{ a: 1 }], { onSelect: new Map() as never }),
    ]) {
      try {
        draw();
      } catch (error) {
        st.text((error as Error).message);
      }
    }
  });
  const said = page.all("text").map(({ props }) => props.body as string);
  expect(said).toHaveLength(5);
  for (const one of said) expect(one).toContain("a Map");
});
