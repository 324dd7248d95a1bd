import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { createDiskCache } from "./disk-cache.ts";

let folder = "";
let said: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rivulet-disk-"));
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => createDiskCache(join(folder, "cache"), (message) => said.push(message));
const bytes = (...values: number[]) => new Uint8Array(values);

test("cache-035 a result outlives the store that wrote it", () => {
  open().set("abc/1-2", bytes(1, 2, 3));
  expect([...(open().get("abc/1-2") ?? [])]).toEqual([1, 2, 3]);
  expect(open().get("abc/1-3")).toBeUndefined();
  open().delete("abc/1-2");
  expect(open().get("abc/1-2")).toBeUndefined();
});

test("a file that was cut off or changed counts as missing", () => {
  open().set("abc/1-2", bytes(1, 2, 3, 4, 5));
  const path = join(folder, "cache", "abc", "1-2.bin");
  const whole = readFileSync(path);
  for (const damaged of [whole.subarray(0, -1), whole.subarray(0, 10), Buffer.alloc(0), Buffer.from(whole).fill(9, whole.length - 1)]) {
    writeFileSync(path, damaged);
    expect(open().get("abc/1-2")).toBeUndefined();
  }
});

test("no draft stays behind, and what cannot be written is told", () => {
  open().set("abc/1-2", bytes(1));
  expect(readdirSync(join(folder, "cache", "abc"))).toEqual(["1-2.bin"]);
  writeFileSync(join(folder, "cache", "file"), "");
  open().set("file/1-2", bytes(1));
  expect(said.join()).toContain("could not be kept");
});

test("all results are dropped, or those of one function", () => {
  const store = open();
  for (const key of ["a/1-1", "a/1-2", "a/2-1", "b/1-1"]) store.set(key, bytes(1));
  store.clear("a/1-");
  expect(["a/1-1", "a/1-2", "a/2-1", "b/1-1"].map((key) => store.get(key) !== undefined)).toEqual([false, false, true, true]);
  store.clear("");
  expect(store.get("b/1-1")).toBeUndefined();
  store.clear("");
  store.clear("c/");
});

test("a key cannot lead out of the folder", () => {
  for (const key of ["../x/y", "a/../../b", "/etc/passwd", "a", ""]) expect(() => open().get(key) ?? open().set(key, bytes(1)), key).toThrow("no key");
});
