import { expect, test } from "vitest";
import { createTestHost } from "../../hosts/test/host.ts";
import { visit, type Visit } from "../../hosts/test/visit.ts";
import st, { type Task, type TaskContext } from "../../index.ts";

const bodies = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const labelled = (page: Visit, label: string) => [...page.mirror.nodes.values()].find((node) => node.props.label === label);
const wait = (milliseconds: number) => new Promise<void>((done) => void setTimeout(done, milliseconds));

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 4000;
  while (!holds()) {
    if (performance.now() > end) throw new Error("it did not happen within 4 s");
    await wait(5);
  }
}

/** Something to wait for, and how to let it happen. */
function gate<T = void>() {
  let open: (value: T) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const passed = new Promise<T>((done, refuse) => {
    open = done;
    fail = refuse;
  });
  return { passed, open, fail };
}

test("defining a task starts nothing, starting it runs it beside the script, and the page is drawn again with its result", async () => {
  const door = gate<number>();
  let calls = 0;
  const page = await visit(() => {
    const sum = st.task("sum", async (_: TaskContext, more: number) => {
      calls += 1;
      return more + (await door.passed);
    });
    if (st.button("Start")) sum.start(2);
    st.text(sum.state);
    if (sum.state === "done") st.text(String(sum.result + 0));
  });
  await page.rerun();
  expect(calls).toBe(0);
  expect(bodies(page)).toEqual(["idle"]);
  await page.click(labelled(page, "Start"));
  expect(bodies(page)).toEqual(["running"]);
  await until(() => calls === 1);
  door.open(40);
  await until(() => bodies(page)[1] === "42");
  expect(bodies(page)).toEqual(["done", "42"]);
});

test("while a task runs, the same key starts no second one; afterwards it can be started again", async () => {
  let calls = 0;
  let door = gate();
  const started: boolean[] = [];
  const page = await visit(() => {
    const work = () => {
      calls += 1;
      return door.passed;
    };
    const one = st.task("same", work);
    const two = st.task("same", work);
    if (st.button("Start")) started.push(one.start(), two.start());
    st.text(two.state);
  });
  await page.click(labelled(page, "Start"));
  await page.click(labelled(page, "Start"));
  expect(started).toEqual([true, false, false, false]);
  expect(calls).toBe(1);
  door.open();
  await until(() => bodies(page)[0] === "done");
  door = gate();
  await page.click(labelled(page, "Start"));
  expect(started.slice(4)).toEqual([true, false]);
  await until(() => calls === 2);
  expect(bodies(page)).toEqual(["running"]);
  door.open();
});

test("progress, its detail and the log reach the page, and only what reads the task runs again", async () => {
  const door = gate();
  const runs = { script: 0, reader: 0, other: 0 };
  const page = await visit(() => {
    runs.script += 1;
    const train = st.task("train", async ({ progress, log }: TaskContext<{ loss: number }>) => {
      progress(0.5, { loss: 7 });
      log("half");
      await door.passed;
    });
    st.fragment(() => {
      runs.other += 1;
      st.button("Start", { onClick: () => train.start() });
    })();
    st.fragment(() => {
      runs.reader += 1;
      st.text(`${train.state} ${train.progress.part} ${train.progress.detail?.loss} ${train.log.join()}`);
    })();
  });
  expect(bodies(page)).toEqual(["idle 0 undefined"]);
  await page.click(labelled(page, "Start"));
  await until(() => bodies(page)[0] === "running 0.5 7 half");
  door.open();
  await until(() => bodies(page)[0] === "done 0.5 7 half");
  expect(runs.script).toBe(1);
  expect(runs.other).toBe(2);
  expect(runs.reader).toBeGreaterThan(2);
});

test("what reads a task runs again at most ten times a second", async () => {
  let runs = 0;
  const page = await visit(() => {
    runs += 1;
    const busy = st.task("busy", async ({ progress }) => {
      for (let n = 1; n <= 60; n += 1) {
        await wait(8);
        progress(n / 60);
      }
    });
    if (st.button("Start")) busy.start();
    st.text(`${busy.state} ${busy.progress.part}`);
  });
  const begin = performance.now();
  await page.click(labelled(page, "Start"));
  await until(() => bodies(page)[0] === "done 1");
  const tenths = (performance.now() - begin) / 100;
  expect(tenths).toBeGreaterThan(4);
  expect(runs).toBeGreaterThan(4);
  expect(runs - 2).toBeLessThanOrEqual(tenths + 1);
});

