import { describe, expect, test } from "vitest";
import { createEngine } from "../engine.ts";
import { createTestHost } from "../../hosts/test/host.ts";
import { Visit, visit, type VisitOptions } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const problems = (page: Visit) => page.all("exception").map(({ props }) => `${props.message} ${props.hint ?? ""}`);
/** Texts on the page, in order. */
const texts = (page: Visit): string[] => page.all("text").map((node) => node.props.body);

/** Several sessions of one script. */
async function visits(count: number, script: () => unknown, options: Partial<VisitOptions> = {}): Promise<Visit[]> {
  const engine = createEngine({ rivulet: () => ({}), host: createTestHost(), ...options, entry: script } as Parameters<typeof createEngine>[0]);
  const pages = Array.from({ length: count }, () => new Visit(engine));
  for (const page of pages) await page.rerun();
  return pages;
}

describe("results are kept", () => {
  test("cache-001 one computation serves all runs and sessions", async () => {
    let computed = 0;
    const pages = await visits(2, () => {
      const load = st.cacheData((n: number) => {
        computed += 1;
        return Array.from({ length: n }, (_, i) => i);
      });
      st.text(String(load(10).length));
    });
    for (const page of pages) await page.rerun();
    expect(computed).toBe(1);
    expect(pages.map(texts)).toEqual([["10"], ["10"]]);
  });

  test("cache-002 each argument has a result of its own", async () => {
    const computed: number[] = [];
    await visit(() => {
      const load = st.cacheData((n: number) => void computed.push(n));
      load(10);
      load(20);
      load(10);
    });
    expect(computed).toEqual([10, 20]);
  });

  test("cache-042 nothing is a result too", async () => {
    let computed = 0;
    const page = await visit(() => {
      const nothing = st.cacheData((): undefined => void (computed += 1));
      const none = st.cacheData(() => {
        computed += 1;
        return null;
      });
      st.text(`${nothing()} ${none()}`);
    });
    await page.rerun();
    expect(computed).toBe(2);
    expect(texts(page)).toEqual(["undefined null"]);
  });

  test("cache-023 functions of one text but two names have two caches", async () => {
    let computed = 0;
    const host = { count: () => (computed += 1) };
    const page = await visit(() => {
      const a = st.cacheData(function first() {
        return host.count();
      });
      const b = st.cacheData(function second() {
        return host.count();
      });
      st.text(`${a()} ${b()} ${a()}`);
    });
    expect(texts(page)).toEqual(["1 2 1"]);
  });

  test("what throws is not kept", async () => {
    let computed = 0;
    const page = await visit(async () => {
      const broken = st.cacheData(() => {
        computed += 1;
        throw new Error(`failure ${computed}`);
      });
      const later = st.cacheData(async () => {
        computed += 1;
        throw new Error(`failure ${computed}`);
      });
      for (const call of [broken, broken, later, later]) {
        try {
          await call();
        } catch (error) {
          st.text((error as Error).message);
        }
      }
    });
    expect(texts(page)).toEqual(["failure 1", "failure 2", "failure 3", "failure 4"]);
  });

  test("cache-048 an argument that contains itself does no harm", async () => {
    const page = await visit(() => {
      const list: unknown[] = [1];
      list.push(list);
      st.text(String(st.cacheData((items: unknown[]) => items.length)(list)));
    });
    expect(texts(page)).toEqual(["2"]);
  });

  test("cache-062 equal tables of 200,000 rows hit", async () => {
    let computed = 0;
    const page = await visit(() => {
      const rows = Array.from({ length: 200_000 }, (_, id) => ({ id, name: `n${id}` }));
      st.text(String(st.cacheData((table: typeof rows) => (computed += 1) + table.length)(rows)));
    });
    await page.rerun();
    expect(texts(page)).toEqual(["200001"]);
  });
});

