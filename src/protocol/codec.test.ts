import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { CodecError, createDecoder, createEncoder, decode, encode, TemporalText } from "./codec.ts";
import { PayloadRef } from "./messages.ts";

const again = (value: unknown, options = {}) => decode(encode(value, options), { temporal: Temporal });

class Account {
  owner = "Ann";
}

describe("a value comes back as it was", () => {
  const values: Record<string, unknown> = {
    null: null,
    undefined,
    true: true,
    false: false,
    integers: [0, 1, 127, 128, -1, -128, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, 2 ** 53 - 1, -(2 ** 53) + 1],
    fractions: [0.1, -0.5, 1e300, 5e-324, Number.MAX_VALUE, Math.PI],
    "numbers with no JSON": [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    bigints: [0n, -1n, 2n ** 63n - 1n, -(2n ** 63n), 2n ** 63n, -(2n ** 200n), 12345678901234567890n],
    "short text": ["", "a", "x".repeat(63), "x".repeat(64), "é", "日本語", "😀", "\u0000", "\ufeffmark"],
    "long text": ["é".repeat(63), "é".repeat(64), "é".repeat(20_000), "ab".repeat(100_000), `${"x".repeat(16_383)}é`],
    "lone surrogates": ["\ud800", `a\udfffb`, `${"x".repeat(100)}\ud83d`],
    dates: [new Date(0), new Date(-1), new Date(Number.NaN)],
    "regular expressions": [/a\/b/giu, new RegExp("")],
    maps: new Map<unknown, unknown>([
      ["a", 1],
      [{ k: 1 }, new Map()],
      [undefined, null],
    ]),
    sets: new Set([1, "1", null, new Set([2])]),
    arrays: [[], [[[]]], Array.from({ length: 300 }, (_, i) => i)],
    rows: [{ a: 1, b: "x" }, { a: 2, b: "y" }, null, { b: 1, a: 2 }, { a: 3 }, {}, {}, "text", { a: { a: 1 }, b: [] }],
    "rows in rows": [{ in: [{ x: 1 }, { x: 2 }] }, { in: [{ x: 3 }, { x: 4 }] }],
    "a wide object": Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`key${i}`, i])),
    "undefined members": { a: undefined },
    bytes: new Uint8Array([1, 2, 255]),
    buffers: new Uint8Array([1, 2, 3]).buffer,
    "typed arrays": [
      new Int8Array([-1]),
      new Uint8ClampedArray([255]),
      new Int16Array([-2, 3]),
      new Uint16Array([65535]),
      new Int32Array([-5]),
      new Uint32Array([2 ** 32 - 1]),
      new Float32Array([0.5, Number.NaN]),
      new Float64Array([0.1]),
      new BigInt64Array([-9n]),
      new BigUint64Array([2n ** 64n - 1n]),
      new DataView(new Uint8Array([9, 8]).buffer),
    ],
    addresses: new URL("https://example.com/a?b=c#d"),
    payloads: new PayloadRef("abc", 12_345_678_901),
  };
  for (const [name, value] of Object.entries(values)) {
    test(`${name} survive encoding`, () => {
      expect(again(value)).toEqual(value);
      expect(again(value, { references: true })).toEqual(value);
      expect(again({ first: 1, value })).toEqual({ first: 1, value });
    });
  }

  test("minus zero stays minus zero, and undefined members stay present", () => {
    expect(Object.is(again(-0), -0)).toBe(true);
    expect(Object.keys(again({ a: undefined }) as object)).toEqual(["a"]);
  });

  test("holes of an array come back as undefined", () => {
    // The subject of the test.
    expect(again([1, , 3])).toStrictEqual([1, undefined, 3]);
  });

  test("an object without prototype keeps none, alone and among rows", () => {
    const bare = Object.assign(Object.create(null), { a: 1 });
    expect(Object.getPrototypeOf(again(bare))).toBe(null);
    expect((again([bare, bare, { a: 1 }]) as object[]).map((one) => Object.getPrototypeOf(one))).toEqual([null, null, Object.prototype]);
  });

  test("a key named __proto__ is a key, and integer keys keep their order", () => {
    const value = JSON.parse('[{"__proto__":{"bad":1},"10":"x","2":"y"},{"__proto__":{"bad":2},"10":"x","2":"y"}]');
    const back = again(value) as Record<string, unknown>[];
    expect(Object.keys(back[0] as object)).toEqual(["2", "10", "__proto__"]);
    expect((back[1] as { bad?: unknown }).bad).toBe(undefined);
    expect(Object.getPrototypeOf(back[0])).toBe(Object.prototype);
  });

  test("typed arrays come back aligned, from any offset of a message", () => {
    for (let pad = 0; pad < 9; pad++) {
      const bytes = encode(["x".repeat(pad), new Float64Array([1.5, 2.5])]);
      const shifted = new Uint8Array(bytes.length + pad);
      shifted.set(bytes, pad);
      for (const views of [false, true]) {
        const [, numbers] = decode(shifted.subarray(pad), { views }) as [string, Float64Array];
        expect([...numbers]).toEqual([1.5, 2.5]);
      }
    }
  });

  test("with views, bytes look into the message, and else they are a copy", () => {
    const message = encode({ props: new Uint8Array([1, 2, 3]) });
    const view = decode(message, { views: true }) as { props: Uint8Array };
    const copy = decode(message) as { props: Uint8Array };
    expect(view.props.buffer).toBe(message.buffer);
    expect(copy.props.buffer).not.toBe(message.buffer);
    expect(view.props).toEqual(copy.props);
    const pooled = decode(Buffer.from(message), { views: true }) as { props: Uint8Array };
    expect(Object.getPrototypeOf(pooled.props)).toBe(Uint8Array.prototype);
  });

  test("an error keeps class, name, message, stack and cause", () => {
    const cause = new Error("inner");
    const error = new RangeError("outer", { cause });
    const back = again(error) as RangeError;
    expect(back).toBeInstanceOf(RangeError);
    expect(back.message).toBe("outer");
    expect(back.stack).toBe(error.stack);
    expect((back.cause as Error).message).toBe("inner");
    class LoadError extends Error {
      override name = "LoadError";
    }
    const own = again(new LoadError("x")) as Error;
    expect([own.name, own instanceof Error, Object.keys(own), "cause" in own]).toEqual(["LoadError", true, [], false]);
  });
});

