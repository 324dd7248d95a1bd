import { expect, test } from "vitest";
import { type Visit, visit } from "../hosts/test/visit.ts";
import st from "../index.ts";
import { sameMember } from "./members.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);

/** A script that makes its enum anew in every run; `number` is what the members hold besides their name. */
function script(number: () => number) {
  class Color {
    static readonly ALL = ["RED", "GREEN", "BLUE"].map((name) => new Color(name, number()));
    constructor(
      readonly name: string,
      readonly value: number,
    ) {}
  }
  const [red, green] = Color.ALL;
  const chosen = st.multiselect("Colors", Color.ALL, { formatFunc: (one) => one.name });
  st.text(chosen.length === 2 && chosen.includes(red as Color) && chosen.includes(green as Color) ? "red and green" : "something else");
}

async function chosenUnder(mode: string | undefined, number: () => number = () => 1): Promise<string> {
  const page = await visit(() => script(number), mode === undefined ? {} : { config: { "runner.enumCoercion": mode } });
  await page.set(page.all("multiselect")[0], [0, 1]);
  expect(page.all("exception")).toEqual([]);
  return texts(page)[0] as string;
}

test("enum-001 members of a class made anew in every run are this run's, unless the option says otherwise", async () => {
  expect(await chosenUnder(undefined)).toBe("red and green");
  expect(await chosenUnder("nameOnly")).toBe("red and green");
  expect(await chosenUnder("nameAndValue")).toBe("red and green");
});

test("enum-002 without coercion the members are those of the run before, and none of this run's", async () => {
  expect(await chosenUnder("off")).toBe("something else");
});

test("enum-009 nameAndValue leaves members alone whose values changed while their names did not", async () => {
  let run = 0;
  const changing = () => Math.floor(run++ / 3);
  expect(await chosenUnder("nameAndValue", changing)).toBe("something else");
  run = 0;
  expect(await chosenUnder("nameOnly", changing)).toBe("red and green");
});

test("enum-010 an unknown setting is refused where members of an enum are options, listing the three", async () => {
  const config = { "runner.enumCoercion": "foo" };
  const page = await visit(() => script(() => 1), { config });
  expect(page.all("exception")[0]?.props.message).toBe('runner.enumCoercion must be "off", "nameOnly" or "nameAndValue", not "foo"');
  const plain = await visit(() => void st.multiselect("Plain", ["a", { b: 1 }, new Date(0)]), { config });
  expect(plain.all("exception")).toEqual([]);
});

test("members are told apart by class and name, symbols by their description", () => {
  const make = (name: string, fields: object) =>
    new (class Suit {
      readonly name = name;
      constructor() {
        Object.assign(this, fields);
      }
    })();
  expect(sameMember("nameOnly", make("clubs", { rank: 1 }), make("clubs", { rank: 2 }))).toBe(true);
  expect(sameMember("nameAndValue", make("clubs", { rank: 1 }), make("clubs", { rank: 2 }))).toBe(false);
  expect(sameMember("nameOnly", make("clubs", {}), make("hearts", {}))).toBe(false);
  expect(sameMember("nameOnly", Symbol("red"), Symbol("red"))).toBe(true);
  expect(sameMember("off", Symbol("red"), Symbol("red"))).toBe(false);
});
