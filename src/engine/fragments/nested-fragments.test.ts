import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import type { MirrorNode } from "../../hosts/test/mirror.ts";
import st from "../../index.ts";

const labelled = (page: Visit, label: string) => page.all("button").find((node) => node.props.label === label);
const timers = (page: Visit) => page.mirror.messages.findLast((message) => message.type === "timers")?.timers.map(({ seconds }) => seconds);

test("frag-038 a nested fragment reruns by itself, and with the outer one, also after that one has rerun", async () => {
  const ran: string[] = [];
  const page = await visit(() => {
    st.fragment(() => {
      ran.push("outer");
      st.button("Outer");
      st.fragment(() => {
        ran.push("inner");
        st.button("Inner");
        st.fragment(() => {
          ran.push("innermost");
          st.button("Innermost");
        })();
      })();
    })();
  });
  ran.length = 0;
  await page.click(labelled(page, "Inner"));
  expect(ran).toEqual(["inner", "innermost"]);
  await page.click(labelled(page, "Outer"));
  expect(ran).toEqual(["inner", "innermost", "outer", "inner", "innermost"]);
  ran.length = 0;
  await page.click(labelled(page, "Inner"));
  expect(ran).toEqual(["inner", "innermost"]);
  ran.length = 0;
  await page.click(labelled(page, "Innermost"));
  expect(ran).toEqual(["innermost"]);
  await page.click(labelled(page, "Inner"));
  expect(ran).toEqual(["innermost", "inner", "innermost"]);
});

test("a nested fragment is the same one in its outer one's runs as in those of the whole script", async () => {
  const page = await visit(() => {
    const inner = st.fragment((n: number) => void st.button(`Inner ${n}`));
    const outer = st.fragment((n: number) => {
      st.button(`Outer ${n}`);
      inner(n);
    });
    for (const n of [0, 1, 2]) outer(n);
  });
  const ids = () => page.all("fragment").map((node) => node.props.fragment as string);
  const before = ids();
  expect(new Set(before).size).toBe(6);
  await page.click(labelled(page, "Outer 2"));
  expect(ids()).toEqual(before);
});

test("a nested fragment that the outer one draws only later reruns by itself, and stops when it is drawn no more", async () => {
  let beats = 0;
  const page = await visit(() => {
    st.fragment(() => {
      if (st.checkbox("shown")) st.fragment(() => void (beats += 1), { runEvery: 5 })();
    })();
  });
  expect(timers(page)).toEqual([]);
  await page.set(page.all("checkbox")[0], true);
  expect(timers(page)).toEqual([5]);
  const fragment = page.all("fragment")[1]?.props.fragment as string;
  await page.rerun({ fragment, auto: true });
  expect(beats).toBe(2);
  await page.set(page.all("checkbox")[0], false);
  expect(timers(page)).toEqual([]);
  await page.rerun({ fragment, auto: true });
  expect(beats).toBe(2);
});

test("what is asked of a nested fragment waits for a run of the outer one that has yet to draw it", async () => {
  let go = () => {};
  const ran: string[] = [];
  const page = await visit(() => {
    st.fragment(async () => {
      if (st.button("Outer")) await new Promise<void>((done) => (go = done));
      st.fragment(() => void ran.push(st.button("Inner") ? "clicked" : "drawn"))();
    })();
  });
  const { fragment, id } = (labelled(page, "Inner") as MirrorNode).props.widget;
  const outer = page.click(labelled(page, "Outer"));
  page.ask({ fragment, triggers: { [id]: true } });
  go();
  await outer;
  expect(ran).toEqual(["drawn", "drawn", "clicked"]);
});

test("a dialog that a fragment opened closes with a rerun, and keeps what was typed when its fragment reruns", async () => {
  let fulls = 0;
  const page = await visit(() => {
    fulls += 1;
    const ask = st.dialog("Name", () => {
      st.text(`Hello ${st.textInput("Name")}`);
      if (st.button("Close")) st.rerun();
    });
    st.fragment(() => {
      st.button("Other");
      if (st.button("Open")) ask();
    })();
  });
  await page.click(labelled(page, "Open"));
  await page.set(page.all("textInput")[0], "Ada");
  await page.click(labelled(page, "Other"));
  expect(page.all("text")[0]?.props.body).toBe("Hello Ada");
  await page.click(labelled(page, "Close"));
  expect(fulls).toBe(2);
  expect(page.all("dialog")).toEqual([]);
});
