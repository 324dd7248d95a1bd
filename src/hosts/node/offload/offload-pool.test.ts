import { expect, test } from "vitest";

import type { OffloadCall } from "../../../engine/host.ts";
import type { ToOffload } from "./offload-messages.ts";
import { createOffloadPool } from "./offload-pool.ts";
import type { OffloadEvents } from "./offload-thread.ts";

interface FakeThread {
  events: OffloadEvents;
  posted: ToOffload[];
  raised: number;
  isTerminated: boolean;
}

function poolOf(size: number, grace?: number, idle?: number) {
  const threads: FakeThread[] = [];
  const pool = createOffloadPool({
    start(events) {
      const thread: FakeThread = { events, posted: [], raised: 0, isTerminated: false };
      threads.push(thread);
      return {
        post: (message) => void thread.posted.push(message),
        raise: (number) => void (thread.raised = number),
        terminate: () => void (thread.isTerminated = true),
      };
    },
    size: () => size,
    log: () => {},
    grace,
    idle,
  });
  /** Names of the functions a thread was given, in order. */
  const given = (at: number) => threads[at]?.posted.flatMap((message) => (message.type === "call" ? [message.call.name] : []));
  const finish = (at: number): void => {
    const last = threads[at]?.posted.findLast(({ type }) => type === "call") as Extract<ToOffload, { type: "call" }>;
    threads[at]?.events.message({ type: "value", number: last.number, bytes: new Uint8Array([1]) });
  };
  return { threads, pool, given, finish };
}

const named = (name: string): OffloadCall => ({ module: "/work.ts", name, args: new Uint8Array(), signals: [] });

test("no more threads are started than there may be, further calls wait for one, and idle ones are used again", async () => {
  const { threads, pool, given, finish } = poolOf(2);
  const answers = ["a", "b", "c"].map((name) => pool.run(named(name), name).answer);
  expect(threads.length).toBe(2);
  expect([given(0), given(1)]).toEqual([["a"], ["b"]]);
  finish(1);
  expect(given(1)).toEqual(["b", "c"]);
  await expect(answers[1]).resolves.toEqual({ value: new Uint8Array([1]) });
  finish(0);
  pool.run(named("d"), "d");
  expect(threads.length).toBe(2);
  expect(given(0)).toEqual(["a", "d"]);
});

test("somebody with many calls does not keep others waiting behind all of them", () => {
  const { pool, given, finish } = poolOf(2);
  for (const name of ["a1", "a2", "a3", "a4"]) pool.run(named(name), "a");
  pool.run(named("b1"), "b");
  finish(0);
  expect(given(0)).toEqual(["a1", "b1"]);
  finish(1);
  expect(given(1)).toEqual(["a2", "a3"]);
});

test("a call that ends while it waits is never given to a thread", () => {
  const { pool, given, finish } = poolOf(1);
  pool.run(named("a"), "a");
  const waiting = pool.run(named("b"), "b");
  pool.run(named("c"), "c");
  waiting.stop();
  finish(0);
  expect(given(0)).toEqual(["a", "c"]);
});

test("a thread that gives way in time is kept, one that does not is replaced", async () => {
  const { pool, threads, given, finish } = poolOf(1, 10);
  pool.run(named("a"), "a").stop();
  expect(threads[0]?.raised).toBe(1);
  finish(0);
  pool.run(named("b"), "b").stop();
  pool.run(named("c"), "c");
  await expect.poll(() => threads[0]?.isTerminated).toBe(true);
  expect([given(0), given(1)]).toEqual([["a", "b"], ["c"]]);
});

test("the call of a thread that dies fails with the reason, and the next call has a new thread", async () => {
  const { pool, threads, given } = poolOf(1);
  const { answer } = pool.run(named("a"), "a");
  pool.run(named("b"), "b");
  threads[0]?.events.ended("it ran out of memory");
  await expect(answer).rejects.toThrow("The thread on which a ran has ended: it ran out of memory");
  expect(given(1)).toEqual(["b"]);
});

test("a thread with nothing to do is given up after a while", async () => {
  const { pool, threads, finish } = poolOf(1, 10, 10);
  pool.run(named("a"), "a");
  finish(0);
  await expect.poll(() => threads[0]?.isTerminated).toBe(true);
});