describe("Temporal", () => {
  const values = [
    Temporal.PlainDate.from("2020-01-10"),
    Temporal.PlainDate.from("2020-01-10[u-ca=gregory]"),
    Temporal.PlainTime.from("08:45:00.000000001"),
    Temporal.PlainDateTime.from("2020-01-10T10:30"),
    Temporal.ZonedDateTime.from("2020-01-10T10:30-05:00[America/New_York]"),
    Temporal.Instant.from("2020-01-10T10:30:00.123456789Z"),
    Temporal.Duration.from({ hours: -1, minutes: -90 }),
    Temporal.PlainYearMonth.from("2020-01"),
    Temporal.PlainMonthDay.from("01-10"),
  ];
  for (const value of values) {
    test(`${value[Symbol.toStringTag]} ${value} comes back with its type`, () => {
      const back = again(value) as typeof value;
      expect(back).toBeInstanceOf(value.constructor);
      expect(String(back)).toBe(String(value));
    });
  }

  test("a duration that is not balanced keeps its fields", () => {
    const back = again(Temporal.Duration.from({ milliseconds: 1500, seconds: 1 })) as Temporal.Duration;
    expect([back.seconds, back.milliseconds]).toEqual([1, 1500]);
  });

  test("without Temporal a value is its type and text, which can be encoded again", () => {
    const text = decode(encode(Temporal.PlainDate.from("2020-01-10"))) as TemporalText;
    expect(text).toEqual(new TemporalText("PlainDate", "2020-01-10"));
    expect(`${text}`).toBe("2020-01-10");
    expect(again(text)).toBeInstanceOf(Temporal.PlainDate);
  });
});

