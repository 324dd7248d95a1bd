import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("a function shows its signature, a class and its instances their members, and nothing is called", async () => {
  let calls = 0;
  class Account {
    static count = 1;
    owner = "Ada";
    rows = [1, 2, 3];
    _hidden = true;
    get balance(): number {
      calls += 1;
      return 5;
    }
    pay(amount: number, _to = "someone"): number {
      return amount;
    }
  }
  const page = await visit(() => {
    st.help(function load(url: string, retries = 3) {
      return [url, retries];
    });
    st.help(Account);
    st.help(new Account());
    st.help("text");
  });
  const [load, account, instance, text] = page.all("help").map(({ props }) => props);
  expect(load).toMatchObject({ name: "load", type: "function", value: "function load(url, retries = 3)", members: [] });
  expect(account).toMatchObject({ name: "Account", type: "class", members: [{ name: "count", type: "number", value: "1" }] });
  expect(instance.type).toBe("Account");
  expect(instance.members).toMatchObject([
    { name: "owner", type: "string", value: '"Ada"' },
    { name: "rows", type: "Array", value: "3 items" },
    { name: "balance", type: "getter" },
    { name: "pay", type: "function" },
  ]);
  expect(text).toMatchObject({ type: "string", value: '"text"', members: [] });
  expect(calls).toBe(0);
});

test("an object with very many members lists the first, and says how many more there are", async () => {
  const page = await visit(() => st.help(Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`k${at}`, at]))));
  const { members, more } = page.all("help")[0]?.props ?? {};
  expect([members.length, more]).toEqual([200, 800]);
});
