import { expect, test } from "vitest";
import { compareFixed, fillPath, matchPath, neededParams, type Pattern, patternOf, shapeOf } from "./page-pattern.ts";

const pattern = (path: string): Pattern => {
  const made = patternOf(path);
  if (typeof made === "string") throw new Error(made);
  return made;
};

test.each([
  ["orders/:id", "orders/42", { id: "42" }],
  ["orders/:id", "orders", undefined],
  ["orders/:id", "orders/42/edit", undefined],
  ["orders/:id/edit", "orders/a%2Fb/edit", { id: "a/b" }],
  ["orders/:id?", "orders", { id: undefined }],
  ["orders/:id?", "orders/42", { id: "42" }],
  ["files/:rest*", "files/a/b%3F/c", { rest: "a/b?/c" }],
  ["files/:rest*", "files", { rest: "" }],
  [":year/:month", "2024/05", { year: "2024", month: "05" }],
  ["about us", "about us", {}],
])("%s at %s", (declared, path, params) => {
  expect(matchPath(pattern(declared), path)).toEqual(params);
});

test.each([
  ["orders/:id", { id: 42 }, { path: "orders/42" }],
  ["orders/:id", { id: "a/b c" }, { path: "orders/a%2Fb c" }],
  ["orders/:id", {}, { wrong: "params.id must be text or a number" }],
  ["orders/:id", { id: "" }, { wrong: "params.id must be text or a number" }],
  ["orders/:id", { id: ".." }, { wrong: 'params.id cannot be ".."' }],
  ["orders/:id", { id: {} }, { wrong: "params.id must be text or a number" }],
  ["orders/:id", { id: 1, name: "x" }, { wrong: "params.name is no part of the page's path" }],
  ["orders/:id?", {}, { path: "orders" }],
  ["orders/:id?", { id: [] }, { wrong: "params.id must be text or a number" }],
  ["files/:rest*", { rest: "/a/b/" }, { path: "files/a/b" }],
  ["files/:rest*", { rest: "a/../b" }, { wrong: 'params.rest cannot be "a/../b"' }],
])("%s filled with %j", (declared, params, made) => {
  expect(fillPath(pattern(declared), params as never)).toEqual(made);
});

test("what is filled in is found again", () => {
  for (const id of ["42", "50/50", "100%", "what?", "#1", "Größe", "a b"]) {
    const made = fillPath(pattern("orders/:id"), { id });
    expect("path" in made && matchPath(pattern("orders/:id"), made.path)).toEqual({ id });
  }
});

test("a path that fixes more is asked first", () => {
  const declared = [":rest*", "orders/:id", "orders/:id?", "orders/new", ":a/:b"].map(pattern);
  expect(declared.toSorted(compareFixed).map(shapeOf)).toEqual(["orders/new", "orders/:", "orders/:?", ":/:", ":*"]);
  expect(neededParams(pattern("a/:b/:c?"))).toEqual(["b"]);
});

test("paths that cannot work are told", () => {
  expect(patternOf("a/:id/:id")).toBe("names :id twice");
  expect(patternOf("a/:id?/b")).toContain("at its end only");
  expect(patternOf(":1x")).toContain('":1x"');
  expect(patternOf("a/../b")).toContain('".."');
});
