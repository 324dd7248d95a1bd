import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const labelled = (page: Visit, label: string) => [...page.mirror.nodes.values()].find((node) => node.props.label === label);
const errors = (page: Visit) => page.all("exception").map((node) => node.props.message as string);
const fragmentOf = (page: Visit, label: string): string => labelled(page, label)?.props.widget.fragment;

test("frag-002 a fragment's clicks leave the rest stale until the next full run", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ inner: 0, full: 0 });
    s.full += 1;
    const part = st.fragment(() => {
      if (st.button("Inner")) s.inner += 1;
      st.text(`inner ${s.inner}`);
    });
    part();
    st.text(`outside ${s.inner} full ${s.full}`);
    st.button("Rerun full app");
  });
  for (let i = 0; i < 3; i += 1) await page.click(labelled(page, "Inner"));
  expect(texts(page)).toEqual(["inner 3", "outside 0 full 1"]);
  await page.click(labelled(page, "Rerun full app"));
  expect(texts(page)).toEqual(["inner 3", "outside 3 full 2"]);
});

test("frag-003 frag-004 frag-039 a widget reruns only the fragment it stands in", async () => {
  const ran: string[] = [];
  const page = await visit(() => {
    ran.push("app");
    const part = st.fragment((name: string) => {
      ran.push(name);
      if (st.button(`Hi ${name}`)) st.text("Hi back!");
    });
    part("one");
    part("two");
    st.button("All");
  });
  ran.length = 0;
  await page.click(labelled(page, "Hi two"));
  expect(ran).toEqual(["two"]);
  expect(texts(page)).toEqual(["Hi back!"]);
  await page.click(labelled(page, "All"));
  expect(ran).toEqual(["two", "app", "one", "two"]);
  expect(texts(page)).toEqual([]);
});

test("frag-007 what a fragment writes into an outer container adds up until the next full run", async () => {
  const page = await visit(() => {
    const outer = st.container();
    const part = st.fragment(() => {
      st.button("More");
      outer.text("line");
    });
    part();
    st.button("All");
  });
  for (let i = 0; i < 3; i += 1) await page.click(labelled(page, "More"));
  expect(texts(page)).toEqual(["line", "line", "line", "line"]);
  await page.click(labelled(page, "All"));
  expect(texts(page)).toEqual(["line"]);
});

test("frag-008 what a fragment writes into an outer slot replaces what was there", async () => {
  let n = 0;
  const page = await visit(() => {
    const slot = st.empty();
    const part = st.fragment(() => {
      st.button("More");
      n += 1;
      slot.text(`line ${n}`);
    });
    part();
  });
  for (let i = 0; i < 3; i += 1) await page.click(labelled(page, "More"));
  expect(texts(page)).toEqual(["line 4"]);
});

test("frag-012 frag-013 arguments are those of the last full run, whose return value is the caller's", async () => {
  let n = 1;
  const page = await visit(() => {
    const part = st.fragment((value: number) => {
      st.button("Again");
      st.text(`sees ${value}`);
      return value * 10;
    });
    const back = part(n);
    st.text(`returned ${back}`);
  });
  n = 2;
  await page.click(labelled(page, "Again"));
  expect(texts(page)).toEqual(["sees 1", "returned 10"]);
});

test("frag-015 frag-029 the interval may be seconds or a text, and nonsense is refused", async () => {
  const page = await visit(() => {
    for (const runEvery of [10, 0.5, "10s", "1h23s", { hours: 1 }]) st.fragment(() => {}, { runEvery })();
  });
  const timers = page.mirror.messages.findLast((message) => message.type === "timers");
  expect(timers?.timers.map((timer) => timer.seconds)).toEqual([10, 0.5, 10, 3623, 3600]);
  expect(errors(await visit(() => void st.fragment(() => {}, { runEvery: "abc" })))[0]).toContain('"abc"');
  const never = await visit(() => st.fragment(() => {}, { runEvery: 0 })());
  expect(never.mirror.messages).toContainEqual({ type: "timers", timers: [] });
});

test("frag-017 the scope fragment is refused in a full run and outside fragments, and reruns the fragment inside", async () => {
  expect(errors(await visit(() => st.rerun({ scope: "fragment" })))[0]).toContain("during fragment reruns");
  let runs = 0;
  const page = await visit(() => {
    st.fragment(() => {
      runs += 1;
      if (st.button("Twice")) st.rerun({ scope: "fragment" });
      st.text(`runs ${runs}`);
    })();
  });
  await page.click(labelled(page, "Twice"));
  expect(texts(page)).toEqual(["runs 3"]);
});

