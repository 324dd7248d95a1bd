import { expect, test } from "vitest";

import { encode } from "../../../protocol/codec.ts";
import type { ScriptThread, ThreadEvents } from "./thread.ts";
import type { ToScript } from "./thread-messages.ts";
import type { Tenant } from "./tenant.ts";
import { createWorkers, type Workers } from "./workers.ts";

/** Threads that do nothing but what a test tells them. */
function setting() {
  const threads: { events: ThreadEvents; posted: ToScript[]; isTerminated: boolean }[] = [];
  const log: string[] = [];
  const start = (_: unknown, events: ThreadEvents): ScriptThread => {
    const thread = { events, posted: [] as ToScript[], isTerminated: false };
    threads.push(thread);
    return {
      post: (message) => void thread.posted.push(message),
      get posted() {
        return thread.posted.length;
      },
      handled: () => thread.posted.length,
      holder: () => ({ lease: 0, since: 0 }),
      terminate: () => (thread.isTerminated = true),
    };
  };
  const workers: Workers = createWorkers({
    workerUrl: new URL("file:///none"),
    offloadUrl: new URL("file:///offload.js"),
    entry: "/app.ts",
    args: [],
    config: {},
    secretFiles: [],
    isProduction: false,
    serveCompiler: () => {},
    count: 1,
    log: (_, message) => void log.push(message),
    start,
  });
  return { threads, log, workers };
}

function tenant(told: string[]): Tenant {
  return {
    name: "one",
    opening: () => ({
      id: "one",
      principal: { headers: {}, cookies: {}, address: null },
      context: { timezone: "UTC", timezoneOffset: 0, locale: "en", url: "", isEmbedded: false, theme: "light" },
      query: "",
      page: "",
    }),
    received: () => {},
    kept: () => {},
    holds: () => {},
    unheard: () => {},
    edited: () => {},
    moved: (reason, detail) => void told.push(`${reason}: ${detail}`),
    failed: (detail) => void told.push(`failed: ${detail}`),
  };
}

test("a thread that ended is replaced and counts as able meanwhile; what it had not heard is said to the new one", () => {
  const { threads, workers } = setting();
  const told: string[] = [];
  const lease = workers.open(tenant(told));
  threads[0]?.events.message({ type: "ready" });
  threads[0]?.events.ended("boom");
  expect(told).toEqual(["crash: boom"]);
  expect(threads).toHaveLength(2);
  expect(workers.isAble()).toBe(true);
  lease.post(encode({ type: "stop" }), 2);
  expect(threads[1]?.posted.map(({ type }) => type)).toEqual(["open", "message"]);
  workers.close();
  expect(threads[1]?.isTerminated).toBe(true);
});

test("threads that never start are given up after three tries: sessions are told why, and the server is not able", () => {
  const { threads, log, workers } = setting();
  const told: string[] = [];
  workers.open(tenant(told));
  for (let tries = 0; tries < 3; tries++) threads[tries]?.events.ended("Cannot find package x");
  expect(threads).toHaveLength(3);
  expect(told.at(-1)).toBe("failed: Cannot find package x");
  expect(log.at(-1)).toContain("this is given up");
  expect(workers.isAble()).toBe(false);
  workers.close();
});

test("a session that closes leaves its thread, and its stop cell serves another one only after that", () => {
  const { threads, workers } = setting();
  const cells = () => threads[0]?.posted.flatMap((message) => (message.type === "open" ? [message.stop.index] : []));
  const first = workers.open(tenant([]));
  first.close();
  workers.open(tenant([])).close();
  expect(new Set(cells()).size).toBe(2);
  expect(threads[0]?.posted.map(({ type }) => type)).toEqual(["open", "close", "open", "close"]);
  workers.close();
});
