import { expect, test, vi } from "vitest";
import { visit, Visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const bodies = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const labelled = (page: Visit, label: string) => [...page.mirror.nodes.values()].find((node) => node.props.label === label);

test("run-001 the whole script runs again from top to bottom after a change", async () => {
  const page = await visit(() => {
    st.text("Squares");
    const x = st.slider("x", 0, 100, 0);
    st.text(`${x} squared is ${x * x}`);
  });
  expect(bodies(page)).toEqual(["Squares", "0 squared is 0"]);
  await page.set(labelled(page, "x"), [10]);
  expect(bodies(page)).toEqual(["Squares", "10 squared is 100"]);
});

test("run-003 state counts the runs of a session", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ runs: 0 });
    s.runs += 1;
    st.text(`This page has run ${s.runs} times.`);
    st.button("Again");
  });
  expect(bodies(page)).toEqual(["This page has run 1 times."]);
  await page.click(labelled(page, "Again"));
  expect(bodies(page)).toEqual(["This page has run 2 times."]);
});

test("run-005 what a callback writes stands above the body's output and is gone after the next interaction", async () => {
  const page = await visit(() => {
    st.checkbox("Change", { onChange: () => void st.text("from callback") });
    st.button("Other");
    st.text("from body");
  });
  await page.set(labelled(page, "Change"), true);
  expect(page.mirror.root("main").children.map((node) => node.props.body ?? node.props.label)).toEqual(["from callback", "Change", "Other", "from body"]);
  await page.click(labelled(page, "Other"));
  expect(bodies(page)).toEqual(["from body"]);
});

test("run-006 run-024 a callback is called only for the widget whose value changed, and never in the first run", async () => {
  const called: string[] = [];
  const page = await visit(() => {
    st.checkbox("one", { onChange: () => called.push("one") });
    st.checkbox("two", { onChange: () => called.push("two") });
  });
  expect(called).toEqual([]);
  await page.set(labelled(page, "one"), true);
  expect(called).toEqual(["one"]);
});

test("run-007 a callback's arguments are those of the last run that drew the widget", async () => {
  const got: unknown[] = [];
  const page = await visit(() => {
    const n = st.numberInput("n", { value: 5, step: 1 });
    st.button("Use", { onClick: (value: number) => got.push(value), args: [n] });
  });
  await page.set(labelled(page, "n"), 8);
  await page.click(labelled(page, "Use"));
  expect(got).toEqual([8]);
});

test("run-008 a widget's own callback gets its former return value as argument, and the new one by key", async () => {
  const got: unknown[] = [];
  const page = await visit(() => {
    const s = st.sessionState.init({ last: 1 });
    s.last = st.slider("x", 0, 10, 1, { key: "x", onChange: (was: number) => got.push(was, st.sessionState.x), args: [s.last] });
  });
  await page.set(labelled(page, "x"), [7]);
  expect(got).toEqual([1, 7]);
});

test("run-009 callbacks with arguments of their own count up and down", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ count: 0 });
    const change = (by: number) => {
      s.count += by;
    };
    st.button("Increment", { onClick: change, args: [5] });
    st.button("Decrement", { onClick: change, args: [-1] });
    st.text(`Count = ${s.count}`);
  });
  for (const [label, count] of [
    ["Increment", 5],
    ["Increment", 10],
    ["Decrement", 9],
  ] as const) {
    await page.click(labelled(page, label));
    expect(bodies(page)).toEqual([`Count = ${count}`]);
  }
});

test("run-025 a rerun that carries the value a widget already has calls no callback", async () => {
  const called: string[] = [];
  const page = await visit(() => {
    st.textInput("t", { onChange: (value) => called.push(value) });
  });
  await page.set(labelled(page, "t"), "a");
  await page.set(labelled(page, "t"), "a");
  expect(called).toEqual(["a"]);
});

