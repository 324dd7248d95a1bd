import { createHash } from "node:crypto";
import { columnFromArray, tableFromArrays } from "@uwdata/flechette";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { createValueHasher, type HashFunctions, HashFunctionError, UnhashableValueError } from "./hash-value.ts";

const hash = (value: string | Uint8Array) => createHash("sha256").update(value).digest("hex");
const what = { argument: "obj", function: "multiply" };

function hasherOf(hashFuncs: HashFunctions = [], identities = new Map<object, string>()) {
  const hasher = createValueHasher({ hash, hashFuncs, byIdentity: (value) => identities.get(value) });
  return (value: unknown) => hasher(value, what);
}
const key = hasherOf();

class Score {
  initial: number;
  constructor(initial: number) {
    this.initial = initial;
  }
}

function thrown(body: () => unknown): UnhashableValueError | HashFunctionError {
  try {
    body();
  } catch (error) {
    if (error instanceof UnhashableValueError || error instanceof HashFunctionError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("equal values have equal keys", () => {
  const make: Record<string, () => unknown> = {
    objects: () => ({ a: 1, b: { c: [1, "x", null, undefined, true] } }),
    dates: () => new Date(5),
    maps: () => new Map([["a", { b: 1 }]]),
    "typed arrays": () => new Float32Array([1, 2]),
    temporal: () => [Temporal.PlainDate.from("2020-01-10"), Temporal.ZonedDateTime.from("2020-01-10T10:30[Europe/Paris]")],
    "regular expressions": () => /a/g,
    addresses: () => new URL("http://a.b/"),
    errors: () => new TypeError("x", { cause: "y" }),
    bigints: () => 10n ** 30n,
    symbols: () => [Symbol.for("a"), Symbol.iterator],
    "bare objects": () => Object.assign(Object.create(null), { a: 1 }),
  };
  for (const [name, value] of Object.entries(make)) {
    test(`cache-041 ${name} made twice hash the same`, () => expect(key(value())).toBe(key(value())));
  }

  test("the order of keys and of a Set does not matter, that of arrays and of a Map does", () => {
    expect(key({ a: 1, b: 2 })).toBe(key({ b: 2, a: 1 }));
    expect(key(new Set([1, { x: 1 }, "a"]))).toBe(key(new Set(["a", 1, { x: 1 }])));
    expect(key([1, 2])).not.toBe(key([2, 1]));
    expect(
      key(
        new Map([
          [1, 2],
          [3, 4],
        ]),
      ),
    ).not.toBe(
      key(
        new Map([
          [3, 4],
          [1, 2],
        ]),
      ),
    );
  });

  test("minus zero is zero, and a NaN is itself", () => {
    expect(key(-0)).toBe(key(0));
    expect(key([Number.NaN])).toBe(key([Number.NaN]));
  });
});

test("values that differ in any way have different keys", () => {
  const values = [
    null,
    undefined,
    true,
    false,
    0,
    1,
    -1,
    0.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    0n,
    1n,
    "",
    "0",
    "1",
    "null",
    "u",
    [],
    [0],
    ["0"],
    [[]],
    [[], []],
    [undefined],
    {},
    { a: undefined },
    { a: 1 },
    { b: 1 },
    { a: { a: 1 } },
    { ab: "" },
    { a: "b" },
    ["ab", ""],
    ["a", "b"],
    ["", "ab"],
    new Date(0),
    new Date(Number.NaN),
    new Date(1),
    new Map(),
    new Set(),
    new Set([1]),
    new Set(["1"]),
    new Map([[1, 2]]),
    /a/,
    /a/g,
    new URL("http://a/"),
    new Error("a"),
    new TypeError("a"),
    new Uint8Array(1),
    new Int8Array(1),
    new Uint8Array(2),
    new ArrayBuffer(1),
    Symbol.for("a"),
    Symbol.iterator,
    Temporal.PlainDate.from("2020-01-01"),
    "2020-01-01",
    Temporal.PlainYearMonth.from("2020-01"),
    { 0: 0 },
    { length: 0 },
  ];
  expect(new Set(values.map(key)).size).toBe(values.length);
});

describe("shapes that could run away", () => {
  test("cache-048 an array or an object that contains itself is hashed, and its like hits", () => {
    const ring = () => {
      const list: unknown[] = [1];
      list.push(list, { list });
      return list;
    };
    expect(key(ring())).toBe(key(ring()));
    const other: unknown[] = [2];
    other.push(other, { list: other });
    expect(key(other)).not.toBe(key(ring()));
  });

  test("a lattice of shared parts takes no endless time and equals its copy", () => {
    const lattice = (levels: number) => {
      let part: unknown = { leaf: 1 };
      for (let i = 0; i < levels; i++) part = [part, part];
      return part;
    };
    expect(key(lattice(200))).toBe(key(lattice(200)));
    expect(key(lattice(14))).toBe(key(JSON.parse(JSON.stringify(lattice(14)))));
  });

  test("endless nesting is refused with words", () => {
    let value: unknown = 1;
    for (let i = 0; i < 5000; i++) value = [value];
    expect(thrown(() => key(value)).message).toContain("nested too deeply");
  });

  test("cache-062 tables of more than 50,000 rows are sampled: equal ones hit", () => {
    const rows = (change?: number) => Array.from({ length: 200_000 }, (_, id) => ({ id: id === change ? -1 : id, name: `n${id}` }));
    const first = key(rows());
    expect(key(rows())).toBe(first);
    expect(key(rows(0))).not.toBe(first);
    expect(key(rows(199_999))).not.toBe(first);
    expect(key(rows().slice(1))).not.toBe(first);
    let looked = 0;
    key(rows().map((row) => Object.defineProperty(row, "seen", { enumerable: true, get: () => ++looked && 1 })));
    expect(looked).toBe(10_000);
  });

  test("cache-062 large typed arrays are sampled, small ones are not", () => {
    const big = (at: number) => {
      const numbers = new Float64Array(1_000_000);
      if (at >= 0) numbers[at] = 1;
      return numbers;
    };
    expect(key(big(-1))).toBe(key(big(-1)));
    expect(key(big(0))).not.toBe(key(big(-1)));
    expect(key(big(999_999))).not.toBe(key(big(-1)));
    const small = new Float64Array(1000);
    small[777] = 1;
    expect(key(small)).not.toBe(key(new Float64Array(1000)));
  });
});

test("Arrow tables are hashed by what is in them", () => {
  const table = (name: string) => tableFromArrays({ id: [1, 2, null], name: ["a", "b", name], list: [[1], [2], [3]] });
  expect(key(table("c"))).toBe(key(table("c")));
  expect(key(table("c"))).not.toBe(key(table("d")));
  expect(columnFromArray([1]).length).toBe(1);
});

test("a deeply frozen value is looked through once", () => {
  let looked = 0;
  const row = Object.freeze(Object.defineProperty({}, "a", { enumerable: true, get: () => ++looked }));
  const frozen = Object.freeze([row]);
  expect(key(frozen)).toBe(key(frozen));
  expect(looked).toBe(1);
  const open = Object.freeze([[1]]);
  const before = key(open);
  (open[0] as number[]).push(2);
  expect(key(open)).not.toBe(before);
  const dates = Object.freeze([new Date(0)]);
  const first = key(dates);
  (dates[0] as Date).setTime(1);
  expect(key(dates)).not.toBe(first);
});

describe("what cannot be hashed is refused with the fix", () => {
  test("cache-015 a class instance names argument, type and function, and advises the underscore", () => {
    const error = thrown(() => key(new Score(1)));
    expect(error).toBeInstanceOf(UnhashableValueError);
    expect(error).toMatchObject({ argument: "obj", function: "multiply", typeName: "Score", code: "unhashable-value" });
    expect(error.message).toBe(
      "Cannot hash argument 'obj' (of type Score) in 'multiply'. Prefix the parameter with an underscore ('_obj') to " +
        "leave it out of the key, or say how to hash it with hashFuncs: [[Score, (value) => …]].",
    );
  });

  test("the place inside the argument is told", () => {
    expect(thrown(() => key({ rows: [1, { owner: new Score(1) }] })).message).toContain("of type Score, at obj.rows[1].owner");
  });

  test("functions, promises, symbols and generators are refused each with its own advice", () => {
    expect(thrown(() => key(() => 1)).message).toContain("pass the data the function needs");
    expect(thrown(() => key(Promise.resolve(1))).message).toContain("Await the promise");
    expect(thrown(() => key(Symbol("x"))).message).toContain("Symbol.for");
    expect(thrown(() => key((function* () {})())).typeName).toBeDefined();
  });

  test("a captured variable is called one", () => {
    const hasher = createValueHasher({ hash, byIdentity: () => undefined });
    const error = thrown(() => hasher(new Score(1), { argument: "model", function: "run", captured: true }));
    expect(error.message).toContain("the captured variable 'model'");
    expect(error.message).toContain("Rename it to '_model'");
  });

  test("a stamped function is hashed by its stamp, a resource by its identity", () => {
    const stamped = (text: string) => Object.assign(() => 1, { [Symbol.for("rivulet.stamp")]: { hash: text } });
    expect(key(stamped("a"))).toBe(key(stamped("a")));
    expect(key(stamped("a"))).not.toBe(key(stamped("b")));
    const [one, two] = [new Score(1), new Score(1)];
    const byIdentity = hasherOf(
      [],
      new Map([
        [one, "r1"],
        [two, "r2"],
      ]),
    );
    expect(byIdentity([one])).toBe(byIdentity([one]));
    expect(byIdentity([one])).not.toBe(byIdentity([two]));
  });
});

describe("hash functions of the author", () => {
  test("cache-016 a class hashed by a number of it: 15, 15, 16 are miss, hit, miss", () => {
    const scored = hasherOf([[Score, (one: Score) => one.initial]]);
    expect(scored(new Score(15))).toBe(scored(new Score(15)));
    expect(scored(new Score(15))).not.toBe(scored(new Score(16)));
  });

  test("cache-017 the class may be given by name, qualified too, and one made anew by a rerun is the same class", () => {
    const remade = new (class Score {
      initial = 15;
    })();
    for (const type of ["Score", "app.Score", Score]) {
      const scored = hasherOf([[type, (one: Score) => one.initial]]);
      expect(scored({ nested: remade })).toBe(scored({ nested: new Score(15) }));
    }
    class Fine extends Score {}
    expect(() => hasherOf([[Score, (one: Score) => one.initial]])(new Fine(1))).not.toThrow();
  });

  test("cache-019 cache-020 a hash function overrides the built-in treatment", () => {
    const minute = hasherOf([[Date, (date: Date) => date.toISOString().slice(0, 16)]]);
    expect(minute(new Date("2020-01-01T10:30:05Z"))).toBe(minute(new Date("2020-01-01T10:30:55Z")));
    expect(minute(new Date("2020-01-01T10:30:05Z"))).not.toBe(minute(new Date("2020-01-01T10:31:05Z")));
    const lower = hasherOf([["string", (text: string) => text.toLowerCase()]]);
    expect(lower({ a: "X" })).toBe(lower({ a: "x" }));
    const lengths = hasherOf([
      [Array, (list: unknown[]) => list.slice(0, 1)],
      [Number, (n: number) => Math.round(n)],
    ]);
    expect(lengths([1, 2])).toBe(lengths([1, 3]));
    expect(lengths(1.2)).toBe(lengths(0.9));
    expect(hasherOf([[Object, () => 1]])({ a: 1 })).toBe(hasherOf([[Object, () => 1]])({ b: 1 }));
    expect(() => hasherOf([[Object, () => 1]])(new Score(1))).toThrow(UnhashableValueError);
  });

  test("cache-046 one that throws is reported with type, argument and function", () => {
    const broken = hasherOf([
      [
        Score,
        () => {
          throw new Error("no score");
        },
      ],
    ]);
    const error = thrown(() => broken(new Score(1)));
    expect(error).toBeInstanceOf(HashFunctionError);
    expect(error).toMatchObject({
      argument: "obj",
      function: "multiply",
      typeName: "Score",
      code: "hash-function-failed",
    });
    expect(error.message).toContain("The hash function for Score failed while hashing argument 'obj' of 'multiply': no score");
    expect((error.cause as Error).message).toBe("no score");
    expect(thrown(() => hasherOf([[Score, async () => 1]])(new Score(1))).message).toContain("must be synchronous");
  });
});
