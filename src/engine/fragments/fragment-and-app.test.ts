import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import { createTestHost } from "../../hosts/test/host.ts";
import st from "../../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const errors = (page: Visit) => page.all("exception").map((node) => node.props.message as string);
const labelled = (page: Visit, label: string) => [...page.mirror.nodes.values()].find((node) => node.props.label === label);
const pause = (ms: number) => new Promise((next) => setTimeout(next, ms));

/** What a click, or a value, of a widget sends, without waiting for what it causes. */
function ask(page: Visit, label: string, value?: unknown): void {
  const widget = labelled(page, label);
  if (!widget) throw new Error(`there is no ${label}`);
  const { id, fragment } = widget.props.widget;
  page.ask({ ...(value === undefined ? { triggers: { [id]: true } } : { values: { [id]: value } }), ...(fragment ? { fragment } : {}) });
}

test("a rerun in a fragment's callback reruns the whole app once all callbacks have run, and the click is still seen", async () => {
  const said: string[] = [];
  const ran: string[] = [];
  const host = createTestHost({ log: (_, message) => void said.push(message) });
  const page = await visit(
    () => {
      ran.push("app");
      st.fragment(() => {
        ran.push("fragment");
        const clicked = st.button("Go", {
          onClick: async () => {
            await pause(1);
            st.sessionState.seen = "yes";
            st.rerun();
          },
        });
        st.text(`clicked ${clicked}`);
      })();
      st.text(`outside ${st.sessionState.seen ?? "no"}`);
    },
    { host },
  );
  ran.length = 0;
  await page.click(labelled(page, "Go"));
  expect(ran).toEqual(["app", "fragment"]);
  expect(texts(page)).toEqual(["clicked true", "outside yes"]);
  expect(said).toEqual([]);
});

test("a rerun of the fragment in its own callback needs no word: the fragment runs after it anyway", async () => {
  const said: string[] = [];
  const ran: string[] = [];
  const host = createTestHost({ log: (_, message) => void said.push(message) });
  const page = await visit(
    () => {
      ran.push("app");
      st.fragment(() => {
        ran.push("fragment");
        st.button("Go", { onClick: () => st.rerun({ scope: "fragment" }) });
      })();
    },
    { host },
  );
  ran.length = 0;
  await page.click(labelled(page, "Go"));
  expect(ran).toEqual(["fragment"]);
  expect([errors(page), said]).toEqual([[], []]);
});

test("a click in a fragment that a full run in progress has not drawn again yet waits for it", async () => {
  const page = await visit(async () => {
    st.button("App");
    await pause(20);
    st.fragment(() => {
      const s = st.sessionState.init({ clicks: 0 });
      if (st.button("Part")) s.clicks += 1;
      st.text(`clicks ${s.clicks} at ${st.slider("N", 0, 10, 1)}`);
    })();
  });
  ask(page, "App");
  ask(page, "Part");
  ask(page, "N", [4]);
  await page.settled();
  expect(errors(page)).toEqual([]);
  expect(page.mirror.messages.filter(({ type }) => type === "notice")).toEqual([]);
  expect(texts(page)).toEqual(["clicks 1 at 4"]);
});

test("what waits for a fragment in progress is not lost when the whole app reruns", async () => {
  const page = await visit(async () => {
    st.button("App");
    await st.fragment(async () => {
      const s = st.sessionState.init({ clicks: 0 });
      if (st.button("Part")) s.clicks += 1;
      const n = st.slider("N", 0, 10, 1);
      await pause(10);
      st.text(`clicks ${s.clicks} at ${n}`);
    })();
  });
  ask(page, "Part");
  ask(page, "Part");
  ask(page, "N", [7]);
  ask(page, "App");
  await page.settled();
  expect(texts(page)).toEqual(["clicks 2 at 7"]);
});

test("callbacks of a fragment run to their end before the whole app reruns", async () => {
  const order: string[] = [];
  const page = await visit(() => {
    order.push("app");
    const s = st.sessionState.init({ saved: 0 });
    st.fragment(() => {
      st.button("Save", {
        onClick: async () => {
          order.push("saving");
          await pause(20);
          s.saved += 1;
          order.push("saved");
        },
      });
    })();
    st.text(`saved ${s.saved}`);
    st.button("App");
  });
  order.length = 0;
  ask(page, "Save");
  ask(page, "App");
  await page.settled();
  expect(order).toEqual(["saving", "saved", "app"]);
  expect(texts(page)).toEqual(["saved 1"]);
});

test("an inner fragment in progress gives way when the outer one draws it anew, and its click is seen there", async () => {
  const page = await visit(async () => {
    await st.fragment(async () => {
      st.button("Outer");
      await st.fragment(async () => {
        await pause(10);
        const s = st.sessionState.init({ clicks: 0 });
        if (st.button("Inner")) s.clicks += 1;
        st.text(`clicks ${s.clicks}`);
      })();
    })();
  });
  ask(page, "Inner");
  ask(page, "Outer");
  await page.settled();
  expect(texts(page)).toEqual(["clicks 1"]);
  await page.click(labelled(page, "Inner"));
  expect(texts(page)).toEqual(["clicks 2"]);
});

test("a click that waits for an inner fragment reaches the one that the outer draws meanwhile", async () => {
  const page = await visit(async () => {
    await st.fragment(async () => {
      st.button("Outer");
      await pause(10);
      st.fragment(() => {
        const s = st.sessionState.init({ clicks: 0 });
        if (st.button("Inner")) s.clicks += 1;
        st.text(`clicks ${s.clicks}`);
      })();
      await pause(10);
    })();
  });
  ask(page, "Outer");
  ask(page, "Inner");
  await page.settled();
  await page.click(labelled(page, "Inner"));
  expect(texts(page)).toEqual(["clicks 2"]);
});
