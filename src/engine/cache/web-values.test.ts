import { describe, expect, test } from "vitest";
import { visitSource } from "../../hosts/node/testing/visit-source.ts";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const texts = (page: Visit): string[] => page.all("text").map((node) => node.props.body);
const problems = (page: Visit) => page.all("exception").map(({ props }) => `${props.message} ${props.hint ?? ""}`);

describe("values of the web among the arguments", () => {
  test("addresses, headers and forms count by what they hold", async () => {
    const computed: string[] = [];
    const load = st.cacheData((value: unknown) => void computed.push(String(value)));
    const form = (name: string) => {
      const data = new FormData();
      data.set("name", name);
      return data;
    };
    await visit(() => {
      const draw = st.cacheData(load);
      for (const part of ["a=1&b=2", "a=1&b=2", "b=2&a=1"]) draw(new URLSearchParams(part));
      for (const value of ["x", "x", "y"]) draw(new Headers({ "X-Name": value }));
      for (const value of ["x", "x", "y"]) draw({ nested: [form(value)] });
    });
    expect(computed).toHaveLength(6);
  });

  test("an async function takes files and blobs, which count by name, type and bytes", async () => {
    const computed: string[] = [];
    const page = await visit(async () => {
      const read = st.cacheData(async (file: Blob, times: number) => {
        computed.push(`${file instanceof File ? file.name : "blob"} ${times}`);
        return (await file.text()).repeat(times);
      });
      const one = new File(["abc"], "a.txt");
      st.text(await read(one, 1));
      st.text(await read(one, 1));
      st.text(await read(new File(["abc"], "a.txt"), 1));
      st.text(await read(new File(["abc"], "a.txt"), 2));
      st.text(await read(new File(["xyz"], "a.txt"), 1));
      st.text(await read(new File(["abc"], "b.txt"), 1));
      st.text(await read(new Blob(["abc"]), 1));
      const big = new Uint8Array(3_000_000);
      const before = computed.length;
      await read(new Blob([big]), 0);
      big[2_900_000] = 1;
      await read(new Blob([big]), 0);
      st.text(String(computed.length - before));
    });
    expect(problems(page)).toEqual([]);
    expect(texts(page)).toEqual(["abc", "abc", "abc", "abcabc", "xyz", "abc", "abc", "2"]);
    expect(computed.slice(0, 5)).toEqual(["a.txt 1", "a.txt 2", "a.txt 1", "b.txt 1", "blob 1"]);
  });

  test("two callers with equal files wait for one computation, and draw what it draws", async () => {
    let computed = 0;
    const page = await visit(async () => {
      const read = st.cacheData(async ({ file }: { file: File }) => {
        computed += 1;
        st.text("drawn");
        await Promise.resolve();
        return file.size;
      });
      const sizes = await Promise.all([read({ file: new File(["abc"], "a") }), read({ file: new File(["abc"], "a") })]);
      st.text(sizes.join());
    });
    expect(computed).toBe(1);
    expect(texts(page)).toEqual(["drawn", "drawn", "3,3"]);
  });

  test("a function that cannot wait refuses a file, naming the argument and the ways out", async () => {
    const page = await visitSource(`
      import st from "rivulet";
      const parse = st.cacheData((file: File) => file.name);
      parse(new File(["abc"], "a.txt"));
    `);
    expect(problems(page)).toEqual([
      "Cannot hash argument 'file' in 'parse': the bytes of a File can only be read by waiting, and the function is not async " +
        "Make 'parse' an async function, and await its result; or pass what the File holds: await file.text(), await file.arrayBuffer().",
    ]);
  });

  test("a compiled async function takes the file of a widget, and clear forgets it", async () => {
    const page = await visitSource(`
      import st from "rivulet";
      const s = st.sessionState.init({ computed: 0 });
      const file = new File(["abc"], "a.txt");
      let computed = 0;
      const parse = st.cacheData(async (file: File) => { log.push(file.name); return file.text(); });
      const log: string[] = (globalThis as any).webLog ??= [];
      await parse(file);
      parse.clear(new File(["abc"], "a.txt"));
      st.text(await parse(file));
    `);
    expect(problems(page)).toEqual([]);
    expect(texts(page)).toEqual(["abc"]);
  });
});

describe("destructured arguments", () => {
  test("what cannot be hashed is named by the part that was taken, and so is the way out", async () => {
    const page = await visitSource(`
      import st from "rivulet";
      class Client {}
      const load = st.cacheData(({ id, client }: { id: number; client: Client }) => id);
      load({ id: 1, client: new Client() });
    `);
    expect(problems(page)[0]).toBe(
      "Cannot hash the destructured argument '{ id, client }' (of type Client, at client) in 'load'. " +
        "Take 'client' as a parameter of its own, '_client', to leave it out of the key, or say how to hash it with hashFuncs: [[Client, (value) => …]]. ",
    );
  });

  test("a list taken apart, and a function that is not compiled, are named as well", async () => {
    const list = await visitSource(`
      import st from "rivulet";
      const load = st.cacheData(([first, , { deep }]: any) => first);
      load([() => {}]);
    `);
    expect(problems(list)[0]).toContain(
      "Cannot hash the destructured argument '[first, , { deep }]' (of type function, at [0]) in 'load'. Take it as a parameter",
    );
    const plain = await visit(
      () =>
        void st.cacheData(function load({ work }: { work: unknown } = { work: 1 }) {
          return typeof work;
        })({ work: () => {} }),
    );
    expect(problems(plain)[0]).toContain(
      "the destructured argument '{ work }' (of type function, at work) in 'load'. Take 'work' as a parameter of its own, '_work'",
    );
  });
});
