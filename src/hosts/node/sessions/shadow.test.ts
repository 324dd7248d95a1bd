import { expect, test } from "vitest";

import { decode, encode } from "../../../protocol/codec.ts";
import type { Op, ToClient } from "../../../protocol/messages.ts";
import { createPayloads } from "./payloads.ts";
import { createShadow, readMessage } from "./shadow.ts";

type Patch = Extract<ToClient, { type: "patch" }>;

function screen(logLimit?: number) {
  const shadow = createShadow(logLimit);
  return {
    shadow,
    apply(...ops: Op[]): Patch {
      const patch: Patch = { type: "patch", from: shadow.revision, revision: shadow.revision + 1, ops };
      const bytes = encode(patch);
      shadow.apply(readMessage(bytes) as Patch, bytes);
      return patch;
    },
  };
}
const insert = (id: number, parent: number, after: number): Op => ({ op: "insert", id, parent, after, kind: "k", props: encode(id) });
const ids = (patch: Patch) => patch.ops.flatMap((op) => (op.op === "insert" ? [[op.parent, op.id, op.after]] : []));

test("a snapshot rebuilds the same screen, whatever was inserted, moved and removed before", () => {
  const { shadow, apply } = screen();
  apply(insert(17, 1, 0), insert(18, 1, 17), insert(19, 1, 17), insert(20, 19, 0), insert(21, 19, 20), insert(22, 2, 0));
  apply({ op: "move", id: 18, parent: 19, after: 20 }, { op: "remove", id: 17 }, { op: "set", id: 22, kind: "other", props: encode("new") });
  const first = shadow.snapshot();
  expect(ids(first)).toEqual([
    [1, 19, 0],
    [19, 20, 0],
    [19, 18, 20],
    [19, 21, 18],
    [2, 22, 0],
  ]);
  const again = createShadow();
  again.apply(first, encode(first));
  expect(again.snapshot()).toEqual(first);
  expect(again.nodes()).toEqual(shadow.nodes());
});

test("a node that was removed takes its children along", () => {
  const { shadow, apply } = screen();
  apply(insert(17, 1, 0), insert(18, 17, 0), insert(19, 18, 0));
  apply({ op: "remove", id: 17 });
  apply(insert(17, 1, 0));
  expect(ids(shadow.snapshot())).toEqual([[1, 17, 0]]);
  expect(() => apply({ op: "remove", id: 19 })).toThrow("node 19, which the screen does not have");
});

test("values and growing parts are part of a snapshot until the node is set anew", () => {
  const { shadow, apply } = screen();
  apply(insert(17, 1, 0), { op: "value", id: 17, value: 5, seq: 3 }, { op: "append", id: 17, prop: "text", value: "a" });
  apply(
    { op: "append", id: 17, prop: "text", value: "b" },
    { op: "append", id: 17, prop: "rows", value: [1] },
    { op: "append", id: 17, prop: "rows", value: [2] },
  );
  expect(shadow.snapshot().ops.slice(1)).toEqual([
    { op: "append", id: 17, prop: "text", value: "ab" },
    { op: "append", id: 17, prop: "rows", value: [1, 2] },
    { op: "value", id: 17, value: 5, seq: 3 },
  ]);
  // An engine that takes over must not believe that it knows these props.
  expect(decode(shadow.nodes()[0]?.props as Uint8Array)).toBeUndefined();
  apply({ op: "set", id: 17, kind: "k", props: encode("whole") });
  expect(shadow.snapshot().ops.map((op) => op.op)).toEqual(["insert", "value"]);
});

test("recent patches are given to whoever missed them, until they are forgotten", () => {
  const { shadow, apply } = screen(400);
  apply(insert(17, 1, 0));
  const second = apply({ op: "set", id: 17, kind: "k", props: encode("2") });
  const third = apply({ op: "set", id: 17, kind: "k", props: encode("3") });
  expect(shadow.since(3)).toEqual([]);
  expect(shadow.since(1)?.map((bytes) => decode(bytes))).toEqual([second, third]);
  expect(shadow.since(99)).toBeUndefined();
  for (let index = 0; index < 10; index++) apply({ op: "set", id: 17, kind: "k", props: encode("x".repeat(50)) });
  expect(shadow.since(1)).toBeUndefined();
  expect(shadow.since(12)).toHaveLength(1);
});

test("a hundred thousand nodes are built and taken away without looking through siblings", () => {
  const { shadow } = screen();
  const count = 100_000;
  const began = process.cpuUsage();
  const patch = (ops: Op[]) => shadow.apply({ type: "patch", from: shadow.revision, revision: shadow.revision + 1, ops }, new Uint8Array(1));
  patch(Array.from({ length: count }, (_, index) => insert(17 + index, 1, index === 0 ? 0 : 16 + index)));
  patch(Array.from({ length: count - 1 }, (_, index): Op => ({ op: "remove", id: 17 + index })));
  // Of this process alone, however busy the machine is; going through siblings would take five thousand million steps.
  expect(process.cpuUsage(began).user / 1e6).toBeLessThan(5);
  expect(ids(shadow.snapshot())).toEqual([[1, 16 + count, 0]]);
}, 60_000);

test("payloads are complete or not there, and the one not asked for longest goes first", () => {
  const payloads = createPayloads(250);
  const add = (hash: string, part: number, parts: number) => payloads.add({ type: "payload", hash, part, parts, bytes: new Uint8Array() }, new Uint8Array(100));
  add("a", 0, 2);
  expect(payloads.get("a")).toBeUndefined();
  add("a", 1, 2);
  add("a", 1, 2);
  expect(payloads.get("a")).toHaveLength(2);
  expect(payloads.bytes).toBe(200);
  add("b", 0, 1);
  expect(payloads.get("a")).toBeUndefined();
  expect(payloads.get("b")).toHaveLength(1);
});
