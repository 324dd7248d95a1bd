import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";
import type { ToClient } from "../../protocol/messages.ts";

const urls = (page: Visit) => page.mirror.messages.filter((message): message is Extract<ToClient, { type: "url" }> => message.type === "url");
const json = (page: Visit, at = 0): unknown => JSON.parse(page.all("text")[at]?.props.body as string);
const show = (value: unknown) => st.text(JSON.stringify(value) ?? "undefined");

test("qp-001 a parameter reads as its last value, and all of them on request", async () => {
  const page = await visit(
    () => {
      const { queryParams } = st;
      show([
        queryParams.foo,
        queryParams.two,
        queryParams.get("two"),
        queryParams.getAll("two"),
        queryParams.getAll("none"),
        "foo" in queryParams,
        queryParams.has("none"),
      ]);
    },
    { open: { query: "foo=bar&two=x&two=y" } },
  );
  expect(json(page)).toEqual(["bar", "y", "y", ["x", "y"], [], true, false]);
});

test("a set of values and numbers of a typed array are as good as a list", async () => {
  const page = await visit(() => {
    st.queryParams.tags = new Set(["a", "b"]);
    st.queryParams.update({ n: new Int32Array([1, 2]) });
    show([st.queryParams.getAll("tags"), st.queryParams.getAll("n")]);
  });
  expect(json(page)).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
});

test("qp-003 what is set reads back at once and in the next run, and causes no run", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ runs: 0 });
    s.runs += 1;
    if (s.runs === 1) st.queryParams.a = 1;
    show([s.runs, st.queryParams.a]);
  });
  expect(json(page)).toEqual([1, "1"]);
  expect(urls(page)).toEqual([{ type: "url", query: "a=1", push: false }]);
  await page.rerun();
  expect(json(page)).toEqual([2, "1"]);
  expect(urls(page)).toHaveLength(1);
});

test("qp-004 a missing parameter is undefined, and require names it", async () => {
  const page = await visit(() => {
    show([String(st.queryParams.x), st.queryParams.get("x", "none")]);
    st.queryParams.require("x");
  });
  expect(json(page)).toEqual(["undefined", "none"]);
  expect(page.all("exception")[0]?.props.message).toBe('st.queryParams has no key "x". Did you forget to initialize it?');
});

test("qp-006 delete takes one parameter away, clear all but those of the embedding page", async () => {
  const page = await visit(
    () => {
      if (st.button("Delete")) delete st.queryParams.a;
      if (st.button("Clear")) st.queryParams.clear();
      show(st.queryParams.toDict());
    },
    { open: { query: "?a=1&b=2&c=3&embed=true" } },
  );
  await page.click(page.all("button")[0]);
  expect(json(page)).toEqual({ b: "2", c: "3" });
  expect(urls(page).at(-1)).toEqual({ type: "url", query: "b=2&c=3", push: false });
  await page.click(page.all("button")[1]);
  expect(json(page)).toEqual({});
  expect(urls(page).at(-1)).toEqual({ type: "url", query: "", push: false });
  expect(page.session.address.query).toBe("embed=true");
});

test("qp-008 several parameters set in one run change the address once", async () => {
  const page = await visit(() => {
    st.queryParams.update({ a: 1, b: [2, 3] });
    st.queryParams.update([["c", true]]);
    st.queryParams.d = "é &=";
    show([st.queryParams.getAll("b"), [...st.queryParams]]);
  });
  expect(json(page)).toEqual([
    ["2", "3"],
    [
      ["a", "1"],
      ["b", "3"],
      ["c", "true"],
      ["d", "é &="],
    ],
  ]);
  expect(urls(page)).toEqual([{ type: "url", query: "a=1&b=2&b=3&c=true&d=%C3%A9+%26%3D", push: false }]);
});

test("qp-010 an object is refused, and nothing is set", async () => {
  const page = await visit(() => {
    st.button("Draw");
    st.queryParams.update({ ok: 1, bad: { a: 1 } as never });
  });
  expect(page.all("exception")[0]?.props.message).toContain('"bad" cannot be set to an object');
  expect(urls(page)).toEqual([]);
});

test("qp-012 as a plain object each parameter has its last value, and embedding options do not show", async () => {
  const page = await visit(() => show([st.queryParams.toDict(), Object.keys(st.queryParams), { ...st.queryParams }]), {
    open: { query: "a=1&a=2&Embed=true&embed_options=dark" },
  });
  expect(json(page)).toEqual([{ a: "2" }, ["a"], { a: "2" }]);
});

test("fromDict replaces all, null takes away, and a parameter named like a command is reached by get and set", async () => {
  const page = await visit(
    () => {
      const before = st.queryParams.get("get");
      st.queryParams.fromDict({ x: 1, y: null });
      st.queryParams.set("clear", "yes");
      show([before, st.queryParams.toDict()]);
      st.queryParams.x = null;
      show(st.queryParams.toDict());
    },
    { open: { query: "get=it" } },
  );
  expect(json(page)).toEqual(["it", { x: "1", clear: "yes" }]);
  expect(json(page, 1)).toEqual({ clear: "yes" });
});

test.each(["embed", "EMBED_OPTIONS"])("the script cannot set %s", async (key) => {
  const page = await visit(() => st.queryParams.set(key, "true"));
  expect(page.all("exception")[0]?.props.message).toContain("cannot be set by the script");
});

test("mpa-051 on another page only the embedding options are left", async () => {
  const page = await visit(
    async () =>
      void (await st
        .navigation([
          st.Page(function one() {}),
          st.Page(function two() {
            show(st.queryParams.toDict());
          }),
        ])
        .run()),
    {
      open: { query: "foo=bar&embed=true" },
    },
  );
  await page.rerun({ page: "two" });
  expect(json(page)).toEqual({});
  expect(urls(page)).toEqual([{ type: "url", query: "", push: false }]);
  expect(page.session.address.query).toBe("embed=true");
});

test("qp-007 a slider takes its start from the address", async () => {
  const page = await visit(() => show(st.slider("N", 0, 10, Number(st.queryParams.get("n", "1")))), { open: { query: "n=5" } });
  expect(json(page)).toBe(5);
  expect(page.all("slider")[0]?.value).toEqual([5]);
});