test("frag-022 frag-005 an error in a fragment ends a full run, but stays in its place in a fragment's own run", async () => {
  const page = await visit(() => {
    st.fragment(() => {
      if (st.checkbox("bad")) throw new Error("inside");
      st.text("part");
    })();
    st.text("after");
  });
  const widget = labelled(page, "bad")?.props.widget;
  await page.rerun({ values: { [widget.id]: true }, fragment: widget.fragment });
  expect([errors(page), texts(page)]).toEqual([["inside"], ["after"]]);
  await page.rerun();
  expect([errors(page), texts(page)]).toEqual([["inside"], []]);
});

test("frag-024 hiding a widget in a fragment resets it and leaves widgets outside alone", async () => {
  const page = await visit(() => {
    st.text(`outside ${st.textInput("Outside")}`);
    st.fragment(() => {
      if (!st.checkbox("Hide")) st.text(`inside ${st.textInput("Inside")}`);
    })();
  });
  await page.set(labelled(page, "Outside"), "kept");
  await page.set(labelled(page, "Inside"), "lost");
  await page.set(labelled(page, "Hide"), true);
  await page.set(labelled(page, "Hide"), false);
  await page.rerun();
  expect(texts(page)).toEqual(["outside kept", "inside"]);
});

test("frag-025 a callback in a fragment runs first, then only the fragment", async () => {
  const ran: string[] = [];
  const page = await visit(() => {
    ran.push("app");
    st.fragment(() => {
      ran.push("part");
      st.button("Flag", { onClick: () => ran.push("callback") });
    })();
  });
  ran.length = 0;
  await page.click(labelled(page, "Flag"));
  expect(ran).toEqual(["callback", "part"]);
});

test("frag-032 a click for a fragment that is gone is told, and a timer's is ignored", async () => {
  const page = await visit(() => void st.text("app"));
  page.ask({ fragment: "gone", auto: true });
  page.ask({ fragment: "gone", triggers: { x: true } });
  await new Promise((next) => setTimeout(next, 20));
  const notices = page.mirror.messages.flatMap((message) => (message.type === "notice" ? [message.message] : []));
  expect(notices).toEqual(["Could not find fragment with id gone"]);
});

test("frag-034 a fragment that asks for a full rerun gets one", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ clicks: 0 });
    st.text(`header ${s.clicks}`);
    st.fragment(() => {
      if (st.button("Click")) s.clicks += 1;
      if (s.clicks === 2) {
        s.clicks = 10;
        st.rerun();
      }
    })();
  });
  await page.click(labelled(page, "Click"));
  expect(texts(page)).toEqual(["header 0"]);
  await page.click(labelled(page, "Click"));
  expect(texts(page)).toEqual(["header 10"]);
});

test("frag-036 frag-018 fragments asked for while they run are run once more each, in order, and overlap while they wait", async () => {
  const ran: string[] = [];
  const page = await visit(() => {
    const part = st.fragment(async (name: string) => {
      const clicked = st.button(name);
      ran.push(`${name} begins${clicked ? " clicked" : ""}`);
      await new Promise((next) => setTimeout(next, 20));
      ran.push(`${name} ends`);
    });
    return Promise.all([part("a"), part("b")]);
  });
  ran.length = 0;
  const ask = (label: string) => page.ask({ triggers: { [labelled(page, label)?.props.widget.id]: true }, fragment: fragmentOf(page, label) });
  ask("a");
  ask("b");
  ask("a");
  await page.settled();
  expect(ran).toEqual(["a begins clicked", "b begins clicked", "a ends", "a begins clicked", "b ends", "a ends"]);
});

test("frag-037 a fragment's error does not keep another one from its run", async () => {
  const page = await visit(() => {
    st.fragment(() => {
      if (st.button("bad")) throw new Error("bad");
    })();
    st.fragment(() => void st.text(st.button("good") ? "clicked" : "waits"))();
  });
  for (const label of ["bad", "good"]) page.ask({ triggers: { [labelled(page, label)?.props.widget.id]: true }, fragment: fragmentOf(page, label) });
  await new Promise((next) => setTimeout(next, 50));
  expect([errors(page), texts(page)]).toEqual([["bad"], ["clicked"]]);
});

test("frag-040 stop in a fragment's run skips the rest of it only", async () => {
  const page = await visit(() => {
    st.fragment(() => {
      const stops = st.checkbox("stops");
      st.text("before");
      if (stops) st.stop();
      st.text("behind");
    })();
    st.text("outside");
  });
  await page.set(labelled(page, "stops"), true);
  expect(texts(page)).toEqual(["before", "outside"]);
});