describe("keys", () => {
  class Score {
    initial: number;
    constructor(initial: number) {
      this.initial = initial;
    }
  }

  test("cache-014 a parameter whose name begins with an underscore is no part of the key", async () => {
    const page = await visit(() => {
      const load = st.cacheData((_connection: string, rows: number) => `${_connection} ${rows}`);
      for (const [connection, rows] of [
        ["A", 10],
        ["B", 10],
        ["B", 11],
      ] as const)
        st.text(load(connection, rows));
      const many = st.cacheData((n: number, ..._rest: unknown[]) => `${n} ${_rest.length}`);
      st.text(`${many(1, () => {})}, ${many(1, 2, 3)}, ${many(2, 2)}`);
    });
    expect(texts(page)).toEqual(["A 10", "A 10", "B 11", "1 1, 1 1, 2 1"]);
  });

  test("cache-015 what cannot be hashed is refused, naming argument, type, function and fix", async () => {
    const page = await visit(() => {
      const multiply_score = st.cacheData(function multiply_score(obj: Score, by: number) {
        return obj.initial * by;
      });
      multiply_score(new Score(15), 2);
    });
    expect(problems(page)[0]).toContain("Cannot hash argument 'obj' (of type Score) in 'multiply_score'");
    expect(problems(page)[0]).toContain("Prefix the parameter with an underscore ('_obj')");
  });

  test("cache-016 hash functions stand in for values of a class", async () => {
    let computed = 0;
    const page = await visit(() => {
      const multiply = st.cacheData(
        (obj: Score, by: number) => {
          computed += 1;
          return obj.initial * by;
        },
        { hashFuncs: [[Score, (one: Score) => one.initial]] },
      );
      st.text([15, 15, 16].map((n) => multiply(new Score(n), 2)).join());
    });
    await page.rerun();
    expect(texts(page)).toEqual(["30,30,32"]);
    expect(computed).toBe(2);
  });

  test("cache-017 a method's receiver is an argument, hashed by its class or the class's name", async () => {
    let computed = 0;
    const page = await visit(() => {
      for (const type of [Counter, "Counter"] as const) {
        const double = st.cacheData(
          function double(this: Counter, by: number) {
            computed += 1;
            return this.score * by;
          },
          { hashFuncs: [[type, (one: Counter) => one.score]], maxEntries: typeof type === "string" ? 8 : 9 },
        );
        st.text([new Counter(1), new Counter(1), new Counter(2)].map((one) => double.call(one, 10)).join());
      }
    });
    expect(texts(page)).toEqual(["10,10,20", "10,10,20"]);
    expect(computed).toBe(4);
  });

  class Counter {
    score: number;
    constructor(score: number) {
      this.score = score;
    }
  }

  test("cache-028 instance, class-level and static methods can be cached", async () => {
    const page = await visit(() => {
      class Shop {
        id = 7;
        static rate = 2;
        static price = st.cacheData((n: number) => n + 1);
        static scaled = st.cacheData(function scaled(this: typeof Shop, n: number) {
          return this.rate * n;
        });
        total = st.cacheData(
          function total(this: Shop, n: number) {
            return this.id * n;
          },
          { hashFuncs: [["Shop", (one: Shop) => one.id]] },
        );
        refused = st.cacheData(function refused(this: Shop) {
          return this.id;
        });
      }
      const shop = new Shop();
      st.text(`${Shop.price(1)} ${Shop.scaled(5)} ${shop.total(3)}`);
      shop.refused();
    });
    expect(texts(page)).toEqual(["2 10 21"]);
    expect(problems(page)[0]).toContain("argument 'this' (of type Shop) in 'refused'");
  });

  test("cache-019 a hash function can override how dates are hashed", async () => {
    let computed = 0;
    await visit(() => {
      const byMinute = st.cacheData((_: unknown, at: Date) => (computed += 1) + at.getTime(), {
        hashFuncs: [[Date, (at: Date) => at.toISOString().slice(0, 16)]],
      });
      byMinute(0, new Date("2024-01-01T10:00:01Z"));
      byMinute(0, new Date("2024-01-01T10:00:59Z"));
      byMinute(0, new Date("2024-01-01T10:01:00Z"));
    });
    expect(computed).toBe(2);
  });

  test("cache-046 a hash function that fails is reported with type, argument and function", async () => {
    const page = await visit(() => {
      const load = st.cacheData(
        function load(obj: Score) {
          return obj.initial;
        },
        {
          hashFuncs: [
            [
              Score,
              () => {
                throw new Error("no score");
              },
            ],
          ],
        },
      );
      load(new Score(1));
    });
    expect(problems(page)[0]).toContain("The hash function for Score failed while hashing argument 'obj' of 'load': no score");
  });

  test("cache-041 equal arrays hit although they are new objects", async () => {
    let computed = 0;
    const page = await visit(() => {
      const first = st.cacheData((list: number[]) => (computed += 1) + list.length);
      const second = st.cacheData((list: number[]) => (computed += 1) - list.length, { hashFuncs: [["array", (list: number[]) => list.join()]] });
      first([1, 2, 3]);
      second([1, 2, 3]);
    });
    await page.rerun();
    expect(computed).toBe(2);
  });

  test("cache-047 the order of named arguments does not matter, and leaving one out is undefined", async () => {
    let computed = 0;
    await visit(() => {
      const named = st.cacheData(({ a, b }: { a: number; b: number }, c?: number) => (computed += 1) + a + b + (c ?? 0));
      named({ a: 1, b: 2 });
      named({ b: 2, a: 1 });
      named({ b: 2, a: 1 }, undefined);
    });
    expect(computed).toBe(1);
  });

  test("cache-020 a resource in a key counts by identity, an excluded one not at all", async () => {
    const page = await visit(() => {
      const model = st.cacheResource((option: number) => ({ name: `model ${option}`, layers: [option] }));
      const stale = st.cacheResource((_model: { layers: number[] }) => _model.layers.length * 100 + (_model.layers[0] ?? 0));
      const byName = st.cacheResource((it: { name: string; layers: number[] }) => it.layers[0], { hashFuncs: [["object", (it: { name: string }) => it.name]] });
      const byIdentity = st.cacheData((it: { layers: number[] }) => it.layers[0]);
      for (const option of [1, 2, 1]) {
        const it = model(option);
        st.text(`${stale(it)} ${byName(it)} ${byIdentity(it)}`);
      }
    });
    expect(texts(page)).toEqual(["101 1 1", "101 2 2", "101 1 1"]);
  });
});

