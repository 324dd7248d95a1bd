import { expect, test } from "vitest";
import { createTestHost } from "../../hosts/test/host.ts";
import { inMemory } from "../../hosts/contract/driver.ts";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const SECRETS = { db_username: "Jane", my_other_secrets: { things_i_like: ["Streams", "Tea"] }, db: { user: "c", port: 5432 }, "with.dot": 1 };
const json = (page: Visit): unknown => JSON.parse(page.all("text")[0]?.props.body as string);
const read = (what: () => unknown, secrets: Record<string, unknown> = SECRETS) =>
  visit(() => st.text(JSON.stringify(what())), { host: createTestHost({ secrets: () => secrets }) });

test("sec-001 secrets read by key, attribute and nested attribute", async () => {
  const { secrets } = st;
  const page = await read(() => [
    secrets["db_username"],
    secrets.db_username,
    secrets.my_other_secrets.things_i_like,
    secrets.get("db.port"),
    secrets.get("with.dot"),
  ]);
  expect(json(page)).toEqual(["Jane", "Jane", ["Streams", "Tea"], 5432, 1]);
});

test("sec-004 a missing secret is undefined, and require names it and where it belongs", async () => {
  const page = await visit(
    () => {
      st.text(JSON.stringify([st.secrets.none === undefined, "none" in st.secrets, st.secrets.has("db.user"), st.secrets.get("db.none", "else")]));
      st.secrets.require("db.password");
    },
    { host: createTestHost({ secrets: () => SECRETS }) },
  );
  expect(json(page)).toEqual([true, false, true, "else"]);
  expect(page.all("exception")[0]?.props).toMatchObject({
    message: 'st.secrets has no key "db.password"',
    hint: expect.stringContaining(".streamlit/secrets.toml"),
  });
});

test("without any secrets require says so", async () => {
  const page = await read(() => st.secrets.require("key"), {});
  expect(page.all("exception")[0]?.props.message).toContain("no secrets were found");
});

test.each<[string, () => void]>([
  [
    "setting",
    () => {
      (st.secrets as Record<string, unknown>).db_username = "Joe";
    },
  ],
  [
    "setting inside a section",
    () => {
      st.secrets.db.user = "x";
    },
  ],
  [
    "changing a list",
    () => {
      st.secrets.my_other_secrets.things_i_like.push("x");
    },
  ],
  [
    "deleting",
    () => {
      delete (st.secrets as Record<string, unknown>).db;
    },
  ],
  [
    "defining",
    () => {
      Object.defineProperty(st.secrets, "x", { value: 1 });
    },
  ],
])("sec-011 %s is a type error", async (_, script) => {
  const page = await read(script);
  expect(page.all("exception")[0]?.props.name).toBe("TypeError");
});

test("sec-013 a section passes whole, and a copy may be changed", async () => {
  const connect = ({ user, port }: { user?: string; port?: number }) => `${user}:${port}`;
  const page = await read(() => {
    const copy = st.secrets.toDict();
    copy.db.user = "changed";
    return [
      connect(st.secrets.db),
      connect({ ...st.secrets.db, port: 1 }),
      copy.db.user,
      st.secrets.db.user,
      Object.keys(st.secrets),
      [...st.secrets].length,
      structuredClone(st.secrets.db),
    ];
  });
  expect(json(page)).toEqual(["c:5432", "c:1", "changed", "c", Object.keys(SECRETS), 4, { user: "c", port: 5432 }]);
});

test("sec-007 secrets that were read again show in the next run", async () => {
  let secrets: Record<string, unknown> = { key: "old" };
  const page = await visit(() => st.text(st.secrets.key), { host: createTestHost({ secrets: () => secrets }) });
  expect(page.all("text")[0]?.props.body).toBe("old");
  secrets = { key: "new" };
  await page.rerun();
  expect(page.all("text")[0]?.props.body).toBe("new");
});

test("secrets are there while modules are imported, a session is not", async () => {
  const app = await inMemory({
    "app.ts": `import st from "rivulet"; import { names } from "./keys.ts"; st.text(names);`,
    "keys.ts": `import st from "rivulet"; export const names = JSON.stringify(Object.keys(st.secrets)); try { st.context.locale; st.queryParams.a; } catch (error) { export_(error); } function export_(error) { globalThis.__said = error.message; }`,
  });
  const page = await app.open();
  expect(page.texts()).toEqual(["[]"]);
  expect((globalThis as { __said?: string }).__said).toContain("while a module is imported");
  await app.close();
});

test("a cached function reads the secrets of the app that called it, whichever app was started last", async () => {
  const make = async (key: string) =>
    visit(
      () => {
        const read = st.cacheData(() => st.secrets.key);
        st.text(String(read()));
      },
      { host: createTestHost({ secrets: () => ({ key }) }) },
    );
  const [first, second] = [await make("one"), await make("two")];
  first.engine.clearCaches();
  await first.rerun();
  expect([first, second].map((page) => page.all("text")[0]?.props.body)).toEqual(["one", "two"]);
});