test("a request for a fragment that is gone is answered", async () => {
  const page = await visit(() => st.text("no fragment"));
  const { length } = page.mirror.messages;
  page.ask({ fragment: "gone" });
  expect(page.mirror.messages.slice(length)).toEqual([
    expect.objectContaining({ type: "notice", message: "Could not find fragment with id gone" }),
    { type: "finished", run: 0, seq: 2, outcome: "error", fragment: "gone" },
  ]);
});

test("frag-009 a widget of a fragment cannot go into a container outside of it, in a full run and in its own", async () => {
  const page = await visit(() => {
    const outside = st.container();
    const part = st.fragment(() => {
      outside.text("words may");
      if (st.checkbox("inside")) outside.slider("level");
    });
    part();
    if (st.checkbox("sidebar")) st.fragment(() => void st.sidebar.button("there"))();
  });
  expect(errors(page)).toEqual([]);
  await page.set(labelled(page, "inside"), true);
  expect(errors(page)).toEqual(["st.slider: Fragments cannot write widgets to outside containers."]);
  expect(texts(page)).toEqual(["words may", "words may"]);
  await page.set(labelled(page, "inside"), false);
  await page.set(labelled(page, "sidebar"), true);
  expect(errors(page)).toEqual(["st.button: Fragments cannot write widgets to outside containers."]);
});

test("frag-010 a widget may go into a container that the fragment itself made, also later", async () => {
  const page = await visit(() => {
    const part = st.fragment(() => {
      const own = st.container();
      const [left] = st.columns(2);
      st.button("again");
      own.with(() => void left.with(() => void own.slider("level")));
    });
    part();
  });
  await page.click(labelled(page, "again"));
  expect(errors(page)).toEqual([]);
  expect(page.all("slider")).toHaveLength(1);
});

test("frag-011 a fragment that shows three tabs or two leaves no tabs of its former runs", async () => {
  const page = await visit(() => {
    const part = st.fragment(() => {
      const many = st.checkbox("many");
      const labels: string[] = many ? ["a", "b", "c"] : ["d", "e"];
      for (const tab of st.tabs(labels)) tab.text(many ? "of three" : "of two");
    });
    part();
  });
  for (let turn = 0; turn < 10; turn += 1) {
    const many = turn % 2 === 0;
    await page.set(labelled(page, "many"), many);
    expect(page.all("tabs")).toHaveLength(1);
    expect(page.all("tab").map(({ props }) => props.label)).toEqual(many ? ["a", "b", "c"] : ["d", "e"]);
    expect(texts(page)).toEqual(many ? ["of three", "of three", "of three"] : ["of two", "of two"]);
  }
});

test("frag-026 a fragment called inside a column draws into it again", async () => {
  const page = await visit(() => {
    const [, right] = st.columns(2);
    const part = st.fragment((name: string) => {
      st.button(`more ${name}`);
      st.text(name);
    });
    right.with(() => part("in the column"));
    part("below");
  });
  const columnTexts = () =>
    page.all("column").map((column) => JSON.stringify(column, (key, value) => (key === "parent" ? undefined : value)).includes('"in the column"'));
  expect(columnTexts()).toEqual([false, true]);
  await page.click(labelled(page, "more in the column"));
  expect(columnTexts()).toEqual([false, true]);
  expect(texts(page)).toEqual(["in the column", "below"]);
});

test("frag-027 a fragment reads the session state as it is now", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ n: 0 });
    s.n += 1;
    const part = st.fragment(() => {
      st.button("look");
      st.text(`n is ${st.sessionState.n}`);
    });
    part();
    const other = st.fragment(() => {
      if (st.button("raise")) st.sessionState.n = 10;
    });
    other();
  });
  await page.click(labelled(page, "raise"));
  expect(texts(page)).toEqual(["n is 1"]);
  await page.click(labelled(page, "look"));
  expect(texts(page)).toEqual(["n is 10"]);
});

test("frag-030 a full run that draws a fragment without runEvery takes its timer from the page", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ goes: true });
    if (st.button("stop")) s.goes = false;
    st.fragment(() => st.text("tick"), { runEvery: s.goes ? 1 : null })();
  });
  const timers = () => page.mirror.messages.findLast((message) => message.type === "timers");
  expect(timers()).toMatchObject({ timers: [{ seconds: 1 }] });
  await page.click(labelled(page, "stop"));
  expect(timers()).toEqual({ type: "timers", timers: [] });
});