test("what reads only the state of a task is left alone by its progress", async () => {
  const door = gate();
  const runs = { state: 0, progress: 0 };
  const page = await visit(() => {
    runs.state += 1;
    const task = st.task("both", async ({ progress }) => {
      for (let n = 1; n <= 20; n += 1) {
        await wait(20);
        progress(n / 20);
      }
      await door.passed;
    });
    if (st.button("Start")) task.start();
    st.text(task.state);
    st.fragment(() => {
      runs.progress += 1;
      st.text(String(task.progress.part));
    })();
  });
  await page.click(labelled(page, "Start"));
  await until(() => bodies(page)[1] === "1");
  expect(runs.state).toBe(2);
  expect(runs.progress).toBeGreaterThan(4);
  door.open();
  await until(() => bodies(page)[0] === "done");
  expect(runs.state).toBe(3);
});

test("a run in which nothing reads the task is not repeated for it", async () => {
  let runs = 0;
  const page = await visit(() => {
    runs += 1;
    const quiet = st.task("quiet", async ({ progress }) => {
      for (let n = 1; n <= 5; n += 1) progress(n / 5);
      await wait(1);
    });
    if (st.button("Start")) quiet.start();
  });
  await page.click(labelled(page, "Start"));
  await wait(250);
  expect(runs).toBe(2);
});

test("a cancelled task is told by its signal, also inside as st.context.signal, and what it returns is dropped", async () => {
  const reached = gate();
  let isSame = false;
  let returned = false;
  const page = await visit(() => {
    const slow = st.task("slow", async ({ signal }) => {
      isSame = st.context.signal === signal;
      reached.open();
      await new Promise<void>((done) => signal.addEventListener("abort", () => done()));
      returned = true;
      return "late";
    });
    if (st.button("Start")) slow.start();
    if (st.button("Cancel")) slow.cancel();
    st.text(`${slow.state} ${slow.result}`);
  });
  await page.click(labelled(page, "Start"));
  await reached.passed;
  await page.click(labelled(page, "Cancel"));
  await until(() => returned);
  await wait(150);
  expect(isSame).toBe(true);
  expect(bodies(page)).toEqual(["cancelled undefined"]);
});

test("an error in a task is kept for the script and written to the log", async () => {
  const said: string[] = [];
  const host = createTestHost({ log: (_, message) => said.push(message) });
  const page = await visit(
    () => {
      const bad = st.task("bad", () => Promise.reject(new RangeError("too far")));
      if (st.button("Start")) bad.start();
      st.text(bad.state === "failed" ? String(bad.error) : bad.state);
    },
    { host },
  );
  await page.click(labelled(page, "Start"));
  await until(() => bodies(page)[0] === "RangeError: too far");
  expect(said.join()).toContain('The task "bad" failed.\nRangeError: too far');
  expect(page.all("exception")).toEqual([]);
});

test.each([
  ["session state", () => void st.sessionState.x, 'st.sessionState cannot be used inside the task "t"'],
  ["drawing", () => void st.text("no"), 'the task "t" cannot draw'],
  ["ending the run", () => st.stop(), 'st.stop cannot be used inside the task "t"'],
  ["another task", () => void st.task("u", () => 1).state, 'st.task cannot be used inside the task "t"'],
])("what belongs to the session is refused in a task: %s", async (_, use, message) => {
  const page = await visit(() => {
    const task = st.task("t", use);
    if (st.button("Start")) task.start();
    st.text(task.state === "failed" ? String(task.error) : task.state);
  });
  await page.click(labelled(page, "Start"));
  await until(() => bodies(page)[0]?.includes(message) ?? false);
});

test("a task may call cached functions, and shares their results with the script", async () => {
  let computed = 0;
  const double = st.cacheData((n: number) => {
    computed += 1;
    return n * 2;
  });
  const page = await visit(() => {
    const task = st.task("cached", async () => double(21));
    if (st.button("Start")) task.start();
    st.text(task.state === "done" ? String(task.result === double(21) && task.result) : task.state);
  });
  await page.click(labelled(page, "Start"));
  await until(() => bodies(page)[0] === "42");
  expect(computed).toBe(1);
});

