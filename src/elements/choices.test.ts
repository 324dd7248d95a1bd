import { expect, test } from "vitest";
import { readChoices, textOf } from "./choices.ts";
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
