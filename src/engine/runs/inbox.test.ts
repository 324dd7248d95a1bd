import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";
import { Inbox } from "./inbox.ts";

const ask = (inbox: Inbox, request: object) => inbox.take({ type: "rerun", seq: 1, ...request });

test("btn-013 of a click that waits and a newer value of the same widget the value stays", () => {
  const inbox = new Inbox();
  ask(inbox, { triggers: { x: true } });
  ask(inbox, { values: { x: 5 } });
  const { values, triggers } = inbox.give();
  expect([...values]).toEqual([["x", 5]]);
  expect(triggers.size).toBe(0);
});

test("btn-014 of two messages of one chat that wait the script gets each, in its own run, and none is lost by an empty request", async () => {
  const got: (string | null)[] = [];
  const page = await visit(() => void got.push(st.chatInput("Say") as string | null));
  const id = page.all("chatInput")[0]?.props.widget.id as string;
  page.ask({ triggers: { [id]: "old" } });
  page.ask({ triggers: { [id]: "new" } });
  page.ask();
  await page.settled();
  expect(got.filter((message) => message !== null)).toEqual(["old", "new"]);
  expect(got[0]).toBeNull();
});

test("what comes for a widget that is drawn disabled was not done by a person and is left out", async () => {
  const called: unknown[] = [];
  const page = await visit(() => {
    const isShut = st.checkbox("shut", true);
    const level = st.slider("level", 0, 10, 1, { disabled: isShut, onChange: (value) => called.push(value) });
    const sent = st.button("send", { disabled: isShut, onClick: () => called.push("send") });
    st.text(`${level} ${sent}`);
  });
  const bodies = () => page.all("text").map(({ props }) => props.body);
  const widgets = () => [page.all("slider")[0], page.all("button")[0]].map((node) => node?.props.widget.id as string) as [string, string];
  const [slider, button] = widgets();
  await page.rerun({ values: { [slider]: [7] }, triggers: { [button]: true } });
  expect(bodies()).toEqual(["1 false"]);
  expect(called).toEqual([]);
  // The page that showed something else is put right.
  expect(page.all("slider")[0]?.value).toEqual([1]);
  await page.set(page.all("checkbox")[0], false);
  await page.rerun({ values: { [slider]: [7] }, triggers: { [button]: true } });
  expect(bodies()).toEqual(["7 true"]);
  expect(called).toEqual([7, "send"]);
});
