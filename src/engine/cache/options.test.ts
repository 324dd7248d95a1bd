import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { createDiskCache } from "../../hosts/node/threads/disk-cache.ts";
import { createTestHost } from "../../hosts/test/host.ts";
import { Visit, visit } from "../../hosts/test/visit.ts";
import st, { Temporal } from "../../index.ts";
import { createEngine } from "../engine.ts";
import { bytesOf } from "./byte-size.ts";
import type { Host } from "../host.ts";

const texts = (page: Visit): string[] => page.all("text").map((node) => node.props.body);
const problems = (page: Visit) => page.all("exception").map(({ props }) => `${props.message} ${props.hint ?? ""}`);

/** A page whose engine's clock stands until it is moved, in seconds. */
async function timed(script: () => unknown, host: Partial<Host> = {}) {
  let seconds = 0;
  const page = await visit(script, { host: { ...createTestHost(), ...host, now: () => seconds * 1000 } });
  return { page, at: (to: number) => ((seconds = to), page.rerun()) };
}

describe("ttl", () => {
  test("cache-010 a result is computed again once its time is over", async () => {
    const computed: number[] = [];
    let now = 0;
    const { at } = await timed(() => st.cacheData(() => void computed.push(now), { ttl: 1 })());
    for (now of [0.5, 1.5, 2.4, 2.5]) await at(now);
    expect(computed).toEqual([0, 1.5, 2.5]);
  });

  test("cache-011 an hour is 3600 s however it is written", async () => {
    for (const ttl of [3600, "1h", { hours: 1 }, Temporal.Duration.from({ hours: 1 })]) {
      let computed = 0;
      const { at } = await timed(() => st.cacheData(() => void (computed += 1), { ttl })());
      await at(3599.9);
      expect(computed).toBe(1);
      await at(3600);
      expect(computed).toBe(2);
    }
  });

  test("cache-044 a ttl that is no time is refused where the function is declared", async () => {
    const page = await visit(() => void st.cacheData(() => 1, { ttl: "potato" }));
    expect(problems(page)[0]).toContain('st.cacheData: ttl must be a length of time, not "potato"');
  });

  test("results nobody asks for again do not pile up", async () => {
    const released: number[] = [];
    let n = 0;
    const { at } = await timed(() => st.cacheResource((i: number) => i, { ttl: 10, onRelease: (i) => released.push(i) })(n));
    for (n of [1, 2, 3]) await at(n);
    n = 4;
    await at(30);
    expect(released).toEqual([0, 1, 2, 3]);
  });

  describe("refreshed in the background", () => {
    /** Calls of an engine whose clock is moved by hand: each gives what the script saw. */
    async function refreshing(options: object = {}, config: Record<string, unknown> = {}) {
      const calls: (() => unknown)[] = [];
      const seen: unknown[] = [];
      const log: string[] = [];
      let seconds = 0;
      const host = { ...createTestHost({ log: (_, message) => void log.push(message) }), now: () => seconds * 1000 };
      const script = async () =>
        void seen.push(await st.cacheData(async () => (calls.at(-1) as () => unknown)(), { ttl: 10, refreshMode: "background", ...options })());
      calls.push(() => "first");
      const page = await visit(script, { host, config });
      const at = async (to: number) => {
        seconds = to;
        await page.rerun();
        return seen.at(-1);
      };
      return { at, calls, log };
    }

    test("the old result is handed out at once, and the next call has the new one", async () => {
      const { at, calls } = await refreshing();
      calls.push(() => "second");
      expect(await at(9)).toBe("first");
      expect(await at(11)).toBe("first");
      await expect.poll(() => at(11)).toBe("second");
      expect(await at(20)).toBe("second");
    });

    test("a result nobody asked for until twice its time is over is computed while the caller waits", async () => {
      const { at, calls } = await refreshing();
      calls.push(() => "second");
      expect(await at(20)).toBe("second");
      const longer = await refreshing({}, { "runner.cacheBackgroundRefreshTTLMultiplier": 5 });
      expect(await longer.at(49)).toBe("first");
    });

    test("while one is under way no second one starts, and what was cleared meanwhile stays cleared", async () => {
      let open: (value: string) => void = () => {};
      let begun = 0;
      const { at, calls } = await refreshing();
      calls.push(() => {
        begun += 1;
        return new Promise<string>((resolve) => (open = resolve));
      });
      expect([await at(11), await at(12), await at(13)]).toEqual(["first", "first", "first"]);
      expect(begun).toBe(1);
      calls.push(() => "third");
      st.cacheData.clear();
      open("second");
      expect(await at(14)).toBe("third");
    });

    test("a failure is logged, the old result stays, and the next attempt is made a minute later", async () => {
      let attempts = 0;
      const { at, calls, log } = await refreshing({ ttl: 100 });
      calls.push(() => {
        attempts += 1;
        throw new Error("down");
      });
      expect(await at(101)).toBe("first");
      expect(await at(159)).toBe("first");
      expect(attempts).toBe(1);
      expect(log.join("\n")).toContain("failed in the background");
      await at(162);
      expect(attempts).toBe(2);
    });

    test("a resource that has been replaced is released", async () => {
      const released: number[] = [];
      let made = 0;
      const { page, at } = await timed(() => {
        st.text(String(st.cacheResource(() => ++made, { ttl: 10, refreshMode: "background", onRelease: (n) => released.push(n) })()));
      });
      await at(11);
      await expect.poll(() => released).toEqual([1]);
      await page.rerun();
      expect(texts(page)).toEqual(["2"]);
    });

    test("it needs a ttl, cannot be kept on disk, and is one of two words", async () => {
      const declare = async (options: object) => problems(await visit(() => void st.cacheData(() => 1, options)))[0];
      expect(await declare({ refreshMode: "background" })).toContain('ttl must be given with refreshMode "background"');
      expect(await declare({ refreshMode: "background", ttl: 1, persist: "disk" })).toContain('refreshMode must be left out with persist "disk"');
      expect(await declare({ refreshMode: "later", ttl: 1 })).toContain('refreshMode must be "foreground" or "background", not "later"');
    });
  });

  test("cache-029 a resource of a class made anew by every run lives until its time is over", async () => {
    const { page, at } = await timed(() => {
      class Store {
        static connect = st.cacheResource(() => ({ number: Math.random() }), { ttl: 300 });
      }
      st.text(String(Store.connect().number));
    });
    const first = texts(page);
    await at(299);
    expect(texts(page)).toEqual(first);
    await at(300);
    expect(texts(page)).not.toEqual(first);
  });
});

