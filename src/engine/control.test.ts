import { expect, test } from "vitest";
import { type Visit, visit } from "../hosts/test/visit.ts";
import st from "../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const labelled = (page: Visit, label: string) => [...page.mirror.nodes.values()].find((node) => node.props.label === label);

test("ctl-005 a script that reruns itself while a count is below four shows four", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ count: 0 });
    s.count += 1;
    if (s.count < 4) st.rerun();
    st.text(`app run count: ${s.count}`);
  });
  await page.settled();
  expect(texts(page)).toEqual(["app run count: 4"]);
});

test("ctl-008 ctl-013 switchPage ends the page at once, shows the other, and keeps session state", async () => {
  const reached: string[] = [];
  const two = () => st.text(`two sees ${st.sessionState.note}`);
  const page = await visit(async () => {
    const second = st.Page(two, { title: "two", urlPath: "two" });
    const first = st.Page(
      () => {
        st.sessionState.note = "kept";
        if (st.button("Go")) {
          st.switchPage(second);
          reached.push("behind");
        }
        st.text("one");
      },
      { title: "one", urlPath: "one", default: true },
    );
    await st.navigation([first, second]).run();
  });
  expect(texts(page)).toEqual(["one"]);
  await page.click(labelled(page, "Go"));
  expect(reached).toEqual([]);
  expect(texts(page)).toEqual(["two sees kept"]);
  expect(page.mirror.messages.flatMap((message) => (message.type === "url" && message.page !== undefined ? [message.page] : []))).toContain("two");
});

test("a rerun in a callback does nothing, for the script runs after it anyway", async () => {
  let runs = 0;
  const page = await visit(() => {
    runs += 1;
    st.button("Go", { onClick: () => st.rerun() });
    st.text(`run ${runs}`);
  });
  await page.click(labelled(page, "Go"));
  expect(texts(page)).toEqual(["run 2"]);
});

test("a scope that is none is refused with the two there are", async () => {
  const page = await visit(() => st.rerun({ scope: "page" as "app" }));
  expect(page.all("exception")[0]?.props.message).toBe('st.rerun: scope must be "app" or "fragment", not "page"');
});
