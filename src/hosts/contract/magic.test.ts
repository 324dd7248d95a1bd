import { afterEach, expect, test } from "vitest";
import { type App, inMemory, type Page } from "./driver.ts";

const running: App[] = [];
afterEach(async () => {
  for (const app of running.splice(0)) await app.close();
});

async function open(script: string, config: Record<string, unknown> = {}): Promise<Page> {
  const app = await inMemory({ "app.ts": script }, config);
  running.push(app);
  return app.open();
}

/** What the main part shows, as kind and text. */
function shown(page: Page): string[] {
  return page.mirror.root("main").children.map(({ kind, props }) => `${kind}: ${props.body ?? props.label ?? props.message ?? ""}`);
}

test("mag-001 a leading text statement of the script is written", async () => {
  expect(shown(await open(`"# Title";\nimport st from "rivulet";\nst.text("x");`))).toEqual(["markdown: # Title", "text: x"]);
});

test("mag-002 a bare variable that holds a table is shown as an interactive table", async () => {
  const page = await open(`import st from "rivulet";\nconst df = [{ a: 1 }, { a: 2 }, { a: 3 }, { a: 4 }];\nst.text("above");\ndf;`);
  expect(page.mirror.root("main").children.map((node) => node.kind)).toEqual(["text", "dataframe"]);
});

test("mag-003 the value of a bare call is not written, names, literals, operators and members are", async () => {
  const page = await open(`
    const compute = () => "computed";
    const name = { inner: "member" };
    compute();
    name.inner;
    1 + 2;
    true ? "yes" : "no";
    (name.inner as string)!;
  `);
  expect(shown(page)).toEqual(["markdown: member", "markdown: `3`", "markdown: yes", "markdown: member"]);
});

test("mag-004 mag-010 neither an awaited call nor an assignment is written", async () => {
  expect(shown(await open(`let x = 1;\nawait Promise.resolve("never");\nx = 5;\nx += 1;\nx++;\nvoid x;\nx;`))).toEqual(["markdown: `7`"]);
});

test("mag-005 a comma expression is one call of write", async () => {
  expect(shown(await open(`const option = 1;\n"You selected: ", option;`))).toEqual(["markdown: You selected: `1`"]);
});

test("mag-007 bare expressions are written wherever and whenever they execute", async () => {
  const page = await open(`
    const say = (n: number) => { \`function \${n}\`; };
    say(1);
    for (let i = 0; i < 2; i += 1) \`loop \${i}\`;
    let n = 0;
    while (n < 1) { n += 1; \`while \${n}\`; }
    if (n > 5) "if"; else "else";
    try { "try"; throw new Error("x"); } catch { "catch"; } finally { "finally"; }
    class C { m() { \`method\`; } }
    new C().m();
  `);
  expect(shown(page)).toEqual(["function 1", "loop 0", "loop 1", "while 1", "else", "try", "catch", "finally", "method"].map((text) => `markdown: ${text}`));
});

test("mag-008 a bare read of session state is written", async () => {
  expect(shown(await open(`import st from "rivulet";\nst.sessionState.name = "Bob";\nst.sessionState.name;`))).toEqual(["markdown: Bob"]);
});

test("mag-012 with runner.magicEnabled false nothing bare is written and the rest works", async () => {
  expect(shown(await open(`import st from "rivulet";\n"bare";\nst.text("works");`, { "runner.magicEnabled": false }))).toEqual(["text: works"]);
});

test("mag-013 a text literal that opens a function is documentation", async () => {
  expect(shown(await open(`function f() { "what it does"; \`inside\`; }\nf();`))).toEqual(["markdown: inside"]);
});

test("exc-003 the box of a misused command shows the script's lines only", async () => {
  const page = await open(`import st from "rivulet";\n\nfunction draw() {\n  st.slider("x", 0, 10, 50);\n}\ndraw();`);
  const box = page.all("exception")[0]?.props;
  expect(box.frames.map((frame: { file: string; line: number; function?: string }) => [frame.file.split("/").at(-1), frame.line])).toEqual([
    ["app.ts", 4],
    ["app.ts", 6],
  ]);
  expect(box.frames[0].code).toContain('st.slider("x", 0, 10, 50)');
});

test("run-015 an instance of a class from an imported module stays one over all runs", async () => {
  const app = await inMemory({
    "app.ts": `import st from "rivulet";\nimport { Thing } from "./thing";\nconst s = st.sessionState.init({ thing: new Thing() });\nst.text(String(s.thing instanceof Thing));`,
    "thing.ts": "export class Thing {}",
  });
  running.push(app);
  const page = await app.open();
  for (let i = 0; i < 3; i += 1) {
    page.ask();
    await page.settled();
    expect(page.texts()).toEqual(["true"]);
  }
});

test("a module that does not exist is named with the importing line and the fix", async () => {
  const page = await open(`import st from "rivulet";\nimport { x } from "./nowhere";\nst.text(x);`);
  const error = page.mirror.messages.findLast((message) => message.type === "compileError")?.error;
  expect(error?.message).toContain("./nowhere");
  expect(error?.frames?.[0]).toMatchObject({ line: 2 });
});