test("run-014 a class of the script is new in every run, so a stored instance is no instance of it", async () => {
  const page = await visit(() => {
    class Thing {}
    const s = st.sessionState.init({ thing: new Thing() });
    st.text(String(s.thing instanceof Thing));
  });
  expect(bodies(page)).toEqual(["true"]);
  await page.rerun();
  expect(bodies(page)).toEqual(["false"]);
});

test("ctl-001 nothing after st.stop() is drawn, and the run counts as finished without error", async () => {
  const page = await visit(() => {
    st.text("before");
    st.stop();
    st.text("after");
  });
  expect(bodies(page)).toEqual(["before"]);
  expect(page.all("exception")).toEqual([]);
});

test("run-030 Stop in the page ends the run at its next step, keeps what was drawn, and the next interaction runs anew", async () => {
  let turns = 0;
  const page = await visit(async () => {
    const isLong = st.checkbox("long");
    st.text("drawn");
    for (; isLong && turns < 1000; turns += 1) {
      await new Promise((done) => setTimeout(done, 5));
      st.text(`turn ${turns}`);
    }
  });
  page.ask({ values: { [labelled(page, "long")?.props.widget.id]: true } });
  await new Promise((done) => setTimeout(done, 60));
  page.send({ type: "stop" });
  await new Promise((done) => setTimeout(done, 30));
  const [before, shown] = [turns, bodies(page)];
  expect(shown.length).toBeGreaterThan(1);
  await new Promise((done) => setTimeout(done, 60));
  expect(turns).toBe(before);
  expect(bodies(page)).toEqual(shown);
  await page.set(labelled(page, "long"), false);
  expect(bodies(page)).toEqual(["drawn"]);
});

test("int-006 int-003 a superseded run can no longer change session state, even by the object it holds", async () => {
  let runs = 0;
  const page = await visit(async () => {
    runs += 1;
    const run = runs;
    const s = st.sessionState.init({ writer: 0 });
    st.button("again");
    if (run === 2) {
      await new Promise((done) => setTimeout(done, 40));
      s.writer = run;
    }
    st.text(`writer ${s.writer}`);
  });
  page.ask();
  await page.click(labelled(page, "again"));
  await new Promise((done) => setTimeout(done, 80));
  await page.rerun();
  expect(bodies(page)).toEqual(["writer 0"]);
});

test("int-008 int-011 without fast reruns a click and a change that wait are taken up by one run", async () => {
  const seen: string[] = [];
  const page = await visit(
    async () => {
      const x = st.slider("x", 0, 10, 0);
      const clicked = st.button("go");
      seen.push(`${x} ${clicked}`);
      await new Promise((done) => setTimeout(done, 30));
      st.text("end");
    },
    { config: { "runner.fastReruns": false } },
  );
  seen.length = 0;
  page.ask();
  page.ask({ triggers: { [labelled(page, "go")?.props.widget.id]: true } });
  page.ask({ values: { [labelled(page, "x")?.props.widget.id]: [4] } });
  await page.settled();
  expect(seen).toEqual(["0 false", "4 true"]);
});

test("int-009 a request after the session ended is discarded", async () => {
  let runs = 0;
  const page = await visit(() => {
    runs += 1;
  });
  page.session.close();
  page.ask();
  await new Promise((done) => setTimeout(done, 10));
  expect(runs).toBe(1);
});

test("btn-010 a click is not seen by the run after one that ended early", async () => {
  const seen: boolean[] = [];
  const page = await visit(() => {
    const other = st.checkbox("other");
    if (!other && seen.length === 1) {
      seen.push(true);
      throw new Error("ended early");
    }
    seen.push(st.button("go"));
  });
  await page.click(labelled(page, "go"));
  expect(page.all("exception")[0]?.props.message).toBe("ended early");
  page.session.receive({ type: "rerun", seq: 99, values: {} });
  await page.settled();
  expect(seen).toEqual([false, true, false]);
});

