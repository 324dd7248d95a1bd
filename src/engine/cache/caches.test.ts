import { describe, expect, test } from "vitest";
import { createEngine } from "../engine.ts";
import { createTestHost, type TestHostOptions } from "../../hosts/test/host.ts";
import { Visit, visit, type VisitOptions } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

/** Texts on the page, in order. */
const texts = (page: Visit): string[] => page.all("text").map((node) => node.props.body);

/** Several sessions of one script. */
async function visits(count: number, script: () => unknown, options: Partial<VisitOptions> = {}): Promise<Visit[]> {
  const engine = createEngine({ rivulet: () => ({}), host: createTestHost(), ...options, entry: script } as Parameters<typeof createEngine>[0]);
  const pages = Array.from({ length: count }, () => new Visit(engine));
  for (const page of pages) await page.rerun();
  return pages;
}

/** A host whose clock stands until it is moved, in seconds. */
function clockHost(options: TestHostOptions = {}) {
  let seconds = 0;
  return { host: { ...createTestHost(options), now: () => seconds * 1000 }, at: (to: number) => void (seconds = to) };
}

const problems = (page: Visit) => page.all("exception").map(({ props }) => `${props.message} ${props.hint ?? ""}`);
const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

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
      const a = st.cacheData(function first() { return host.count(); });
      const b = st.cacheData(function second() { return host.count(); });
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
