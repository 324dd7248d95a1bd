import { expect, test } from "vitest";
import { visitSource } from "../../hosts/node/testing/visit-source.ts";
import type { Visit } from "../../hosts/test/visit.ts";

const texts = (page: Visit): string[] => page.all("text").map((node) => node.props.body);
const problems = (page: Visit) => page.all("exception").map(({ props }) => `${props.message} ${props.hint ?? ""}`.trim());

/** What a script of these lines shows after two runs. */
async function twice(lines: string): Promise<Visit> {
  const page = await visitSource(`import st from "rivulet";\nconst s = st.sessionState.init({ runs: 0 });\ns.runs += 1;\n${lines}\n`);
  return page.rerun();
}

test("options alone make what takes the function, with the variables around it in the key", async () => {
  const page = await twice(`
    let factor = s.runs;
    const scaled = st.cacheData({ ttl: 60 })((n: number) => [n * factor]);
    st.text(String(scaled(2)));
    const shared = st.cacheResource({ maxEntries: 2 })((name: string) => ({ name }));
    st.text(String(shared("a") === shared("a")));
    scaled.clear(2);
  `);
  expect(problems(page)).toEqual([]);
  expect(texts(page)).toEqual(["4", "true"]);
});

test("cache-028 a decorator may have options", async () => {
  const page = await twice(`
    const { runs } = s;
    class Shop {
      @st.cacheData({ ttl: "1h" }) static rates(year: number) { return { year, made: runs }; }
      @st.cacheResource({ showSpinner: false }) static open() { return { made: runs }; }
      @st.cacheData static plain(n: number) { return n; }
    }
    st.text([Shop.rates(2026).made, Shop.open().made, Shop.plain(3)].join());
  `);
  expect(problems(page)).toEqual([]);
  expect(texts(page)).toEqual(["1,1,3"]);
});

test.each([
  ["st.cacheData({ ttl: 'soon' })", 'st.cacheData: ttl must be a length of time, not "soon"'],
  ["(st.cacheData as any)({ time: 5 })(() => 1)", 'st.cacheData: there is no option "time"'],
  ["(st.cacheResource as any)({ ttl: 5 })(5)", "st.cacheResource: the first argument must be a function, not 5"],
  ["(st.cacheData as any)()", "st.cacheData: the first argument must be a function, not undefined"],
  ["(st.cacheData as any)({ ttl: 5 }, () => 1)", "st.cacheData: the first argument must be a function, not an object"],
  [
    '(st.cacheData as any)(() => 1, { hashFuncs: [["Date", 5]] })',
    'st.cacheData: hashFuncs must be a list of pairs, a type and a function each, not ["Date", 5]',
  ],
  [
    "(st.cacheData as any)(() => 1, { hashFuncs: { Date: String } })",
    "st.cacheData: hashFuncs must be a list of pairs, a type and a function each, not an object",
  ],
  ['(st.cacheData as any)(() => 1, { showTime: "yes" })', 'st.cacheData: showTime must be true or false, not "yes"'],
  ['(st.cacheData as any)(() => 1, { copy: "deep" })', 'st.cacheData: copy must be true, false or a codec, not "deep"'],
  ["(st.cacheResource as any)(() => 1, { validate: true })", "st.cacheResource: validate must be a function, not true"],
  ["(st.cacheResource as any)(() => 1, { onRelease: 5 })", "st.cacheResource: onRelease must be a function, not 5"],
  [
    "st.cacheData(function* rows() { yield 1; })()",
    "Cannot keep the return value of 'rows': it is a generator, which is empty once it was read Return what it yields as a list: [...rows()].",
  ],
])("%s is refused", async (line, message) => {
  expect(problems(await twice(`${line};`))[0]).satisfy((said: string) => said.startsWith(message));
});