test("exc-005 the box of an error is gone when the next run meets none", async () => {
  const page = await visit(() => {
    if (st.checkbox("bad")) throw new Error("bad value");
    st.text("fine");
  });
  await page.set(labelled(page, "bad"), true);
  expect(page.all("exception").map((node) => node.props.message)).toEqual(["bad value"]);
  await page.set(labelled(page, "bad"), false);
  expect(page.all("exception")).toEqual([]);
  expect(bodies(page)).toEqual(["fine"]);
});

test("exc-008 an error whose message cannot be had gives a box with an empty message", async () => {
  const page = await visit(() => {
    const error = new Error("x");
    Object.defineProperty(error, "message", {
      get() {
        throw new Error("no message for you");
      },
    });
    throw error;
  });
  expect(page.all("exception").map((node) => node.props.message)).toEqual([""]);
});

test("exc-002 what was drawn before an error stays above its box", async () => {
  const page = await visit(() => {
    st.text("above");
    throw new RangeError("boom");
  });
  expect(page.mirror.root("main").children.map((node) => node.kind)).toEqual(["text", "exception"]);
  expect(page.all("exception")[0]?.props).toMatchObject({ name: "RangeError", message: "boom" });
});

test("sess-009 state-032 sessions of one engine share nothing", async () => {
  const one = await visit(() => {
    const s = st.sessionState.init({ name: "" });
    s.name = st.textInput("name");
    st.text(`I am ${s.name}`);
  });
  const two = await new Visit(one.engine).rerun();
  await one.set(labelled(one, "name"), "one");
  await two.rerun();
  expect([bodies(one), bodies(two)]).toEqual([["I am one"], ["I am"]]);
});

test("a session resumes from what a host kept: screen, values and state, with one patch of what differs", async () => {
  let kept: Record<string, Uint8Array> = {};
  const script = () => {
    const s = st.sessionState.init({ n: 0 });
    if (st.button("more")) s.n += 1;
    const name = st.textInput("name");
    st.text(`${name} ${s.n}`);
  };
  const first = await visit(script, { open: { keep: ({ state }) => void (kept = { ...kept, ...state }) } });
  await first.click(labelled(first, "more"));
  await first.set(labelled(first, "name"), "Ada");
  await new Promise((done) => setTimeout(done, 150));
  const nodes = [...first.session.screen.snapshot()];
  const values = { [labelled(first, "name")?.props.widget.id]: "Ada" };
  const engine = first.engine;
  const again = new Visit(engine, { restore: { values, state: kept, revision: first.mirror.revision, nodes } });
  again.mirror.adopt(first.mirror);
  await again.rerun();
  expect(bodies(again)).toEqual(["Ada 1"]);
  expect(again.mirror.messages.flatMap((message) => (message.type === "patch" ? message.ops : []))).toEqual([]);
});

test("what a person does right after a move to another engine calls its callback, which a silent run made exist, and counts once", async () => {
  const kept: Record<string, Uint8Array> = {};
  const bodiesRun: boolean[] = [];
  const script = async () => {
    const s = st.sessionState.init({ n: 0, name: "" });
    await Promise.resolve();
    bodiesRun.push(st.button("more", { onClick: () => void (s.n += 1) }));
    st.textInput("name", { onChange: (name) => void (s.name = name) });
    st.text(`${s.name} ${s.n}`);
  };
  const first = await visit(script, { open: { keep: ({ state }) => void Object.assign(kept, state) } });
  await first.click(labelled(first, "more"));
  await expect.poll(() => Object.keys(kept)).toContain("n");
  const again = new Visit(first.engine, { restore: { values: {}, state: kept, revision: first.mirror.revision, nodes: [...first.session.screen.snapshot()] } });
  again.mirror.adopt(first.mirror);
  bodiesRun.length = 0;
  const [button, field] = [labelled(first, "more"), labelled(first, "name")];
  again.ask({ triggers: { [button?.props.widget.id]: true } });
  again.ask({ values: { [field?.props.widget.id]: "Ada" } });
  await again.settled();
  expect(bodies(again)).toEqual(["Ada 2"]);
  expect(bodiesRun).toEqual([false, ...bodiesRun.slice(1)]);
  expect(bodiesRun.filter(Boolean)).toEqual([true]);
  const messages = again.mirror.messages.map(({ type }) => type);
  expect(messages.filter((type) => type === "started")).toHaveLength(messages.filter((type) => type === "finished").length);
});