describe("clearing", () => {
  test("cache-025 clearing all data leaves the resources, and the other way round", async () => {
    const computed: string[] = [];
    let clear = () => {};
    const page = await visit(() => {
      clear();
      st.cacheData(() => void computed.push("data"))();
      st.cacheResource(() => void computed.push("resource"))();
    });
    clear = () => st.cacheData.clear();
    await page.rerun();
    expect(computed).toEqual(["data", "resource", "data"]);
    clear = () => st.cacheResource.clear();
    await page.rerun();
    expect(computed).toEqual(["data", "resource", "data", "resource"]);
    clear = () => {};
    page.send({ type: "clearCache" });
    await page.rerun();
    expect(computed.slice(4)).toEqual(["data", "resource"]);
  });

  test("cache-026 cache-027 a function forgets everything, or the result for some arguments", async () => {
    const computed: string[] = [];
    await visit(() => {
      const f = st.cacheData((n: number) => void computed.push(`f${n}`));
      const g = st.cacheData((n: number) => void computed.push(`g${n}`));
      const all = () => {
        for (const n of [1, 2]) f(n);
        g(1);
        return computed.splice(0).join();
      };
      st.text(all());
      f.clear();
      st.text(all());
      f.clear(1);
      st.text(all());
      computed.push("end");
    }).then((page) => expect(texts(page)).toEqual(["f1,f2,g1", "f1,f2", "f1"]));
    expect(computed).toEqual(["end"]);
  });
});

describe("without a session", () => {
  test("cache-063 a cached function works in the background; what it draws is not displayed", async () => {
    let late: Promise<string> | undefined;
    const page = await visit(() => {
      const load = st.cacheData((n: number) => {
        st.text(`drawn ${n}`);
        return `value ${n}`;
      });
      late = new Promise((done) => void setTimeout(() => done(`${load(1)}, ${load(1)}`), 20));
    });
    expect(await late).toBe("value 1, value 1");
    expect(texts(page)).toEqual([]);
  });
});