test("a redraw for a task never cuts short a run somebody asked for", async () => {
  const door = gate();
  const ends: string[] = [];
  let runs = 0;
  const page = await visit(async () => {
    runs += 1;
    const number = runs;
    const task = st.task("chatty", async ({ progress }) => {
      for (let n = 1; n <= 3; n += 1) {
        await wait(20);
        progress(n / 3);
      }
    });
    const isClicked = st.button("Start");
    if (isClicked) task.start();
    st.text(task.state);
    if (isClicked) await door.passed;
    ends.push(`run ${number}`);
  });
  page.ask({ triggers: { [labelled(page, "Start")?.props.widget.id]: true } });
  await wait(300);
  expect(ends).toEqual(["run 1"]);
  expect(runs).toBe(2);
  door.open();
  await until(() => bodies(page)[0] === "done");
  expect(ends).toEqual(["run 1", "run 2", "run 3"]);
});

test("the tasks of two sessions are not the same, and a session that ends cancels its own", async () => {
  const signals: AbortSignal[] = [];
  const script = () => {
    const task = st.task("mine", ({ signal }) => {
      signals.push(signal);
      return new Promise<never>(() => {});
    });
    if (st.button("Start")) task.start();
    st.text(task.state);
  };
  const one = await visit(script);
  const two = await visit(script);
  await one.click(labelled(one, "Start"));
  await until(() => signals.length === 1);
  await two.rerun();
  expect(bodies(two)).toEqual(["idle"]);
  expect(signals[0]?.aborted).toBe(false);
  one.session.close();
  expect(signals[0]?.aborted).toBe(true);
});

test("a session that moves to another engine keeps finished and failed tasks, and says which were lost", async () => {
  const state: Record<string, Uint8Array> = {};
  const script = () => {
    const quick = st.task("quick", async () => ({ n: 3 }));
    const endless = st.task("endless", () => new Promise<never>(() => {}));
    const failing = st.task("failing", () => {
      throw Object.assign(new RangeError("too far"), { limit: 7 });
    });
    if (st.button("Start")) {
      failing.start();
      quick.start();
      endless.start();
    }
    st.text(quick.state === "done" ? `done ${quick.result.n}` : quick.state);
    st.text(endless.state === "lost" ? String(endless.error) : endless.state);
    const error = failing.error as RangeError & { limit: number };
    st.text(failing.state === "failed" ? `${error} ${error.limit} ${error instanceof RangeError}` : failing.state);
  };
  const before = await visit(script, { open: { keep: (facts) => void Object.assign(state, facts.state) } });
  await before.click(labelled(before, "Start"));
  const failed = "RangeError: too far 7 true";
  await until(() => bodies(before)[0] === "done 3" && bodies(before)[2] === failed);
  await until(() => Object.keys(state).filter((key) => key.includes("task:")).length === 3);
  // What is kept of them at first says that they run.
  await wait(250);
  before.session.close();
  const after = await visit(script, { open: { restore: { values: {}, state, revision: 0, nodes: [] } } });
  expect(bodies(after)).toEqual(["done 3", 'AppError: The task "endless" was lost: the process it ran in has ended.', failed]);
  await after.click(labelled(after, "Start"));
  await until(() => bodies(after)[1] === "running");
});

test("a task needs a name and a function, and progress a number", async () => {
  const nameless = await visit(() => void st.task("", () => 1));
  expect(nameless.all("exception")[0]?.props.message).toContain("key must be a text");
  const workless = await visit(() => void st.task("t", 5 as never));
  expect(workless.all("exception")[0]?.props.message).toContain("must be a function, not 5");
  const page = await visit(() => {
    const task = st.task("t", ({ progress }) => progress("half" as never));
    if (st.button("Start")) task.start();
    st.text(task.state === "failed" ? String(task.error) : task.state);
  });
  await page.click(labelled(page, "Start"));
  await until(() => bodies(page)[0]?.includes('progress must be a number from 0 to 1, not "half"') ?? false);
});

test("a task's types follow from its function", () => {
  const check = (train: Task<[epochs: number], { epochs: number }, { loss: number }>) => {
    // @ts-expect-error a number is needed
    void (() => train.start("x"));
    if (train.state === "done") return train.result.epochs satisfies number;
    return (train.progress.detail?.loss ?? 0) satisfies number;
  };
  const facts = { key: "k", log: [], start: () => true, cancel() {}, progress: { part: 1, detail: { loss: 2 } } };
  expect(check({ ...facts, state: "done", result: { epochs: 3 }, error: undefined })).toBe(3);
  expect(check({ ...facts, state: "running", result: undefined, error: undefined })).toBe(2);
});
