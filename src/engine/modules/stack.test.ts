import { describe, expect, test } from "vitest";

import { createStackMapper } from "./stack.ts";

const nothing = createStackMapper(() => undefined);

describe("values that are no ordinary errors", () => {
  test("exc-008 an error whose text conversion throws has an empty message", () => {
    class Bad extends Error {
      override get message(): string {
        throw new Error("no message");
      }
      override toString(): string {
        throw new Error("no text");
      }
    }
    const bad = new Bad();
    expect(nothing.report(bad)).toMatchObject({ name: "Bad", message: "" });
    expect(() => nothing.mapStack(bad)).not.toThrow();
    const proxy = new Proxy(
      {},
      {
        get() {
          throw new Error("trap");
        },
        getPrototypeOf() {
          throw new Error("trap");
        },
      },
    );
    expect(nothing.report(proxy)).toMatchObject({ name: "Error", message: "" });
    expect(
      nothing.report({
        toString() {
          throw new Error("x");
        },
        toJSON() {
          throw new Error("y");
        },
      }),
    ).toMatchObject({ message: "" });
    expect(nothing.report(Object.assign(new Error("m"), { stack: 5, cause: undefined }))).toMatchObject({
      message: "m",
      frames: [],
    });
  });

  test("whatever was thrown has a name and a message", () => {
    const messages = [
      ["text", "text"],
      [7, "7"],
      [7n, "7n"],
      [undefined, "undefined"],
      [null, "null"],
      [{ a: 1 }, '{"a":1}'],
      [{ message: "m" }, "m"],
      [Symbol("s"), "Symbol(s)"],
      [function f() {}, "function f"],
      [() => 1, "function without a name"],
    ] as const;
    for (const [thrown, message] of messages) expect(nothing.report(thrown)).toEqual({ name: "Error", message, frames: [] });
  });

  test("a subclass is named by its class unless it names itself", () => {
    class Own extends Error {}
    class Named extends Error {
      override name = "Special";
    }
    expect([new Own("a"), new Named("b"), new TypeError("c"), new Error("d")].map((one) => nothing.report(one).name)).toEqual([
      "Own",
      "Special",
      "TypeError",
      "Error",
    ]);
  });
});

test("causes and collected errors are told in the hint, circles end", () => {
  const inner = new TypeError("inner");
  expect(nothing.report(new Error("outer", { cause: inner })).hint).toBe("Caused by TypeError: inner");
  expect(nothing.report(new AggregateError([inner, "text"], "many"))).toMatchObject({
    name: "AggregateError",
    message: "many",
    hint: "Caused by TypeError: inner\nCaused by Error: text",
  });
  const circle = new Error("circle");
  circle.cause = circle;
  expect(nothing.report(circle).hint).toBeUndefined();
  expect(nothing.report(Object.assign(new Error("x"), { hint: "do this" })).hint).toBe("do this");
});

test("a message of megabytes is shortened, and says by how much", () => {
  const { message } = nothing.report(new Error("x".repeat(5_000_000)));
  expect(message).toBe(`${"x".repeat(10_000)}… (4990000 more characters)`);
});

test("a cause whose message the error repeats is not told twice", () => {
  const cause = new Error("'data' must be a table");
  expect(nothing.report(new Error("st.table: 'data' must be a table", { cause })).hint).toBeUndefined();
  expect(nothing.report(new Error("no table", { cause })).hint).toBe("Caused by Error: 'data' must be a table");
});