test("srv-010 an element too big for one message fails alone, with an error that names it", async () => {
  const page = await visit(
    () => {
      st.text("before");
      st.markdown("x".repeat(2_000_000));
      st.text("after");
    },
    { config: { "server.maxMessageSize": 1 } },
  );
  expect(page.mirror.root("main").children.map((node) => node.kind)).toEqual(["text", "exception", "text"]);
  expect(page.all("exception")[0]?.props.message).toContain("st.markdown holds 2.0 MB");
});

test("run-020 a stage that is put back in the middle of a run shows nothing of the later stages", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ stage: 0 });
    const to = (stage: number) => {
      s.stage = stage;
    };
    if (s.stage === 0) st.button("Begin", { onClick: to, args: [1] });
    if (s.stage >= 1) st.textInput("Name", { onChange: to, args: [2] });
    if (s.stage >= 2) {
      const colour = st.selectbox("Colour", ["", "red", "green"], { onChange: to, args: [3] });
      if (colour === "") to(2);
    }
    if (s.stage >= 3) {
      st.text("Thank you!");
      st.button("Start Over", { onClick: to, args: [0] });
    }
  });
  await page.click(labelled(page, "Begin"));
  await page.set(labelled(page, "Name"), "Ada");
  await page.set(labelled(page, "Colour"), 1);
  expect(bodies(page)).toEqual(["Thank you!"]);
  await page.set(labelled(page, "Colour"), 0);
  expect(bodies(page)).toEqual([]);
  expect(labelled(page, "Start Over")).toBeUndefined();
  expect(page.session.widgets.get("stage")).toBe(2);
});

test("sess-013 a session that is closed in the middle of a run ends it at its next step", async () => {
  const reached: string[] = [];
  let go = (): void => {};
  const page = await visit(async () => {
    if (!st.checkbox("long")) return;
    await new Promise<void>((done) => {
      go = done;
    });
    reached.push("awaited");
    st.text("too late");
    reached.push("drawn");
  });
  page.ask({ values: { [labelled(page, "long")?.props.widget.id]: true } });
  await vi.waitFor(() => expect(page.session.run).toBeDefined());
  const { length } = page.mirror.messages;
  page.session.close();
  go();
  await new Promise((done) => setTimeout(done, 10));
  expect(reached).toEqual(["awaited"]);
  expect(page.mirror.messages.length).toBe(length);
});

test("sess-012 a message for a session that is closed is left out", async () => {
  let runs = 0;
  const page = await visit(() => {
    runs += 1;
    st.button("Go");
  });
  const { length } = page.mirror.messages;
  page.session.close();
  page.ask({ triggers: { [page.all("button")[0]?.props.widget.id]: true } });
  page.send({ type: "stop" });
  await new Promise((done) => setTimeout(done, 10));
  expect([runs, page.mirror.messages.length]).toEqual([1, length]);
});

test("what a page says of widgets that nobody draws is forgotten, in the whole app and in a fragment", async () => {
  const page = await visit(() => {
    st.textInput("Name");
    st.fragment(() => void st.slider("N", 0, 10))();
  });
  const { id, fragment } = page.all("slider")[0]?.props.widget ?? {};
  const held = () => [(page.session.screen as unknown as { shown: Map<string, unknown> }).shown.size, page.session.widgets.wires().size];
  const junk = (from: number) => Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`junk-${from + n}`, "x"]));
  expect(held()).toEqual([2, 2]);
  await page.rerun({ values: junk(0) });
  expect(held()).toEqual([2, 2]);
  await page.rerun({ values: { ...junk(100), [id]: [3] }, fragment });
  expect(held()).toEqual([2, 2]);
  expect(page.all("slider")[0]?.value).toEqual([0]);
  expect(page.session.widgets.wires().get(id)).toEqual([3]);
});
