import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { createCompiler } from "../../hosts/node/compile/compiler.ts";
import { createTestHost } from "../../hosts/test/host.ts";
import { Visit } from "../../hosts/test/visit.ts";
import * as rivulet from "../../index.ts";
import { createEngine } from "../engine.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const texts = (page: Visit): string[] => page.all("text").map((node) => node.props.body);
const problems = (page: Visit) => page.all("exception").map(({ props }) => `${props.message} ${props.hint ?? ""}`);

/** Real files, compiled and run; `globalThis.seen` is what they tell the test. */
function app(files: Record<string, string>) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-cache-")));
  folders.push(folder);
  const write = (name: string, text: string) => writeFileSync(join(folder, name), `import st from "rivulet";\n${text}`);
  for (const [name, text] of Object.entries(files)) write(name, text);
  const compiler = createCompiler({ cwd: folder });
  const engine = createEngine({
    host: createTestHost({ compile: (id, options) => compiler.compile(id, options) }),
    rivulet: () => ({ ...rivulet }),
    entry: join(folder, "app.ts"),
  });
  return {
    engine,
    open: async () => new Visit(engine).rerun(),
    async edit(name: string, text: string, page: Visit) {
      write(name, text);
      engine.filesChanged([join(folder, name)]);
      return page.rerun();
    },
  };
}

test("cache-014 parameters with an underscore are excluded, whatever becomes of their names", async () => {
  const page = await app({
    "app.ts": `
      const rows = st.cacheData((_connection: unknown, count: number, { unit }: { unit: string }, _log = console.log) => Math.random());
      const one = rows({}, 3, { unit: "C" });
      st.text(String([one === rows(() => 1, 3, { unit: "C" }, () => {}), one === rows({}, 4, { unit: "C" }), one === rows({}, 3, { unit: "F" })]));
    `,
  }).open();
  expect(texts(page)).toEqual(["true,false,false"]);
});

describe("captured variables", () => {
  test("what a function reads from outside is part of its key, those with an underscore are not", async () => {
    const { open } = app({
      "app.ts": `
        const region = st.radio("Region", ["north", "south"]);
        const _noise = { number: Math.random() };
        const helper = (n: number) => region + n;
        const sales = st.cacheData(() => [helper(1), Math.random(), _noise.number].join());
        st.text(sales());
      `,
    });
    const page = await open();
    const [north] = texts(page);
    expect(north).toMatch(/^north1/);
    await page.set(page.all("radio")[0], 1);
    expect(texts(page)[0]).toMatch(/^south1/);
    await page.set(page.all("radio")[0], 0);
    expect(texts(page)[0]).toBe(north);
  });

  test("cached functions made by a function keep what they were made with", async () => {
    const page = await app({
      "app.ts": `
        const make = (city: string) => st.cacheData((day: number) => city + day);
        const [rome, oslo] = [make("Rome"), make("Oslo")];
        st.text([rome(1), oslo(1), rome(1)].join());
      `,
    }).open();
    expect(texts(page)).toEqual(["Rome1,Oslo1,Rome1"]);
  });

  test("a captured resource counts by identity, a captured class by its text, a cached function by its variables", async () => {
    const { open } = app({
      "app.ts": `
        class Row { constructor(readonly n: number) {} }
        const factor = st.numberInput("Factor", 1, 9, 2);
        const db = st.cacheResource(() => ({ rows: [1, 2], when: new (class Clock {})() }));
        const open = db();
        const inner = st.cacheData((n: number) => n * factor);
        const load = st.cacheData(() => open.rows.map((n) => new Row(inner(n)).n));
        st.text(load().join());
      `,
    });
    const page = await open();
    expect(texts(page)).toEqual(["2,4"]);
    await page.set(page.all("numberInput")[0], 3);
    expect(texts(page)).toEqual(["3,6"]);
  });

  test("one that cannot be hashed is refused with the fix", async () => {
    const page = await app({
      "app.ts": `
        class Client { get() { return 1; } }
        const client = new Client();
        const load = st.cacheData(() => client.get());
        load();
      `,
    }).open();
    expect(problems(page)[0]).toContain("Cannot hash the captured variable 'client' (of type Client) in 'load'");
    expect(problems(page)[0]).toContain("Rename it to '_client'");
  });

  test("cached functions that call each other, or themselves, work", async () => {
    const page = await app({
      "app.ts": `
        const fib: (n: number) => number = st.cacheData((n: number) => (n < 2 ? n : fib(n - 1) + fib(n - 2)));
        const isEven: (n: number) => boolean = st.cacheData((n: number) => n === 0 || isOdd(n - 1));
        const isOdd: (n: number) => boolean = st.cacheData((n: number) => n !== 0 && isEven(n - 1));
        st.text(fib(60) + " " + isEven(10));
      `,
    }).open();
    expect(problems(page)).toEqual([]);
    expect(texts(page)).toEqual(["1548008755920 true"]);
  });
});