describe("references", () => {
  test("with references a shared object and a cycle stay what they are", () => {
    const shared = { n: 1 };
    const value: Record<string, unknown> = {
      a: shared,
      b: shared,
      rows: [shared, shared],
      map: new Map([[shared, 1]]),
    };
    value.self = value;
    value.list = [value, new Set([value])];
    const error = new Error("x");
    error.cause = error;
    value.error = error;
    const back = again(value, { references: true }) as Record<string, unknown> & { rows: unknown[]; list: unknown[] };
    expect(back.self).toBe(back);
    expect(back.a).toBe(back.b);
    expect(back.rows[1]).toBe(back.a);
    expect([...(back.map as Map<unknown, unknown>).keys()][0]).toBe(back.a);
    expect(back.list[0]).toBe(back);
    expect((back.error as Error).cause).toBe(back.error);
  });

  test("without references a cycle is an error with its place", () => {
    const value = { rows: [{ owner: {} as Record<string, unknown> }] };
    (value.rows[0] as { owner: Record<string, unknown> }).owner.home = value;
    expect(() => encode(value)).toThrow(/rows\[0\]\.owner\.home is an object that contains itself/);
  });

  test("a cycle beside much text does not fill the memory first", () => {
    const value: Record<string, unknown> = { text: "x".repeat(1_000_000) };
    value.self = value;
    expect(() => encode(value)).toThrow(CodecError);
  });

  test("nesting beyond the limit is an error on both sides", () => {
    let value: unknown = 1;
    for (let i = 0; i < 1001; i++) value = [value];
    expect(() => encode(value)).toThrow(/deeper than 1000/);
    expect(() => decode(new Uint8Array([0x10, ...new Array<number>(100_000).fill(0xd1), 1]))).toThrow(/deeper/);
    expect(again((value as unknown[])[0])).toEqual((value as unknown[])[0]);
  });
});

describe("what has no encoding is refused by place and kind", () => {
  function save() {}
  const cases: [unknown, RegExp][] = [
    [{ rows: [1, 2, 3, { owner: new Account() }] }, /rows\[3\]\.owner is an instance of Account/],
    [{ save }, /save is the function save/],
    [[{ "a b": Account }], /\[0\]\["a b"\] is the class Account/],
    [new Map([["k", new WeakMap()]]), /get\("k"\) is an instance of WeakMap/],
    [new Set([Promise.resolve()]), /values\(\)\[0\] is a promise/],
    [{ a: Symbol("s") }, /a is the symbol s/],
    [{ a: { [Symbol("s")]: 1 } }, /a is an object with the key Symbol\(s\)/],
    [new Account(), /the value is an instance of Account/],
    [
      {
        a: new (class {
          toJSON() {
            return 1;
          }
        })(),
      },
      /a is an (instance|object) of/,
    ],
    [{ a: Object.create({ inherited: 1 }) }, /a is an object of an unnamed class/],
    [{ a: new (class Money extends Map {})() }, /a is an instance of Money/],
    [{ a: new (class Rows extends Array {})() }, /a is an instance of Rows/],
    [{ a: new Number(1) }, /a is an instance of Number/],
    [{ a: { [Symbol.toStringTag]: "Temporal.PlainDate" } }, /a is an object with the key Symbol/],
  ];
  for (const [value, message] of cases) {
    test(`${message.source} is told`, () => {
      expect(() => encode(value)).toThrow(message);
      expect(() => encode(value)).toThrow(CodecError);
    });
  }

  test("a symbol key that is not enumerable is invisible", () => {
    expect(again(Object.defineProperty({ a: 1 }, Symbol("hidden"), { value: 1 }))).toEqual({ a: 1 });
  });
});

