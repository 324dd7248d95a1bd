import { afterEach, describe, expect, test } from "vitest";
import { type App, inMemory, overWebSocket, type Transport } from "./driver.ts";

const transports: [string, Transport][] = [
  ["in memory", inMemory],
  ["over a WebSocket, in threads", overWebSocket],
];

const running: App[] = [];
afterEach(async () => {
  for (const app of running.splice(0)) await app.close();
});

describe.each(transports)("%s", (_, start) => {
  async function app(script: string, files: Record<string, string> = {}, config: Record<string, unknown> = {}): Promise<App> {
    const started = await start({ "app.ts": script, ...files }, config);
    running.push(started);
    return started;
  }

  test("run-011 what is drawn before a pause is on the page before the pause ends", async () => {
    const { open } = await app(`
      import st from "rivulet";
      st.button("Go");
      st.text("before");
      await new Promise((done) => setTimeout(done, 300));
      st.text("after");
    `);
    const page = await open();
    const patches = page.mirror.messages.filter((message) => message.type === "patch").length;
    expect(patches).toBeGreaterThan(1);
    expect(page.texts()).toEqual(["before", "after"]);
  });

  test("btn-012 wid-015 forty quick clicks with an async callback and an await before the button count forty", async () => {
    const { open } = await app(`
      import st from "rivulet";
      const s = st.sessionState.init({ called: 0, seen: 0 });
      await new Promise((done) => setTimeout(done, 5));
      if (st.button("Count", { onClick: async () => { const before = s.called; await new Promise((done) => setTimeout(done, 2)); s.called = before + 1; } })) s.seen += 1;
      st.text(\`\${s.called} \${s.seen}\`);
    `);
    const page = await open();
    for (let i = 0; i < 40; i += 1) page.click("Count");
    await page.until(() => page.texts()[0] === "40 40");
    await page.settled();
    expect(page.texts()).toEqual(["40 40"]);
  });

  test("int-002 int-003 a superseded run stops at its next await, also inside the user's catch", async () => {
    const { open } = await app(`
      import st from "rivulet";
      const s = st.sessionState.init({ run: 0, log: [] as string[], goOn: [] as (() => void)[] });
      const { log } = s;
      const run = (s.run += 1);
      st.button("Again");
      st.text(\`run \${run}\`);
      // What earlier runs wait for happens now.
      for (const goOn of s.goOn.splice(0)) goOn();
      const later = (waits: boolean) => new Promise<void>((done) => (waits ? s.goOn.push(done) : done()));
      try {
        await later(run === 2);
        throw new Error("late");
      } catch {
        log.push(\`caught \${run}\`);
        st.text(\`caught \${run}\`);
        await later(run === 3);
        log.push(\`after \${run}\`);
      }
      st.text(log.join(","));
    `);
    const page = await open();
    expect(page.texts()).toEqual(["run 1", "caught 1", "caught 1,after 1"]);
    page.click("Again");
    await page.until(() => page.texts()[0] === "run 2");
    page.click("Again");
    await page.until(() => page.texts()[1] === "caught 3");
    page.click("Again");
    await page.until(() => page.texts()[1] === "caught 4");
    await page.settled();
    expect(page.texts()).toEqual(["run 4", "caught 4", "caught 1,after 1,caught 3,caught 4,after 4"]);
  });

  test("int-004 int-005 of three quick changes only the last reaches the screen", async () => {
    const { open } = await app(`
      import st from "rivulet";
      const name = st.textInput("Name");
      st.text("first");
      await new Promise((done) => setTimeout(done, 50));
      st.text(\`hello \${name}\`);
    `);
    const page = await open();
    page.set("Name", "a");
    page.set("Name", "b");
    page.set("Name", "c");
    await page.settled();
    expect(page.texts()).toEqual(["first", "hello c"]);
    expect(
      page.mirror.messages
        .filter((message) => message.type === "patch")
        .flatMap((patch) => patch.ops)
        .filter((op) => op.op === "insert").length,
    ).toBeLessThan(6);
  });

  test.skipIf(start === inMemory)("a floating rejection and a throw in a timer end nothing and are said", async () => {
    const started = await app(`
      import st from "rivulet";
      if (st.button("Float")) { Promise.reject(new Error("floated away")); setTimeout(() => { throw new Error("from a timer"); }, 5); }
      st.text("alive");
    `);
    const page = await started.open();
    page.click("Float");
    await page.settled();
    await page.until(() => started.log.some((line) => line.includes("from a timer")));
    expect(started.log.some((line) => line.includes("floated away"))).toBe(true);
    await page.until(() => page.mirror.messages.filter((message) => message.type === "notice").length === 2);
    expect(page.mirror.messages.flatMap((message) => (message.type === "notice" ? [message.message] : []))).toEqual([
      "Error: floated away",
      "Error: from a timer",
    ]);
    page.ask();
    await page.settled();
    expect(page.texts()).toEqual(["alive"]);
  });

  test("sess-009 sessions that run at the same time never mix", async () => {
    const { open } = await app(`
      import st from "rivulet";
      const s = st.sessionState.init({ name: "" });
      s.name = st.textInput("Name");
      for (let i = 0; i < 5; i += 1) { await new Promise((done) => setTimeout(done, 3)); st.text(\`\${i} \${s.name}\`); }
    `);
    const pages = await Promise.all([open(), open(), open()]);
    for (const [at, page] of pages.entries()) page.set("Name", `p${at}`);
    for (const page of pages) await page.settled();
    expect(pages.map((page) => page.texts().at(-1))).toEqual(["4 p0", "4 p1", "4 p2"]);
  });

  test("a change of one text among 10,000 is a patch of one operation", async () => {
    const { open } = await app(`
      import st from "rivulet";
      const n = st.textInput("N");
      for (let i = 0; i < 10_000; i += 1) st.text(i === 5000 ? \`changed \${n}\` : \`line \${i}\`);
    `);
    const page = await open();
    const heard = page.mirror.messages.length;
    page.set("N", "x");
    await page.settled();
    const ops = page.mirror.messages.slice(heard).flatMap((message) => (message.type === "patch" ? message.ops : []));
    // A slow machine marks what is stale meanwhile; that changes no node.
    expect(ops.filter(({ op }) => op !== "stale").map(({ op }) => op)).toEqual(["set"]);
    expect(page.texts()[5000]).toBe("changed x");
  });

  test("run-010 what a finished run has not drawn leaves, and the rest keeps its nodes", async () => {
    const { open } = await app(`
      import st from "rivulet";
      const all = !st.button("Fewer");
      st.text("one");
      if (all) st.text("two");
      st.text("three");
    `);
    const page = await open();
    const three = page.all("text")[2]?.id;
    page.click("Fewer");
    await page.settled();
    expect(page.texts()).toEqual(["one", "three"]);
    expect(page.all("text")[1]?.id).toBe(three);
  });

  test("run-026 an error in a callback is shown and the body does not run", async () => {
    const { open } = await app(`
      import st from "rivulet";
      st.button("Boom", { onClick: () => { throw new Error("boom"); } });
      st.button("Fine");
      st.text("hello");
    `);
    const page = await open();
    page.click("Boom");
    await page.settled();
    expect(page.all("exception").map((node) => node.props.message)).toEqual(["boom"]);
    expect(page.texts()).toEqual([]);
    page.ask();
    await page.settled();
    expect(page.texts()).toEqual(["hello"]);
  });

  test("exc-004 a syntax error keeps the last good screen and says line and column", async () => {
    const started = await app(`import st from "rivulet";\nst.text("good");\n`);
    const page = await started.open();
    started.write("app.ts", `import st from "rivulet";\nst.text("bad";\n`);
    await page.until(() => page.mirror.messages.some((message) => message.type === "scriptChanged"));
    page.ask();
    await page.until(() => page.mirror.messages.some((message) => message.type === "compileError" && message.error));
    const error = page.mirror.messages.findLast((message) => message.type === "compileError")?.error;
    expect(error?.frames?.[0]).toMatchObject({ line: 2 });
    expect(page.texts()).toEqual(["good"]);
    started.write("app.ts", `import st from "rivulet";\nst.text("good again");\n`);
    page.ask();
    await page.until(() => page.texts()[0] === "good again");
    expect(page.mirror.messages.findLast((message) => message.type === "compileError")?.error).toBe(null);
  });

  test("wat-003 run-013 an imported module is shared by all runs and sessions, and read again after it was edited", async () => {
    const started = await app(`import st from "rivulet";\nimport { counter, name } from "./shared";\ncounter.n += 1;\nst.text(name + counter.n);\n`, {
      "shared.ts": `export const counter = { n: 0 };\nexport const name: string = "a";\n`,
    });
    const [one, two] = [await started.open(), await started.open()];
    one.ask();
    await one.settled();
    expect([one.texts(), two.texts()]).toEqual([["a3"], ["a2"]]);
    started.write("shared.ts", `export const counter = { n: 0 };\nexport const name: string = "b";\n`);
    await one.until(() => one.mirror.messages.some((message) => message.type === "scriptChanged"));
    one.ask();
    await one.settled();
    expect(one.texts()).toEqual(["b1"]);
  });

  test("ctl-005 a script that asks to rerun three times shows the fourth run", async () => {
    const { open } = await app(`
      import st from "rivulet";
      const s = st.sessionState.init({ count: 0 });
      s.count += 1;
      if (s.count < 4) st.rerun();
      st.text(\`app run count: \${s.count}\`);
    `);
    const page = await open();
    await page.settled();
    expect(page.texts()).toEqual(["app run count: 4"]);
  });

  test("frag-028 neither stop nor rerun is kept by a catch of the script", async () => {
    const { open } = await app(`
      import st from "rivulet";
      const s = st.sessionState.init({ n: 0 });
      s.n += 1;
      try { if (s.n === 1) st.rerun(); } catch { st.text("kept"); }
      st.text("n " + s.n);
      await Promise.resolve().then(() => st.stop()).catch(() => {});
      st.text("never");
    `);
    const page = await open();
    await page.settled();
    expect(page.texts()).toEqual(["n 2"]);
  });

  test("while a module is imported nothing can be drawn, and the error names it", async () => {
    const { open } = await app(`import st from "rivulet";\nimport "./draws";\nst.text("never");\n`, {
      "draws.ts": `import st from "rivulet";\nst.text("too early");\n`,
    });
    const page = await open();
    expect(page.all("exception")[0]?.props.message).toContain("draws.ts");
  });
});