describe("maxEntries", () => {
  test("the result used longest ago goes first", async () => {
    const computed: number[] = [];
    await visit(() => {
      const f = st.cacheData((n: number) => void computed.push(n), { maxEntries: 2 });
      for (const n of [1, 2, 1, 3, 1, 2]) f(n);
    });
    expect(computed).toEqual([1, 2, 3, 2]);
  });

  test("cache-060 a changed ttl or maxEntries starts with an empty cache", async () => {
    let options = {};
    let computed = 0;
    const page = await visit(() => st.cacheData(() => void (computed += 1), options)());
    for (options of [{ ttl: 5 }, { ttl: 6 }, { maxEntries: 3 }]) {
      await page.rerun();
      await page.rerun();
    }
    expect(computed).toBe(4);
  });

  test("a number that is none is refused", async () => {
    for (const maxEntries of [0, -1, 1.5, "5" as unknown as number]) {
      const page = await visit(() => void st.cacheResource(() => 1, { maxEntries }));
      expect(problems(page)[0]).toContain(`st.cacheResource: maxEntries must be a whole number above 0, not ${JSON.stringify(maxEntries)}`);
    }
  });
});

describe("resources", () => {
  test("cache-036 a resource that is not valid any more is released and made again", async () => {
    let made = 0;
    let isGood = true;
    const released: number[] = [];
    const page = await visit(() => {
      const connect = st.cacheResource(() => ({ n: (made += 1) }), { validate: () => isGood, onRelease: ({ n }) => released.push(n) });
      st.text(String(connect().n));
    });
    isGood = false;
    await page.rerun();
    expect([texts(page), made, released]).toEqual([["2"], 2, [1]]);
  });

  test("cache-059 validate is asked with the kept resource on a hit, and may be async as the function is", async () => {
    const asked: unknown[] = [];
    let good = true;
    const page = await visit(async () => {
      const sync = st.cacheResource(() => "a", { validate: (it) => asked.push(it) > 0 });
      const later = st.cacheResource(async () => `b${asked.length}`, { validate: async (it) => (asked.push(it), good) });
      st.text(`${sync()} ${await later()}`);
    });
    expect(asked).toEqual([]);
    await page.rerun();
    expect([asked, texts(page)]).toEqual([["a", "b0"], ["a b0"]]);
    good = false;
    await page.rerun();
    expect(texts(page)).toEqual(["a b4"]);
  });

  test("every way to drop a resource releases it", async () => {
    const released: string[] = [];
    let step = 0;
    const page = await visit(() => {
      const open = st.cacheResource((name: string) => name, { maxEntries: 2, onRelease: (name) => released.push(name) });
      for (const name of ["a", "b", "c"]) open(name);
      step += 1;
      if (step === 1) open.clear("b");
      if (step === 2) open.clear();
    });
    expect(released.splice(0)).toEqual(["a", "b"]);
    await page.rerun();
    expect(released).toEqual(["c", "a", "b", "c"]);
  });

  test("a failing onRelease is logged, and ends nothing", async () => {
    const said: string[] = [];
    const page = await visit(
      () => {
        const open = st.cacheResource(
          function open() {
            return 1;
          },
          {
            onRelease: () => {
              throw new Error("still busy");
            },
          },
        );
        open();
        open.clear();
        st.text("fine");
      },
      { host: createTestHost({ log: (_, message) => said.push(message) }) },
    );
    expect(texts(page)).toEqual(["fine"]);
    expect(said.join()).toContain("onRelease of the cached function open failed: still busy");
  });
});

