import { expect, test } from "vitest";
import { signatureOf } from "./parameters.ts";

test("parameter names are read from a function's text, patterns by their text", () => {
  const names = (fn: (...args: never[]) => unknown) => signatureOf(fn).parameters.join(" ");
  expect(names((a: number, _b = 1, ...rest: number[]) => [a, _b, rest])).toBe("a _b ...rest");
  expect(names(new Function("return a => a")() as () => void)).toBe("a");
  expect(names(new Function("return async _x => _x")() as () => void)).toBe("_x");
  expect(names((async (x: number, { y }: { y: number }, [z] = [1]) => [x, y, z]) as () => unknown)).toBe("x { y } [z]");
  expect(names(new Function('return function q(a /* x, y */, b = "),(", c = (1, 2), d) {}')() as () => void)).toBe("a b c d");
  expect(names(new Function('return (_ = "=>", /* ( */ b) => 1')() as () => void)).toBe("_ b");
  expect(names(new Function("return ({ m(a, b) { return 1 } }).m")() as () => void)).toBe("a b");
  expect(names(new Function("return async function* (a, {b} = {b: [1]}) {}")() as () => void)).toBe("a {b}");
  expect(names(() => 1)).toBe("");
});

test("a function that reads `this` is told from an arrow that only passes it on", () => {
  expect(
    signatureOf(function (this: { a: number }) {
      return this.a;
    }).usesThis,
  ).toBe(true);
  expect(signatureOf(new Function("return ({ m(a) { return this.a } }).m")() as () => void).usesThis).toBe(true);
  expect(signatureOf(new Function("return (a) => this.a")() as () => void).usesThis).toBe(false);
  expect(
    signatureOf(function (a: number) {
      return a;
    }).usesThis,
  ).toBe(false);
});
