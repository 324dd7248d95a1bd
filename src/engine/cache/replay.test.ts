import { expect, test } from "vitest";
import { createTestHost } from "../../hosts/test/host.ts";
import type { MirrorNode } from "../../hosts/test/mirror.ts";
import { Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";
import { createEngine } from "../engine.ts";

const texts = (page: Visit): string[] => page.all("text").map((node) => node.props.body);
const problems = (page: Visit) => page.all("exception").map(({ props }) => `${props.message} ${props.hint ?? ""}`);
/** Kinds on the page with their places, such as `main/container/text`. */
const outline = (page: Visit, root: "main" | "sidebar" | "event" | "bottom" = "main"): string[] => {
  const walk = (node: MirrorNode): string[] => node.children.flatMap((child) => [child.kind, ...walk(child).map((below) => `${child.kind}/${below}`)]);
  return walk(page.mirror.root(root));
};

test("cache-031 header, text, chart and table are drawn again in order at the place of the call", async () => {
  let computed = 0;
  const page = await visit(() => {
    st.text("before");
    const report = st.cacheData(() => {
      computed += 1;
      st.header("Sales");
      st.text("in here");
      st.lineChart([{ x: 1, y: 2 }]);
      st.table([{ a: 1 }]);
    });
    report();
    st.text("after");
  });
  const first = outline(page);
  expect(first).toEqual(["text", "header", "text", "lineChart", "table", "text"]);
  const patches = () => page.mirror.messages.filter((message) => message.type === "patch").length;
  const before = patches();
  await page.rerun();
  expect(outline(page)).toEqual(first);
  expect(computed).toBe(1);
  expect(patches()).toBe(before);
});

test("cache-032 what a cached function wrote stays what it was when it was computed", async () => {
  const counter = { runs: 0 };
  const page = await visit(() => {
    const replayed = st.cacheData(() => {
      counter.runs += 1;
      st.text(`Cache executions: ${counter.runs}`);
      return counter.runs;
    });
    if (st.button("Go")) st.text(`returned ${replayed()}`);
  });
  for (let i = 0; i < 2; i += 1) {
    await page.click(page.all("button")[0]);
    expect(texts(page)).toEqual(["Cache executions: 1", "returned 1"]);
  }
});

test("toasts, balloons and what is fixed below the page keep their places, on a miss and on a hit", async () => {
  const engine = createEngine({
    rivulet: () => ({}),
    host: createTestHost(),
    entry: () => {
      st.cacheData(() => {
        st.toast("Loaded");
        st.balloons();
        st.bottom.text("below");
      })();
    },
  });
  for (let i = 0; i < 2; i += 1) {
    const page = await new Visit(engine).rerun();
    expect(outline(page)).toEqual([]);
    expect(outline(page, "event")).toEqual(["toast", "balloons"]);
    expect(outline(page, "bottom")).toEqual(["text"]);
  }
});

test("another session gets what was drawn, in containers made inside and in the sidebar", async () => {
  const engine = createEngine({
    rivulet: () => ({}),
    host: createTestHost(),
    entry: () => {
      st.cacheData(() => {
        const box = st.container();
        st.text("second");
        box.text("first");
        st.sidebar.text("side");
        const slot = st.empty();
        slot.text("gone");
        slot.text("last");
      })();
    },
  });
  for (const page of [new Visit(engine), new Visit(engine)]) {
    await page.rerun();
    await page.rerun();
    expect(outline(page)).toEqual(["container", "container/text", "text", "text"]);
    expect(texts(page)).toEqual(["first", "second", "last", "side"]);
    expect(outline(page, "sidebar")).toEqual(["text"]);
  }
});

test("cache-051 a nested cached function is drawn on hits of the outer one, and by itself", async () => {
  const page = await visit(() => {
    const inner = st.cacheData(() => void st.text("inner"));
    const outer = st.cacheData(() => {
      st.text("outer");
      inner();
    });
    outer();
    inner();
  });
  expect(texts(page)).toEqual(["outer", "inner", "inner"]);
  await page.rerun();
  expect(texts(page)).toEqual(["outer", "inner", "inner"]);
});

test("cache-053 it is drawn in whichever container is active at the call", async () => {
  const page = await visit(() => {
    const say = st.cacheData(() => void st.text("hello"));
    say();
    const box = st.container();
    box.with(() => say());
    st.sidebar.with(() => say());
    const slot = st.empty();
    slot.with(() => say());
  });
  for (let i = 0; i < 2; i += 1) {
    expect(outline(page)).toEqual(["text", "container", "container/text", "text"]);
    expect(outline(page, "sidebar")).toEqual(["text"]);
    await page.rerun();
  }
});

test("an async function is drawn for everybody once it is done, and at once on a hit", async () => {
  const engine = createEngine({
    rivulet: () => ({}),
    host: createTestHost(),
    entry: async () => {
      const load = st.cacheResource(async () => {
        st.text("begin");
        await new Promise((done) => setTimeout(done, 5));
        st.text("end");
        return 1;
      });
      st.text(`got ${await load()}`);
    },
  });
  const pages = [new Visit(engine), new Visit(engine)];
  await Promise.all(pages.map((page) => page.rerun()));
  for (const page of pages) expect(texts(page)).toEqual(["begin", "end", "got 1"]);
  await pages[0]?.rerun();
  expect(texts(pages[0] as Visit)).toEqual(["begin", "end", "got 1"]);
});

test("what was drawn before an error is shown", async () => {
  const page = await visit(() => {
    st.cacheData(() => {
      st.text("so far");
      throw new Error("no further");
    })();
  });
  expect(outline(page)).toEqual(["text", "exception"]);
});

test("cache-034 a widget in a cached function shows a warning for each use, and stands at its start", async () => {
  const page = await visit(() => {
    const nested = st.cacheData(() => st.slider("Inner", 0, 10, 3));
    const outer = st.cacheData(() => [nested(), st.checkbox("Outer", { value: true })]);
    st.text(JSON.stringify(outer()));
  });
  for (let i = 0; i < 2; i += 1) {
    const boxes = page.all("exception");
    expect(boxes.map(({ props }) => [props.name, props.level])).toEqual([
      ["CachedWidgetWarning", "warning"],
      ["CachedWidgetWarning", "warning"],
    ]);
    expect(problems(page)[0]).toContain("st.slider is used inside the cached function");
    expect(texts(page)).toEqual(["[3,true]"]);
    await page.rerun();
  }
});

test("a container made outside is refused, on the miss as on the hit", async () => {
  const page = await visit(() => {
    const box = st.container();
    st.cacheData(function draws() {
      box.text("x");
    })();
  });
  for (let i = 0; i < 2; i += 1) {
    expect(problems(page)[0]).toContain("the cached function draws draws into a container made outside of it");
    await page.rerun();
  }
});

test("what belongs to one session is refused inside", async () => {
  const page = await visit(() => {
    st.sessionState.name = "Ada";
    st.cacheData(function greets() {
      return `Hello ${st.sessionState.name}`;
    })();
  });
  expect(problems(page)[0]).toContain("cannot be used inside the cached function greets");
});

test("a key drawn inside can be drawn once in a run", async () => {
  const page = await visit(() => {
    const keyed = st.cacheData(() => void st.container({ key: "box" }));
    keyed();
    keyed();
  });
  expect(problems(page)[0]).toContain('the same key="box"');
});

test("cache-037 the load text of the tutorial is one element, updated in place", async () => {
  const page = await visit(() => {
    const state = st.text("Loading data...");
    const rows = st.cacheData((n: number) => Array.from({ length: n }, (_, id) => ({ id })))(10_000);
    state.text("Done! (using st.cache_data)");
    st.text(String(rows.length));
  });
  await page.rerun();
  expect(texts(page)).toEqual(["Done! (using st.cache_data)", "10000"]);
});

test("cache-039 without a country there is an error box instead of the chart", async () => {
  const page = await visit(() => {
    const data = st.cacheData(() => ({ China: 1, "United States of America": 2, India: 3 }))();
    const chosen = st.multiselect("Choose countries", Object.keys(data), { default: ["China", "United States of America"] });
    if (chosen.length === 0) st.error("Please select at least one country.");
    else
      st.barChart(
        chosen.map((country) => ({ country, value: data[country as keyof typeof data] })),
        { x: "country", y: "value" },
      );
  });
  expect(outline(page)).toEqual(["multiselect", "barChart"]);
  await page.set(page.all("multiselect")[0], []);
  expect(outline(page)).toEqual(["multiselect", "error"]);
  expect(page.all("error")[0]?.props.body).toBe("Please select at least one country.");
});