test('scope "session" keeps results apart, and releases them when the session ends', async () => {
  let made = 0;
  const released: number[] = [];
  const engine = createEngine({
    rivulet: () => ({}),
    host: createTestHost(),
    entry: () => st.text(String(st.cacheResource(() => (made += 1), { scope: "session", onRelease: (n) => released.push(n) })())),
  });
  const [a, b] = [new Visit(engine), new Visit(engine)];
  for (const page of [a, b, a, b]) await page.rerun();
  expect([texts(a), texts(b)]).toEqual([["1"], ["2"]]);
  a.session.close();
  expect(released).toEqual([1]);
});

describe("persist", () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  const newFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), "rivulet-persist-"));
    folders.push(folder);
    return folder;
  };
  /** As after a restart: a new engine over the same folder. */
  const start = (folder: string, script: () => unknown) =>
    visit(script, { host: { ...createTestHost(), cacheStore: createDiskCache(folder, () => {}) }, temporal: Temporal });
  const counted = () => {
    const seen = { computed: 0 };
    const script = async () => {
      const load = st.cacheData(
        (n: number) => {
          seen.computed += 1;
          st.sidebar.text("drawn");
          st.container().lineChart([{ x: 1, y: n }]);
          return { n, day: Temporal.PlainDate.from("2024-01-10"), tags: new Set(["x"]), none: undefined };
        },
        { persist: "disk" },
      );
      const value = load(5);
      const later = st.cacheData(async () => (seen.computed += 1) > 0, { persist: true });
      st.text(`${value.n} ${value.day.add({ days: 1 })} ${value.tags.has("x")} ${"none" in value} ${Object.isFrozen(value)} ${await later()}`);
    };
    return { seen, script };
  };
  const EXPECTED = ["5 2024-01-11 true true true true", "drawn"];

  test("cache-035 a result is found again after a restart, with what it drew", async () => {
    const folder = newFolder();
    const { seen, script } = counted();
    expect(texts(await start(folder, script))).toEqual(EXPECTED);
    expect(seen.computed).toBe(2);
    const page = await start(folder, script);
    expect(texts(page)).toEqual(EXPECTED);
    expect(page.all("lineChart")).toHaveLength(1);
    expect(seen.computed).toBe(2);
  });

  test("clear drops the files, too", async () => {
    for (const clear of [
      (f: { clear(...args: number[]): void }) => f.clear(),
      (f: { clear(...args: number[]): void }) => f.clear(1),
      () => st.cacheData.clear(),
    ]) {
      const folder = newFolder();
      let computed = 0;
      let asks = true;
      const script = () => {
        const f = st.cacheData((n: number) => (computed += 1) + n, { persist: true });
        if (asks) f(1);
        else clear(f);
      };
      await start(folder, script);
      asks = false;
      await start(folder, script);
      asks = true;
      await start(folder, script);
      expect(computed).toBe(2);
    }
  });

  test("a damaged file counts as none", async () => {
    const folder = newFolder();
    const { seen, script } = counted();
    await start(folder, script);
    for (const name of readdirSync(folder).filter((one) => !one.startsWith("."))) {
      for (const file of readdirSync(join(folder, name))) writeFileSync(join(folder, name, file), "nonsense");
    }
    expect(texts(await start(folder, script))).toEqual(EXPECTED);
    expect(seen.computed).toBe(4);
  });

  test("a resource in the key never finds the file of another process's resource", async () => {
    const folder = newFolder();
    let computed = 0;
    const script = () => {
      const db = st.cacheResource(() => ({ name: "db" }));
      st.cacheData((it: object) => (computed += 1) + Object.keys(it).length, { persist: true })(db());
    };
    await start(folder, script);
    await start(folder, script);
    expect(computed).toBe(2);
  });

  test("cache-056 with a ttl a warning is logged, once, and the ttl is ignored", async () => {
    const said: string[] = [];
    let computed = 0;
    const { at } = await timed(
      () =>
        st.cacheData(
          function load() {
            computed += 1;
          },
          { persist: "disk", ttl: 1 },
        )(),
      { log: (_, message) => void said.push(message) },
    );
    await at(100);
    expect(computed).toBe(1);
    expect(said).toEqual([expect.stringContaining("load has a ttl and persist; what is kept on disk does not expire, so the ttl is ignored")]);
  });

  test("cache-057 anything but disk is refused; true means disk, false nothing", async () => {
    const page = await visit(() => {
      st.cacheData(() => 1, { persist: true });
      st.cacheData(() => 1, { persist: false });
      st.cacheData(() => 1, { persist: null });
      st.cacheData(() => 1, { persist: "yes please" as "disk" });
    });
    expect(problems(page)[0]).toContain(
      'st.cacheData: persist must be "disk", not "yes please" true means "disk" too; false or nothing keeps results in memory only.',
    );
  });

  test("what cannot be written is refused with words", async () => {
    const page = await start(
      newFolder(),
      () =>
        void st.cacheData(
          function load() {
            return { [Symbol.for("x")]: 1 };
          },
          { persist: true },
        )(),
    );
    expect(problems(page)[0]).toContain("The return value of 'load' cannot be kept on disk");
  });
});

