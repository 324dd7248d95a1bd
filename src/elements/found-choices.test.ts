import { expect, test } from "vitest";
import { type Visit, visit } from "../hosts/test/visit.ts";
import { AppTest } from "../hosts/test/app-test.ts";
import st from "../index.ts";
import type { ToClient } from "../protocol/messages.ts";
import { createFoundChoices } from "./found-choices.ts";

type FoundMessage = Extract<ToClient, { type: "found" }>;
const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;
const idOf = (page: Visit, kind: string) => page.all(kind)[0]?.props.widget.id as string;
const answers = (page: Visit) => page.mirror.messages.filter((message): message is FoundMessage => message.type === "found");

let searches = 0;
async function search(page: Visit, kind: string, text: string): Promise<FoundMessage> {
  searches += 1;
  const number = searches;
  page.send({ type: "search", widget: idOf(page, kind), text, search: number });
  await expect.poll(() => answers(page).some((one) => one.search === number)).toBe(true);
  return answers(page).find((one) => one.search === number) as FoundMessage;
}

const people = [
  { id: 1, name: "Ann" },
  { id: 2, name: "Anna" },
  { id: 3, name: "Ann" },
];

test("options are looked up for what is typed, and what was found can be chosen as the script has it", async () => {
  const page = await visit(() => {
    const one = st.selectbox("Who", async (typed) => people.filter(({ name }) => name.startsWith(typed)), { formatFunc: ({ name }) => name, key: "who" });
    st.text(JSON.stringify(one));
  });
  expect(texts(page)).toEqual(["null"]);
  const { keys } = await search(page, "selectbox", "Ann");
  expect(keys).toHaveLength(3);
  await page.set(page.all("selectbox")[0], keys[2]);
  expect(texts(page)).toEqual([JSON.stringify(people[2])]);
  await page.set(page.all("selectbox")[0], "forged");
  expect(texts(page)).toEqual(["null"]);
});

test("looking up reads state, draws nowhere, and ends when something newer is looked up", async () => {
  const begun: string[] = [];
  const ended: string[] = [];
  const page = await visit(() => {
    st.sessionState.prefix ??= "p";
    st.multiselect("Tags", async (typed, signal) => {
      begun.push(typed);
      signal.addEventListener("abort", () => ended.push(typed));
      if (typed === "slow") await new Promise((done) => signal.addEventListener("abort", done));
      st.text("drawn");
      return [`${st.sessionState.prefix}-${typed}`];
    });
  });
  page.send({ type: "search", widget: idOf(page, "multiselect"), text: "slow", search: 1000 });
  await expect.poll(() => begun).toEqual(["slow"]);
  const { keys } = await search(page, "multiselect", "b");
  expect(keys).toEqual(["p-b"]);
  expect(ended).toEqual(["slow"]);
  expect(answers(page).map((one) => one.search)).not.toContain(1000);
  expect(texts(page)).toEqual([]);
});

test("what fails is said to the page, and what is no list is refused", async () => {
  const page = await visit(() => void st.selectbox("a", (typed): string[] => (typed === "x" ? (5 as never) : JSON.parse("{"))));
  expect((await search(page, "selectbox", "x")).error?.message).toBe(
    "st.selectbox: what options gives for a text must be a list, a set, a map or another iterable, not 5",
  );
  expect((await search(page, "selectbox", "y")).error?.name).toBe("SyntaxError");
  page.send({ type: "search", widget: "nobody", text: "", search: 2000 });
  await expect.poll(() => answers(page).at(-1)).toMatchObject({ search: 2000, keys: [] });
});

test("a thousand options of an answer travel, and a choice outlives twenty thousand others", async () => {
  const choices = createFoundChoices("st.selectbox", (typed) => Array.from({ length: 1500 }, (_, at) => `${typed}${at}`));
  const signal = new AbortController().signal;
  const first = await choices.search("first", signal);
  expect([first.keys.length, first.isCut]).toEqual([1000, true]);
  for (let round = 0; round < 25; round += 1) {
    expect(choices.at("first7")).toBe("first7");
    await choices.search(`round ${round} `, signal);
  }
  expect(choices.at("first7")).toBe("first7");
  expect(() => choices.at("first8")).toThrow("no option first8");
});

test("a start, an address and a filter of the page's own are refused", async () => {
  expect(failure(await visit(() => void st.selectbox("a", () => ["x"], { index: 0 as never })))).toContain("index must be null where options is a function");
  expect(failure(await visit(() => void st.selectbox("a", () => ["x"], { bind: "query-params", key: "k" })))).toContain("bind cannot be used");
  expect(failure(await visit(() => void st.multiselect("a", () => ["x"], { filterMode: "prefix" })))).toContain("filterMode cannot be used");
});

test("code and tests choose what nobody looked up, also several, in order and up to the limit", async () => {
  const app = AppTest.fromFunction(() => {
    st.sessionState.city ??= "Oslo";
    st.text(String(st.selectbox("City", () => [], { key: "city" })));
    st.text(st.multiselect("Tags", (typed) => [typed], ["a"], { maxSelections: 2 }).join());
  });
  await app.run();
  expect(app.text.map(({ value }) => value)).toEqual(["Oslo", "a"]);
  await app.selectbox[0]?.select("Lima").run();
  await app.multiselect[0]?.select("b").run();
  expect(app.text.map(({ value }) => value)).toEqual(["Lima", "a,b"]);
});