describe("an encoder", () => {
  test("gives the same bytes for the same value, again and again, and after a failure", () => {
    const encoder = createEncoder();
    const value = { label: "Temperature", rows: [{ a: 1 }, { a: 2 }], big: new Uint8Array(100_000) };
    const first = encoder.write(value).slice();
    expect(() => encoder.write([{ a: 1 }, { a: () => 1 }])).toThrow(CodecError);
    expect(encoder.write(value)).toEqual(first);
    expect(encode(value)).toEqual(first);
  });

  test("may be used by a getter of the value it is writing", () => {
    const encoder = createEncoder();
    const value = {
      before: "a",
      get inner() {
        return encoder.write([1, 2, 3]).slice();
      },
      after: "b",
    };
    const back = decode(encoder.write(value)) as { before: string; inner: Uint8Array; after: string };
    expect([back.before, decode(back.inner), back.after]).toEqual(["a", [1, 2, 3], "b"]);
  });

  test("a decoder that remembers texts never mixes them up", () => {
    const read = createDecoder();
    for (let i = 0; i < 5000; i++) {
      const value = { [`key${i * 7919}`]: `value${i}` };
      expect(read(encode(value))).toEqual(value);
    }
  });
});

describe("hostile bytes", () => {
  test("empty input, another version, unknown tags and trailing bytes are refused", () => {
    for (const bytes of [[], [0x20, 1], [0x12, 1], [0x10], [0x10, 0xff], [0x10, 1, 1], [0x10, 0xee, 0]]) {
      expect(() => decode(new Uint8Array(bytes))).toThrow(CodecError);
    }
    for (let cut = 0; cut < 40; cut++) {
      const whole = encode({ a: [1.5, "text", new Date(0)], b: new Map([[1, 2n]]) });
      if (cut < whole.length) expect(() => decode(whole.subarray(0, cut))).toThrow(CodecError);
    }
  });

  test("false lengths reserve no memory", () => {
    const bytes = new Uint8Array(200_000).fill(0xe0);
    bytes[0] = 0x10;
    for (let i = 1; i < 3900; i += 4) bytes.set([0xeb, 0x80, 0xe0, 0x0b], i);
    const before = process.memoryUsage().heapUsed;
    expect(() => decode(bytes)).toThrow(CodecError);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * 2 ** 20);
  });

  test("20,000 random and mutated messages only ever give a value or a CodecError", () => {
    let state = 12345;
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const seeds = [
      {
        a: 1,
        b: "text é",
        c: [1.5, null, undefined, -7, 10n ** 30n],
        d: new Date(0),
        e: /x/g,
        f: new URL("http://a.b/"),
      },
      [{ x: 1, y: "a" }, { x: 2, y: "b" }, new Error("no", { cause: { x: 1 } }), new Float64Array(4), new Uint8Array(9)],
      new Map<unknown, unknown>([
        [new Set([1]), Temporal.PlainDate.from("2020-01-10")],
        ["p", new PayloadRef("h", 1)],
      ]),
      {
        t: Temporal.Duration.from({ milliseconds: 1500 }),
        z: Temporal.ZonedDateTime.from("2020-01-10T10:30[UTC]"),
        l: "\ud800",
      },
    ].flatMap((value) => [encode(value), encode(value, { references: true })]);
    let values = 0;
    for (let i = 0; i < 20_000; i++) {
      let bytes: Uint8Array;
      if (i % 4 === 0) {
        bytes = Uint8Array.from({ length: 1 + random(60) }, () => random(256));
        bytes[0] = 0x10 | random(2);
      } else {
        bytes = (seeds[random(seeds.length)] as Uint8Array).slice(0);
        for (let n = random(4); n >= 0; n--) bytes[random(bytes.length)] = random(256);
        if (random(4) === 0) bytes = bytes.slice(0, random(bytes.length));
      }
      try {
        decode(bytes, i % 2 === 0 ? { temporal: Temporal } : { views: true });
        values++;
      } catch (error) {
        if (!(error instanceof CodecError)) throw new Error(`input ${i}: [${bytes.join(",")}]`, { cause: error });
      }
    }
    expect(values).toBeGreaterThan(100);
    expect(values).toBeLessThan(19_000);
  });
});

test("an encoder may leave out undefined fields, at every depth, and keeps undefined items of lists", () => {
  const encoder = createEncoder({ dropUndefined: true });
  const back = decode(encoder.write({ a: undefined, b: { c: undefined, d: 1 }, e: [undefined, { f: undefined }] }));
  expect(back).toEqual({ b: { d: 1 }, e: [undefined, {}] });
  expect(Object.keys(back as object)).toEqual(["b", "e"]);
});
