import { expect, test, vi } from "vitest";
import { Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

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

test("a rerun in a callback does nothing but warn, for the script runs after it anyway", async () => {
  let runs = 0;
  const page = await visit(() => {
    runs += 1;
    st.button("Go", { onClick: () => st.rerun() });
    st.text(`run ${runs}`);
  });
  await page.click(labelled(page, "Go"));
  expect(texts(page)).toEqual(["run 2"]);
  expect(page.mirror.messages.filter(({ type }) => type === "notice")).toMatchObject([
    { level: "warning", message: "st.rerun() in a callback does nothing.", hint: "The script runs after it anyway: leave it out." },
  ]);
});

test("a scope that is none is refused with the two there are", async () => {
  const page = await visit(() => st.rerun({ scope: "page" as "app" }));
  expect(page.all("exception")[0]?.props.message).toBe('st.rerun: scope must be "app" or "fragment", not "page"');
});

test("a scope that stands alone is refused with the options to write, and a rerun given as a callback gets the new value", async () => {
  const page = await visit(() => st.rerun("fragment" as never));
  expect(page.all("exception")[0]?.props).toMatchObject({
    message: 'st.rerun: the scope must stand in options, not alone: "fragment"',
    hint: 'Write st.rerun({ scope: "fragment" }).',
  });
  const typed = await visit(() => {
    st.text(st.textInput("Name", { onChange: st.rerun as () => void }));
  });
  await typed.set(typed.all("textInput")[0], "Ada");
  expect(texts(typed)).toEqual(["Ada"]);
});

test("ctl-004 a login page lets in by the right password only, and out again", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ status: "unverified" });
    if (s.status !== "verified") {
      const check = (typed: string) => {
        s.status = typed === "sesame" ? "verified" : "incorrect";
      };
      st.textInput("Password", { type: "password", onChange: check });
      if (s.status === "incorrect") st.text("Wrong.");
      st.stop();
    }
    st.success("Login successful.");
    st.button("Log out", { onClick: () => void (s.status = "unverified") });
  });
  await page.set(labelled(page, "Password"), "open");
  expect(texts(page)).toEqual(["Wrong."]);
  await page.set(labelled(page, "Password"), "sesame");
  expect(page.all("textInput")).toEqual([]);
  expect(page.all("success").map(({ props }) => props.body)).toEqual(["Login successful."]);
  expect(page.all("button").map(({ props }) => props.label)).toEqual(["Log out"]);
  await page.click(labelled(page, "Log out"));
  expect(page.session.widgets.get("status")).toBe("unverified");
  expect(page.all("textInput")).toHaveLength(1);
  expect(page.all("success")).toEqual([]);
});

test("ctl-006 what was chosen in a box without a first choice outlasts a full rerun that a fragment asks for", async () => {
  const page = await visit(() => {
    const chosen = st.selectbox("Pick", ["a", "b"], { index: null });
    st.fragment(() => {
      if (st.button("All")) st.rerun();
    })();
    st.text(`chosen ${chosen}`);
  });
  await page.set(labelled(page, "Pick"), 0);
  await page.click(labelled(page, "All"));
  await page.settled();
  expect(texts(page)).toEqual(["chosen a"]);
});

test("ctl-014 a run that ends early, by stop or by an error, does not cost widgets it has not reached their values", async () => {
  const page = await visit(() => {
    const early = st.selectbox("End", ["no", "stop", "throw"]);
    if (early === "stop") st.stop();
    if (early === "throw") throw new Error("early");
    st.text(`value ${st.textInput("Name", { key: "name" })}`);
  });
  await page.set(labelled(page, "Name"), "x");
  for (const choice of [1, 2]) {
    await page.set(labelled(page, "End"), choice);
    await page.set(labelled(page, "End"), 0);
    expect(texts(page)).toEqual(["value x"]);
  }
});

test("ctl-017 a script that always reruns itself lets others run, and Stop or leaving ends it", async () => {
  let runs = 0;
  const page = await visit(() => {
    if (!st.checkbox("for ever")) return;
    runs += 1;
    st.rerun();
  });
  page.ask({ values: { [labelled(page, "for ever")?.props.widget.id]: true } });
  await vi.waitFor(() => expect(runs).toBeGreaterThan(20));
  const other = new Visit(page.engine);
  await other.rerun();
  expect(other.all("checkbox")).toHaveLength(1);
  page.send({ type: "stop" });
  await page.settled();
  const after = runs;
  await other.rerun();
  expect(runs).toBe(after);
  page.ask();
  await vi.waitFor(() => expect(runs).toBeGreaterThan(after + 20));
  page.session.close();
  const atEnd = runs;
  await other.rerun();
  await other.rerun();
  expect(runs).toBe(atEnd);
});
