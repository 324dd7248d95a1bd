import { tableFromArrays } from "@uwdata/flechette";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { createTestHost } from "../../hosts/test/host.ts";
import { Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";
import { createEngine } from "../engine.ts";

const texts = (page: Visit): string[] => page.all("text").map((node) => node.props.body);
const problems = (page: Visit) => page.all("exception").map(({ props }) => `${props.message} ${props.hint ?? ""}`);

/** What a script draws for user A, user B, and A again. */
async function twoUsers(script: () => unknown): Promise<string[]> {
  const engine = createEngine({ rivulet: () => ({}), host: createTestHost(), entry: script });
  const [a, b] = [new Visit(engine), new Visit(engine)];
  const seen: string[] = [];
  for (const page of [a, b, a]) {
    await page.rerun();
    seen.push(...texts(page));
  }
  return seen;
}

/** First (computed) and second (kept) answer of a function, inside a run. */
async function both<T>(make: () => T, options = {}): Promise<[T, T]> {
  let answers: [T, T] | undefined;
  const page = await visit(() => {
    const cached = st.cacheData(make, options);
    answers = [cached(), cached()];
  });
  if (!answers) throw new Error(problems(page).join());
  return answers;
}

test("cache-004 cache-007 a resource is one object for all sessions and runs", async () => {
  const script = () => {
    const list = st.cacheResource(() => [1, 2, 3]);
    const same = list() === list();
    list()[0] = (list()[0] ?? 0) + 1;
    st.text(`${list()[0]} ${same}`);
  };
  expect(await twoUsers(script)).toEqual(["2 true", "3 true", "4 true"]);
});

test("cache-005 with copy every caller changes a value of his own", async () => {
  const script = () => {
    const list = st.cacheData(() => [1, 2, 3], { copy: true })();
    list[0] = (list[0] ?? 0) + 1;
    st.text(String(list[0]));
  };
  expect(await twoUsers(script)).toEqual(["2", "2", "2"]);
});

test("cache-005 without copy a write is refused, and the error names the function and the ways out", async () => {
  for (const write of [
    (list: number[]) => void (list[0] = 5),
    (list: number[]) => void list.push(4),
    (list: number[]) => void list.sort(),
    (list: number[]) => void Object.defineProperty(list, 0, { value: 4 }),
  ]) {
    const page = await visit(() => {
      const numbers = st.cacheData(function numbers() {
        return [3, 1, 2];
      });
      write(numbers());
    });
    expect(problems(page)[0]).toMatch(/cached function numbers\(\).*shared.*toSorted.*spread.*copy: true/s);
  }
});

test("a callback of a later run that writes to a shared value, and a box for an error the script caught, name the function too", async () => {
  const page = await visit(() => {
    const rows = st.cacheData(function rows() {
      return [1];
    })();
    st.button("Add", { onClick: () => void (rows as number[]).push(2) });
    try {
      (rows as number[])[0] = 5;
    } catch (error) {
      st.exception(error);
    }
  });
  const hint = /cached function rows\(\).*copy: true/;
  expect(problems(page)).toEqual([expect.stringMatching(hint)]);
  await page.click(page.all("button")[0]);
  expect(problems(page)).toEqual([expect.stringMatching(hint)]);
});

describe("hit and miss give the same kind of value", () => {
  test("plain objects and arrays are deeply frozen and shared", async () => {
    const [first, second] = await both(() => ({ rows: [{ a: 1 }], bare: Object.assign(Object.create(null), { x: [1] }) }));
    expect(first).toBe(second);
    expect([first, first.rows, first.rows[0], first.bare, first.bare.x].every(Object.isFrozen)).toBe(true);
    expect(Object.getPrototypeOf(first.bare)).toBe(null);
  });

  test("what the function returned, and what it was given, stays as free as it was", async () => {
    const mine = { a: [1] };
    const [kept] = await both(() => mine);
    mine.a.push(2);
    expect(kept).toEqual({ a: [1] });
    const rows = [{ n: 1 }, { n: 2 }];
    await visit(() => void st.cacheData((all: typeof rows) => all.filter((row) => row.n > 1))(rows));
    (rows[1] as { n: number }).n = 5;
    expect(rows[1]?.n).toBe(5);
  });

  test("dates, maps, sets, typed arrays, addresses, patterns and errors are copied for each caller", async () => {
    class OwnError extends TypeError {}
    const values: Record<string, () => object> = {
      date: () => new Date(5),
      map: () => new Map([["a", { b: [1] }]]),
      set: () => new Set([1, "x"]),
      numbers: () => new Float64Array([1, 2]),
      buffer: () => Buffer.from("abc"),
      memory: () => new Uint8Array([1, 2]).buffer,
      view: () => new DataView(new Uint8Array([1, 2, 3]).buffer, 1),
      url: () => new URL("http://a.b/c"),
      pattern: () => /a/gi,
      error: () => new OwnError("x", { cause: { deep: [1] } }),
      nested: () => ({ list: [{ at: new Date(5) }], other: { plain: true } }),
    };
    for (const [name, make] of Object.entries(values)) {
      const [first, second] = await both(make);
      expect(first, name).not.toBe(second);
      expect(first, name).toEqual(make());
      expect(second, name).toEqual(make());
      expect(Object.getPrototypeOf(second), name).toBe(Object.getPrototypeOf(make()));
    }
    const [first, second] = (await both(values.nested as () => { list: { at: Date }[]; other: object })) as [
      { list: { at: Date }[]; other: object },
      { list: { at: Date }[]; other: object },
    ];
    first.list[0]?.at.setTime(9);
    expect(second.list[0]?.at.getTime()).toBe(5);
    expect(first.other).toBe(second.other);
    expect(Object.isFrozen(first.list[0])).toBe(true);
    const [buffer] = await both(values.buffer as () => Buffer);
    expect(Buffer.isBuffer(buffer)).toBe(true);
  });

  test("Temporal values and Arrow tables are shared as they are", async () => {
    for (const value of [Temporal.PlainDate.from("2024-01-10"), tableFromArrays({ a: [1, 2] })]) {
      const [first, second] = await both(() => ({ value }));
      expect(first.value).toBe(value);
      expect(second).toBe(first);
    }
  });

  test("an object that contains itself, or a part twice, keeps its shape", async () => {
    const make = () => {
      const part = { n: 1 };
      const ring: Record<string, unknown> = { a: part, b: part };
      ring.self = ring;
      return ring;
    };
    const [ring] = await both(make);
    expect(ring.self).toBe(ring);
    expect(ring.a).toBe(ring.b);
    const [dated, again] = await both(() => ({ ...make(), inner: { ring: make() }, at: new Date(1) }));
    expect(dated.at).not.toBe(again.at);
    expect((dated.inner.ring.self as object) === dated.inner.ring).toBe(true);
    const at = new Date(3);
    const [two, other] = await both(() => [{ at }, { at }]);
    expect(two[0]?.at).toBe(two[1]?.at);
    expect(two[0]?.at).not.toBe(other[0]?.at);
  });

  test("a key named __proto__ and symbols as keys are only keys", async () => {
    const key = Symbol.for("k");
    const [value] = await both(() => ({ ...JSON.parse('{"__proto__": {"x": 1}}'), [key]: [1] }));
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value)).toEqual(["__proto__"]);
    expect(Object.isFrozen(value[key])).toBe(true);
  });

  test("copy gives a deep copy on the miss, too", async () => {
    const mine = { rows: [{ at: new Date(1) }] };
    const [first, second] = await both(() => mine, { copy: true });
    expect(first).toEqual(mine);
    expect(first).not.toBe(mine);
    expect(first.rows[0]).not.toBe(second.rows[0]);
    (first.rows as unknown[]).push(1);
    expect(second.rows).toHaveLength(1);
    expect(await both(async () => [1], { copy: true }).then(([a]) => a)).toEqual([1]);
  });

  test("a codec keeps values of classes", async () => {
    class Money {
      constructor(public cents: number) {}
    }
    const [first, second] = await both(() => new Money(5), { copy: { encode: (money: Money) => money.cents, decode: (cents: number) => new Money(cents) } });
    expect(first).toBeInstanceOf(Money);
    expect(second).toEqual(new Money(5));
    expect(first).not.toBe(second);
  });
});