test("cache-023 functions of one text in two files have two caches, each shared by all its callers", async () => {
  const body = `export const load = st.cacheData((n: number) => Math.random());`;
  const page = await app({
    "a.ts": body,
    "b.ts": body,
    "app.ts": `
      import { load as a } from "./a.ts";
      import { load as b } from "./b.ts";
      st.text(String([a(1) === a(1), a(1) === b(1)]));
    `,
  }).open();
  expect(texts(page)).toEqual(["true,false"]);
});

test("cache-060 an edit of the function, or of its options, starts with an empty cache; other edits do not", async () => {
  const source = (body: string, options = "", rest = "") => `
    const load = st.cacheData((n: number) => ${body}, { ${options} });
    ${rest}
    st.text(String(load(1)));
  `;
  const { open, edit } = app({ "app.ts": source("Math.random()") });
  const page = await open();
  const [first] = texts(page);
  await edit("app.ts", source("Math.random()", "", "st.header('New');"), page);
  expect(page.all("header")).toHaveLength(1);
  expect(texts(page)).toEqual([first]);
  await edit("app.ts", source("Math.random() + 1"), page);
  const [second] = texts(page);
  expect(second).not.toBe(first);
  await edit("app.ts", source("Math.random() + 1", "ttl: 60"), page);
  expect(texts(page)).not.toEqual([second]);
});

test("a function cached in a module can be used while the module is imported", async () => {
  const page = await app({
    "lib.ts": `
      const load = st.cacheData((n: number) => n * 2);
      export const doubled = load(21);
    `,
    "app.ts": `import { doubled } from "./lib.ts"; st.text(String(doubled));`,
  }).open();
  expect(problems(page)).toEqual([]);
  expect(texts(page)).toEqual(["42"]);
});

test("the error of a write to a shared value names the function by its variable, at the user's line", async () => {
  const page = await app({
    "app.ts": `
      const loadRows = st.cacheData(() => [{ n: 2 }, { n: 1 }]);
      const rows = loadRows();
      rows.sort((a, b) => a.n - b.n);
    `,
  }).open();
  const { frames, hint } = page.all("exception")[0]?.props ?? {};
  expect(frames[0].line).toBe(5);
  expect(hint).toMatch(/cached function loadRows\(\).*toSorted/s);
});

test("cache-028 methods can be cached by a decorator", async () => {
  const { open } = app({
    "app.ts": `
      class Shop {
        @st.cacheData static price(n: number, _log?: unknown) { return n + Math.random(); }
        @st.cacheResource static connect() { return { number: Math.random() }; }
      }
      st.text([Shop.price(1) === Shop.price(1, {}), Shop.price(1) === Shop.price(2), Shop.connect() === Shop.connect()].join());
      st.text(String(Shop.connect().number));
    `,
  });
  const page = await open();
  expect(problems(page)).toEqual([]);
  const [seen, number] = texts(page);
  expect(seen).toBe("true,false,true");
  await page.rerun();
  expect(texts(page)[1]).toBe(number);
});
