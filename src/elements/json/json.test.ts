import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";
import { jsonText } from "./json-text.ts";

test("ui-json-003 the depth that is open is the second argument or an option", async () => {
  const page = await visit(() => {
    st.json({ a: 1 });
    st.json({ a: 1 }, false);
    st.json({ expanded: 5 }, { expanded: 2 });
    st.json('{"text": true}');
  });
  expect(page.all("json").map(({ props }) => [props.body, props.expanded])).toEqual([
    ['{"a":1}', true],
    ['{"a":1}', false],
    ['{"expanded":5}', 2],
    ['{"text": true}', true],
  ]);
});

test("an expanded that is neither boolean nor whole is refused", async () => {
  const page = await visit(() => st.json({}, 1.5));
  expect(page.all("exception")[0]?.props.message).toBe("st.json: expanded must be true, false or a number of levels, not 1.5");
});

test("what JSON has no word for becomes something it has", () => {
  const value = {
    map: new Map<unknown, unknown>([["a", 1n]]),
    pairs: new Map([[{ k: 1 }, 2]]),
    set: new Set([1]),
    bytes: new Uint8Array([1, 2]),
    not: Number.NaN,
    when: new Date(0),
    gone: undefined,
    own: { toJSON: () => ({ inner: new Set(["x"]) }) },
  };
  expect(JSON.parse(jsonText(value))).toEqual({
    map: { a: "1n" },
    pairs: [[{ k: 1 }, 2]],
    set: [1],
    bytes: [1, 2],
    not: "NaN",
    when: "1970-01-01T00:00:00.000Z",
    own: { inner: ["x"] },
  });
});

test("the same object twice is no circle", () => {
  const shared = { n: 1 };
  expect(jsonText([shared, shared])).toBe('[{"n":1},{"n":1}]');
});

test("what is nested without end is cut, not an overflow of the stack", () => {
  let list: unknown[] = [];
  for (let level = 0; level < 100_000; level++) list = [list];
  const text = jsonText(list);
  expect(text).toContain('"[too deep]"');
  expect(text.length).toBeLessThan(1000);
});