test("cache-055 what cannot be copied is refused with type, place, function and the ways out", async () => {
  class Connection {
    open = true;
  }
  for (const [value, says] of [
    [new Connection(), "it is a value of type Connection"],
    [{ rows: [{ db: new Connection() }] }, "at .rows[0].db is a value of type Connection"],
    [() => 1, "it is a function"],
    [[1, () => 1], "at [1] is a function"],
    [{ later: Promise.resolve(1) }, "at .later is a value of type Promise"],
  ] as const) {
    const page = await visit(
      () =>
        void st.cacheData(function load() {
          return value;
        })(),
    );
    expect(problems(page)[0]).toContain(`Cannot keep the return value of 'load': ${says}`);
    expect(problems(page)[0]).toContain(says.includes("Promise") ? "Await the promise" : "use st.cacheResource");
  }
});

test("a hit on a table of 100,000 rows takes less than 45 µs", async () => {
  let perHit = Number.POSITIVE_INFINITY;
  const page = await visit(() => {
    const load = st.cacheData((rows: number) => Array.from({ length: rows }, (_, id) => ({ id, name: `n${id}`, half: id / 2 })));
    load(100_000);
    // The best of many: another process may take the machine during some of them.
    for (let round = 0; round < 100; round += 1) {
      const start = performance.now();
      for (let i = 0; i < 20; i += 1) load(100_000);
      perHit = Math.min(perHit, ((performance.now() - start) * 1000) / 20);
    }
  });
  expect(problems(page)).toEqual([]);
  expect(perHit).toBeLessThan(45);
});
