import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";
import { quote } from "./quote.ts";

test("a message tells every kind of value apart", () => {
  const values = ["a", 5n, Number.NaN, null, undefined, [1], { a: 1 }, new Map(), Object.create(null), Symbol("s"), () => {}, class Cat {}];
  expect(values.map(quote)).toEqual([
    '"a"',
    "5n",
    "NaN",
    "null",
    "undefined",
    "a list",
    "an object",
    "a Map",
    "an object",
    "Symbol(s)",
    "the function without a name",
    "the function Cat",
  ]);
});

const cycle: Record<string, unknown> = {};
cycle.self = cycle;

test.each([
  ["st.rerun: scope", () => st.rerun({ scope: cycle as never }), "an object"],
  ["st.cacheData: maxEntries", () => void st.cacheData(() => 1, { maxEntries: 3n as never }), "3n"],
  ["st.cacheData: ttl", () => void st.cacheData(() => 1, { ttl: new Map() as never }), "a Map"],
  ["st.cacheData: ttl", () => void st.cacheData(() => 1, { ttl: { hours: "one" as never } }), '{ hours: "one" }'],
  ["st.cacheData: maxSize", () => void st.cacheData(() => 1, { maxSize: new Set() as never }), "a Set"],
  ["st.fragment: the first argument", () => void st.fragment(new Map() as never), "a Map"],
  ["st.textInput: persistState", () => void st.textInput("x", { key: "k", persistState: new Date(0) as never }), "a Date"],
  ["st.textInput: key", () => void st.textInput("x", { key: Symbol("k") as never }), "Symbol(k)"],
  ["st.textInput: onChange", () => void st.textInput("x", { onChange: new Map() as never }), "a Map"],
])("%s is refused in words", async (start, script, shown) => {
  const page = await visit(script);
  const message = page.all("exception")[0]?.props.message as string;
  expect(message.startsWith(start)).toBe(true);
  expect(message).toMatch(new RegExp(`not ${shown.replace(/[(){}]/g, "\\$&")}$`));
});
