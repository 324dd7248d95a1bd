import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Channel } from "../protocol/channel.ts";
import { decode, encode } from "../protocol/codec.ts";
import type { ToClient, ToServer } from "../protocol/messages.ts";
import { connect } from "./connection.ts";
import { NO_CONFIG } from "./session.ts";

/** One end in memory, and levers for the other. */
function fakeChannel() {
  const sent: ToServer[] = [];
  const messages = new Set<(bytes: Uint8Array) => void>();
  const closes = new Set<() => void>();
  const listen =
    <T>(set: Set<T>) =>
    (listener: T) => {
      set.add(listener);
      return () => void set.delete(listener);
    };
  const channel: Channel = {
    send: (bytes) => void sent.push(decode(bytes) as ToServer),
    onMessage: listen(messages),
    onClose: listen(closes),
    close: () => {},
  };
  return {
    channel,
    sent,
    say: (message: ToClient) => messages.forEach((listener) => listener(encode(message))),
    breakOff: () => closes.forEach((listener) => listener()),
  };
}

const WELCOME: ToClient = { type: "welcome", version: 1, session: "s", resumed: false, config: NO_CONFIG };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(dial: () => Promise<Channel>) {
  const phases: string[] = [];
  const connection = connect({
    dial,
    hello: () => ({ type: "ping" }),
    onMessage: () => {},
    onPhase: (phase, failures) => phases.push(`${phase} ${failures}`),
  });
  return { connection, phases };
}

test("ui-connection-003 a broken connection is opened again after half a second, and nothing is sent before the welcome", async () => {
  const ends = [fakeChannel(), fakeChannel()];
  let dialled = 0;
  const { connection, phases } = setUp(() => Promise.resolve((ends[dialled++] as (typeof ends)[0]).channel));
  await vi.advanceTimersByTimeAsync(0);
  ends[0]?.say(WELCOME);
  expect(connection.send({ type: "stop" })).toBe(true);
  ends[0]?.breakOff();
  expect(connection.send({ type: "stop" })).toBe(false);
  await vi.advanceTimersByTimeAsync(400);
  expect(dialled).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(dialled).toBe(2);
  ends[1]?.say(WELCOME);
  expect(phases).toEqual(["connecting 0", "live 0", "lost 1", "live 0"]);
  connection.end();
});

test("retries come ever later, up to a minute apart", async () => {
  let dialled = 0;
  const { connection } = setUp(() => {
    dialled += 1;
    return Promise.reject(new Error("nobody there"));
  });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(dialled).toBeGreaterThanOrEqual(6);
  expect(dialled).toBeLessThanOrEqual(7);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(dialled).toBeLessThan(22);
  connection.end();
});

test("a server that stays silent is asked once, then left", async () => {
  const end = fakeChannel();
  const { connection, phases } = setUp(() => Promise.resolve(end.channel));
  await vi.advanceTimersByTimeAsync(0);
  end.say(WELCOME);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(end.sent.at(-1)).toEqual({ type: "ping" });
  await vi.advanceTimersByTimeAsync(15_000);
  expect(phases.at(-1)).toBe("lost 1");
  connection.end();
});