test("other options that make no sense are refused by name", async () => {
  for (const [options, says] of [
    [{ scope: "user" }, 'scope must be "global" or "session", not "user"'],
    [{ showSpinner: 5 }, "showSpinner must be true, false or a text, not 5"],
    [{ hashFuncs: {} }, "hashFuncs must be a list of pairs"],
    [{ persist: true, scope: "session" }, 'persist must be left out with scope "session"'],
    ["1h", "the second argument must be an object of options"],
  ] as const) {
    const page = await visit(() => void st.cacheData(() => 1, options as object));
    expect(problems(page)[0]).toContain(`st.cacheData: ${says}`);
  }
  const page = await visit(() => void st.cacheData(5 as unknown as () => void));
  expect(problems(page)[0]).toContain("st.cacheData: the first argument must be a function, not 5");
});

describe("maxSize", () => {
  test("the results used longest ago go once all together are too big, and a single one that is too big is kept alone", async () => {
    const computed: number[] = [];
    const log: string[] = [];
    const host = createTestHost({ log: (_, message) => void log.push(message) });
    const page = await visit(
      () => {
        const load = st.cacheData(
          (size: number) => {
            computed.push(size);
            return "x".repeat(size);
          },
          { maxSize: "1KB" },
        );
        for (const size of [400, 500, 400, 300, 400, 500]) load(size);
        load(5000);
        load(5000);
        load(1);
        load(5000);
      },
      { host },
    );
    expect(problems(page)).toEqual([]);
    // 300 pushes out 500, which was used before 400; 5000 pushes out all, and goes with the next one.
    expect(computed).toEqual([400, 500, 300, 500, 5000, 1, 5000]);
    expect(log.filter((line) => line.includes("more than its maxSize"))).toHaveLength(1);
  });

  test("sizes are bytes or texts with a unit of 1024, everything else is refused with the fix", async () => {
    expect(["1b", "1KB", "1.5 kib", ".5MB", "2GiB", 7].map((size) => bytesOf("x", size))).toEqual([1, 1024, 1536, 524_288, 2 ** 31, 7]);
    for (const size of ["500", "0MB", "-1KB", "big", 1.5, 0, Number.NaN])
      expect(() => bytesOf("st.cacheData: maxSize", size), String(size)).toThrow("maxSize must be");
    const page = await visit(() => void st.cacheData(() => 1, { maxSize: "much" }));
    expect(problems(page)[0]).toContain('"500MB"');
  });
});
