import { expect, test, vi } from "vitest";
import { createTestHost } from "../../hosts/test/host.ts";
import { AppTest } from "../../hosts/test/index.ts";
import st from "../../index.ts";
import { createEngine } from "../engine.ts";
import { AppError, ControlSignal, RerunSignal, StopSignal, SupersededSignal, SwitchPageSignal } from "./errors.ts";

test("a signal is told from other signals and from all else", () => {
  const signals = [new StopSignal(), new RerunSignal("app"), new SupersededSignal(), new SwitchPageSignal("a", undefined)];
  const classes = [StopSignal, RerunSignal, SupersededSignal, SwitchPageSignal];
  for (const [row, signal] of signals.entries()) {
    expect(signal instanceof ControlSignal).toBe(true);
    expect(classes.map((one) => signal instanceof one)).toEqual(classes.map((_, column) => row === column));
  }
  for (const other of [null as unknown, undefined, 1, "stop", {}, { signal: "stop" }, new Error("x"), new AppError("test", "x")]) {
    expect(other instanceof ControlSignal).toBe(false);
  }
});

test("another copy of the package in the process draws on the same page and ends the same run", async () => {
  vi.resetModules();
  const { default: other } = await import("../../index.ts");
  expect(other).not.toBe(st);
  const at = await AppTest.fromFunction(() => {
    other.text("drawn by the other");
    other.stop();
    st.text("never");
  }).run();
  expect(at.exception.values).toEqual([]);
  expect(at.text.values).toEqual(["drawn by the other"]);
});

test("a thrown value that throws when it is looked at is shown as an error and ends its run", async () => {
  const trap = () => {
    throw new Error("trap");
  };
  const at = await AppTest.fromFunction(() => {
    if (st.button("Throw")) throw new Proxy({}, { get: trap, has: trap, getPrototypeOf: trap });
    if (st.button("Throw also")) throw new Proxy({}, { get: trap });
    st.text("drawn");
  }).run();
  for (const index of [0, 1]) {
    await at.button[index]?.click().run();
    expect(at.exception[0]?.message).toMatch(/a value was thrown that cannot be read/);
    await at.run();
  }
  expect(at.text.values).toEqual(["drawn"]);
});

test("an error of the compiler names files as people know them", async () => {
  const frames = [{ file: "/home/me/app.ts", line: 3, column: 1 }];
  const host = createTestHost({ compile: async () => ({ error: { name: "SyntaxError", message: "Unexpected token", frames } }), log: () => {} });
  const { core } = createEngine({ host: { ...host, displayPath: (path) => path.replace("/home/me/", "") }, entry: "/home/me/app.ts", rivulet: () => ({}) });
  await core.load();
  expect(core.ready).toMatchObject({ error: { frames: [{ file: "app.ts", line: 3 }] } });
});
