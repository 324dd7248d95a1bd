import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st, { Temporal } from "../../index.ts";

class Connection {
  readonly open = true;
}

const config = { "runner.enforceSerializableSessionState": true };

test.each([
  ["a function", () => Math.max, "st.sessionState.thing holds the function max"],
  ["a class instance", () => new Connection(), "st.sessionState.thing holds an instance of Connection"],
  ["a function deep inside", () => ({ a: [1, { b: () => 1 }] }), "st.sessionState.thing holds an object"],
  ["a promise", () => Promise.resolve(1), "st.sessionState.thing holds an instance of Promise"],
])("with enforceSerializableSessionState %s in the state is an error at the end of the run that names key and value", async (_, make, message) => {
  const page = await visit(
    () => {
      st.sessionState.fine = { when: Temporal.PlainDate.from("2024-02-29"), list: new Map([["a", new Set([1])]]) };
      st.sessionState.thing = make();
      st.text("drawn");
    },
    { config },
  );
  expect(page.all("text").map((node) => node.props.body)).toEqual(["drawn"]);
  expect(page.all("exception").map((node) => node.props.message)).toEqual([expect.stringContaining(message)]);
  expect(page.all("exception")[0]?.props.hint).toContain("st.cacheResource");
});

test("without enforceSerializableSessionState, and for what can be stored, there is no error", async () => {
  const script = (make: () => unknown) => () => {
    st.sessionState.thing = make();
    st.text("drawn");
  };
  const loop: { self?: unknown } = {};
  loop.self = loop;
  const plain = await visit(
    script(() => ({ loop, date: new Date(0), big: 1n, bytes: new Uint8Array(3) })),
    { config },
  );
  expect(plain.all("exception")).toEqual([]);
  const lenient = await visit(script(() => Math.max));
  expect(lenient.all("exception")).toEqual([]);
});

test("a fragment's run is checked as well", async () => {
  const page = await visit(
    () => {
      st.fragment(() => {
        if (st.button("Spoil")) st.sessionState.thing = Math.max;
      })();
    },
    { config },
  );
  expect(page.all("exception")).toEqual([]);
  await page.click(page.all("button")[0]);
  expect(page.all("exception").map((node) => node.props.message)).toEqual([expect.stringContaining("the function max")]);
});
