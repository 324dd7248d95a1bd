import { describe, expect, test } from "vitest";
import { FakeClock } from "../../hosts/test/clock.ts";
import { createTestHost } from "../../hosts/test/host.ts";
import { Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";
import { createEngine } from "../engine.ts";
import { currentScope } from "../runs/scope.ts";

const texts = (page: Visit): string[] => page.all("text").map((node) => node.props.body);
const problems = (page: Visit) => page.all("exception").map(({ props }) => `${props.message} ${props.hint ?? ""}`);
const pause = (milliseconds = 5) => new Promise<void>((done) => void setTimeout(done, milliseconds));

/** Something that ends when the test says so. */
function gate<T>() {
  let open: (value: T) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const promise = new Promise<T>((done, refuse) => {
    open = done;
    fail = refuse;
  });
  return { promise, open, fail };
}

function open(script: () => unknown, clock?: FakeClock) {
  return createEngine({ rivulet: () => ({}), host: createTestHost({ clock }), entry: script });
}

const signalHere = () => currentScope()?.shared?.signal as AbortSignal;

describe("one computation for all who wait", () => {
  test("cache-009 two sessions that ask at the same time share it", async () => {
    const result = gate<string>();
    let computed = 0;
    const engine = open(async () => {
      const slow = st.cacheData(async (n: number) => {
        computed += 1;
        return `${await result.promise} ${n}`;
      });
      st.text(await slow(1));
    });
    const [a, b] = [new Visit(engine), new Visit(engine)];
    const done = [a.rerun(), b.rerun()];
    await pause();
    result.open("ready");
    await Promise.all(done);
    expect([texts(a), texts(b), computed]).toEqual([["ready 1"], ["ready 1"], 1]);
  });

  test("cache-043 different arguments are computed side by side", async () => {
    const both = gate<void>();
    let waiting = 0;
    const page = await visit(async () => {
      const slow = st.cacheData(async (n: number) => {
        waiting += 1;
        if (waiting === 2) both.open();
        await both.promise;
        return n;
      });
      st.text((await Promise.all([slow(1), slow(2)])).join());
    });
    expect(texts(page)).toEqual(["1,2"]);
  });

  test("an error reaches all who wait, and is not kept", async () => {
    const first = gate<string>();
    let computed = 0;
    const engine = open(async () => {
      const slow = st.cacheData(async () => {
        computed += 1;
        return computed === 1 ? first.promise : "second";
      });
      st.text(await slow().catch((error: Error) => error.message));
    });
    const [a, b] = [new Visit(engine), new Visit(engine)];
    const done = [a.rerun(), b.rerun()];
    await pause();
    first.fail(new Error("no luck"));
    await Promise.all(done);
    expect([texts(a), texts(b), computed]).toEqual([["no luck"], ["no luck"], 1]);
    await a.rerun();
    expect([texts(a), computed]).toEqual([["second"], 2]);
  });

  test("when one of two sessions is superseded, the other still gets the result", async () => {
    const result = gate<string>();
    let asks = true;
    let computed = 0;
    let signal: AbortSignal | undefined;
    const engine = open(async () => {
      const slow = st.cacheData(async () => {
        computed += 1;
        signal = signalHere();
        return result.promise;
      });
      st.text(asks ? await slow() : "something else");
    });
    const [a, b] = [new Visit(engine), new Visit(engine)];
    a.ask();
    const done = b.rerun();
    await pause();
    asks = false;
    await a.rerun();
    expect(texts(a)).toEqual(["something else"]);
    await pause(400);
    expect(signal?.aborted).toBe(false);
    result.open("shared");
    await done;
    expect([texts(b), computed]).toEqual([["shared"], 1]);
    asks = true;
    await a.rerun();
    expect([texts(a), computed]).toEqual([["shared"], 1]);
  });

  test("its signal fires once nobody waits any more, and the next caller starts anew", async () => {
    let asks = true;
    const signals: AbortSignal[] = [];
    const engine = open(async () => {
      const slow = st.cacheData(async () => {
        const signal = signalHere();
        signals.push(signal);
        if (signals.length > 1) return "second";
        return new Promise<string>((_, refuse) => signal.addEventListener("abort", () => refuse(new Error("aborted"))));
      });
      st.text(asks ? await slow() : "none");
    });
    const [a, b] = [new Visit(engine), new Visit(engine)];
    a.ask();
    b.ask();
    await pause();
    asks = false;
    await a.rerun();
    expect(signals[0]?.aborted).toBe(false);
    await b.rerun();
    await pause(400);
    expect(signals[0]?.aborted).toBe(true);
    asks = true;
    await a.rerun();
    expect([texts(a), signals.length, signals[1]?.aborted]).toEqual([["second"], 2, false]);
  });

  test("a rerun that asks for the same again goes on waiting for the computation in progress", async () => {
    const result = gate<string>();
    let computed = 0;
    const engine = open(async () => {
      const slow = st.cacheData(async () => {
        computed += 1;
        return result.promise;
      });
      st.text(await slow());
    });
    const page = new Visit(engine);
    page.ask();
    await pause();
    for (let i = 0; i < 5; i += 1) page.ask();
    await pause(400);
    const done = page.settled();
    result.open("once");
    await done;
    expect([texts(page), computed]).toEqual([["once"], 1]);
  });

  test("Stop ends a computation that only this session waits for, at once", async () => {
    let signal: AbortSignal | undefined;
    const page = new Visit(
      open(async () => {
        await st.cacheData(async () => {
          signal = signalHere();
          await new Promise(() => {});
        })();
      }),
    );
    page.ask();
    await pause();
    page.send({ type: "stop" });
    await pause();
    expect(signal?.aborted).toBe(true);
  });

  test("a result that comes after the cache was cleared reaches who waited, and is not kept", async () => {
    const first = gate<string>();
    let computed = 0;
    let clear = () => {};
    const page = new Visit(
      open(async () => {
        const slow = st.cacheData(async () => {
          computed += 1;
          return computed === 1 ? first.promise : "new";
        });
        clear = slow.clear;
        st.text(await slow());
      }),
    );
    const done = page.rerun();
    await pause();
    clear();
    first.open("old");
    await done;
    expect(texts(page)).toEqual(["old"]);
    await page.rerun();
    expect(texts(page)).toEqual(["new"]);
  });

  test("a superseded caller that does not await leaves no error behind", async () => {
    const stray: unknown[] = [];
    const note = (error: unknown) => stray.push(error);
    process.on("unhandledRejection", note);
    const page = new Visit(
      open(async () => {
        void st.cacheData(async () => new Promise(() => {}))();
        await pause(20);
      }),
    );
    page.ask();
    await pause();
    await page.rerun();
    await pause();
    process.off("unhandledRejection", note);
    expect(stray).toEqual([]);
  });

  test("a function that waits for itself is refused instead of hanging", async () => {
    let again = async (n: number): Promise<number> => n;
    const page = await visit(async () => {
      again = st.cacheData(async function twice(n: number): Promise<number> {
        return again(n);
      });
      await again(1);
    });
    expect(problems(page)[0]).toContain("'twice' calls itself with the same arguments");
  });

  test("a result that cannot be kept fails for all who wait", async () => {
    const page = await visit(async () => {
      await st.cacheData(async function load() {
        return () => 1;
      })();
    });
    expect(problems(page)[0]).toContain("Cannot keep the return value of 'load': it is a function");
  });

  test("a hit of an async function is a promise, too", async () => {
    const kinds: boolean[] = [];
    const page = await visit(async () => {
      const load = st.cacheData(async () => null);
      for (let i = 0; i < 2; i += 1) {
        const answer = load();
        kinds.push(answer instanceof Promise);
        st.text(String(await answer));
      }
    });
    expect([kinds, texts(page)]).toEqual([
      [true, true],
      ["null", "null"],
    ]);
  });
});

describe("the spinner", () => {
  async function spinning(options: object, ...args: number[]) {
    const clock = new FakeClock();
    const result = gate<number>();
    const page = new Visit(
      open(async () => {
        const slow = st.cacheData(async function slow(..._n: number[]) {
          return result.promise;
        }, options);
        st.text(String(await slow(...args)));
      }, clock),
    );
    const done = page.rerun();
    await pause();
    const advance = (milliseconds: number) => clock.advance(milliseconds, () => pause(1)).then(() => pause(1));
    return { page, result, done, advance };
  }

  test("cache-012 it shows after half a second and vanishes at the end", async () => {
    const { page, result, done, advance } = await spinning({}, 1);
    await advance(450);
    expect(page.all("spinner")).toEqual([]);
    await advance(100);
    expect(page.all("spinner")[0]?.props).toEqual({ text: "Running `slow(...)`.", over: true, waited: 500 });
    result.open(5);
    await done;
    expect(page.all("spinner")).toEqual([]);
    expect(texts(page)).toEqual(["5"]);
  });

  test("cache-012 it names a call without arguments, or says what the author wants, or nothing", async () => {
    const shown = async (options: object) => {
      const { page, result, done, advance } = await spinning(options);
      await advance(600);
      const props = page.all("spinner")[0]?.props;
      result.open(1);
      await done;
      return props;
    };
    expect(await shown({})).toEqual({ text: "Running `slow()`.", over: true, waited: 500 });
    expect(await shown({ showSpinner: "Fetching", showTime: true })).toEqual({ text: "Fetching", showTime: true, over: true, waited: 500 });
    expect(await shown({ showSpinner: false })).toBeUndefined();
  });

  /** What the page shows while the function runs, and what is left of it when it is done. */
  async function spinningInside(script: (look: () => void) => void) {
    const seen: string[][] = [];
    let page: Visit | undefined;
    const look = () => void seen.push((page?.all("spinner") ?? []).map(({ props }) => props.text as string));
    page = new Visit(open(() => script(look)));
    await page.rerun();
    return { page, seen };
  }

  test("cache-012 a synchronous function has its spinner on the page before it begins, and leaves no trace of it", async () => {
    const { page, seen } = await spinningInside((look) => {
      st.text("before");
      const slow = st.cacheData(function slow(n: number) {
        look();
        st.text("inside");
        return n;
      });
      st.text(`after ${slow(1)}`);
    });
    expect(seen).toEqual([["Running `slow(...)`."]]);
    expect(page.mirror.root("main").children.map(({ kind, props }) => `${kind} ${props.body}`)).toEqual(["text before", "text inside", "text after 1"]);
    await page.rerun();
    expect(texts(page)).toEqual(["before", "inside", "after 1"]);
  });

  test("a synchronous function that was quick before shows none, nor does one that wants none or fails", async () => {
    const quick = await spinningInside((look) => {
      const load = st.cacheData((n: number) => {
        look();
        return n;
      });
      for (const n of [1, 2, 3]) load(n);
      const silent = st.cacheData(() => void look(), { showSpinner: false });
      silent();
    });
    expect(quick.seen.map((spinners) => spinners.length)).toEqual([1, 0, 0, 0]);
    const failing = await spinningInside(() => {
      const fail = st.cacheData(() => {
        throw new Error("no");
      });
      fail();
    });
    expect(failing.page.mirror.root("main").children.map(({ kind }) => kind)).toEqual(["exception"]);
  });

  test("cache-012 fast calls show none", async () => {
    const { page, result, done, advance } = await spinning({});
    result.open(1);
    await done;
    await advance(1000);
    expect(page.mirror.messages.some((message) => JSON.stringify(message).includes("spinner"))).toBe(false);
  });
});
