import { expect, test } from "vitest";
import { encode } from "../protocol/codec.ts";
import type { Op } from "../protocol/messages.ts";
import { createTree, type WidgetSink } from "./tree.ts";

function setUp() {
  const received: unknown[] = [];
  const gone: string[] = [];
  const sink: WidgetSink = { receive: (...args) => received.push(args), gone: (ids) => gone.push(...ids) };
  return { tree: createTree(sink), received, gone };
}

const insert = (id: number, parent: number, after: number, props: object = {}): Op => ({ op: "insert", id, parent, after, kind: "text", props: encode(props) });

test("nodes stand where the operations put them", () => {
  const { tree } = setUp();
  tree.apply({ from: 0, revision: 1, ops: [insert(16, 1, 0), insert(17, 1, 16), insert(18, 1, 0), insert(19, 17, 0)] });
  expect(tree.node(1)?.children).toEqual([18, 16, 17]);
  tree.apply({
    from: 1,
    revision: 2,
    ops: [
      { op: "move", id: 18, parent: 17, after: 19 },
      { op: "remove", id: 16 },
    ],
  });
  expect(tree.node(1)?.children).toEqual([17]);
  expect(tree.node(17)?.children).toEqual([19, 18]);
  expect(tree.node(16)).toBeUndefined();
});

test("a changed block gets another list of children, so that views see the change", () => {
  const { tree } = setUp();
  tree.apply({ from: 0, revision: 1, ops: [insert(16, 1, 0)] });
  const before = tree.node(1)?.children;
  tree.apply({ from: 1, revision: 2, ops: [insert(17, 1, 16)] });
  expect(before).toEqual([16]);
  expect(tree.node(1)?.children).toEqual([16, 17]);
});

test("a listener is told once per patch, and only when its own node changed", () => {
  const { tree } = setUp();
  tree.apply({ from: 0, revision: 1, ops: [insert(16, 1, 0, { body: "a" }), insert(17, 1, 16, { body: "b" })] });
  const calls: number[] = [];
  tree.subscribe(16, () => calls.push(16));
  tree.subscribe(17, () => calls.push(17));
  tree.apply({
    from: 1,
    revision: 2,
    ops: [
      { op: "append", id: 16, prop: "body", value: "1" },
      { op: "append", id: 16, prop: "body", value: "2" },
    ],
  });
  expect(calls).toEqual([16]);
  expect(tree.node(16)?.props.body).toBe("a12");
});

test("a patch for another revision is refused and changes nothing", () => {
  const { tree } = setUp();
  tree.apply({ from: 0, revision: 4, ops: [insert(16, 1, 0)] });
  expect(tree.apply({ from: 3, revision: 5, ops: [{ op: "remove", id: 16 }] })).toBe(false);
  expect(tree.node(16)).toBeDefined();
});

test("a snapshot replaces the tree; widgets that are still there are not gone", () => {
  const { tree, gone } = setUp();
  tree.apply({ from: 0, revision: 1, ops: [insert(16, 1, 0, { widget: { id: "a" } }), insert(17, 1, 16, { widget: { id: "b" } })] });
  tree.apply({ from: 0, revision: 9, ops: [insert(30, 1, 0, { widget: { id: "b" } })] });
  expect(tree.node(16)).toBeUndefined();
  expect(gone).toEqual(["a"]);
});

test("a removed block takes its widgets along", () => {
  const { tree, gone } = setUp();
  tree.apply({ from: 0, revision: 1, ops: [insert(16, 1, 0), insert(17, 16, 0, { widget: { id: "a" } })] });
  tree.apply({ from: 1, revision: 2, ops: [{ op: "remove", id: 16 }] });
  expect(gone).toEqual(["a"]);
});

test("rows and columns grow at their end", () => {
  const { tree } = setUp();
  tree.apply({ from: 0, revision: 1, ops: [insert(16, 1, 0, { rows: [1], columns: { x: [1], y: [2] } })] });
  tree.apply({
    from: 1,
    revision: 2,
    ops: [
      { op: "append", id: 16, prop: "rows", value: [2, 3] },
      { op: "append", id: 16, prop: "columns", value: { x: [3], y: [4] } },
    ],
  });
  expect(tree.node(16)?.props).toEqual({ rows: [1, 2, 3], columns: { x: [1, 3], y: [2, 4] } });
});

test("stale nodes are named in full each time and fresh again after a run", () => {
  const { tree } = setUp();
  tree.apply({ from: 0, revision: 1, ops: [insert(16, 1, 0), insert(17, 1, 16)] });
  tree.apply({ from: 1, revision: 2, ops: [{ op: "stale", ids: [16, 17] }] });
  tree.apply({ from: 2, revision: 3, ops: [{ op: "stale", ids: [17] }] });
  expect([tree.isStale(16), tree.isStale(17)]).toEqual([false, true]);
  tree.refresh();
  expect(tree.isStale(17)).toBe(false);
});

test("ten thousand nodes of one message are told in one go", () => {
  const { tree } = setUp();
  const ops = Array.from({ length: 10_000 }, (_, i) => insert(16 + i, 1, i === 0 ? 0 : 15 + i, { body: String(i) }));
  let told = 0;
  tree.subscribe(1, () => {
    told += 1;
  });
  tree.apply({ from: 0, revision: 1, ops });
  expect(told).toBe(1);
  expect(tree.node(1)?.children.length).toBe(10_000);
});
