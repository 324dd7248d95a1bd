import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { beforeAll, expect, test } from "vitest";

import { bundleThread } from "../testing/bundle.ts";
import { project } from "../testing/serve.ts";
import { main } from "./main.ts";

let thread: URL;
beforeAll(async () => {
  thread = await bundleThread(new URL("../smoke/smoke-worker.ts", import.meta.url));
});

async function smoke(files: Record<string, string>, ...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const cwd = project(files);
  let [out, error] = ["", ""];
  const code = await main(["test", "--smoke", ...args], {
    out: (text) => (out += stripVTControlCharacters(text)),
    error: (text) => (error += stripVTControlCharacters(text)),
    onSignal: () => {},
    offSignal: () => {},
    cwd,
    home: join(cwd, "home"),
    env: {},
    threads: { script: thread, compiler: thread, offload: thread, smoke: thread },
    client: cwd,
    hello: cwd,
    docs: { script: cwd, reference: cwd },
    browse: () => {},
    root: cwd,
  });
  return { code, out, error };
}

const MENU = `import st from "rivulet";
st.navigation([st.Page("pages/home.ts", { title: "Home", default: true }), st.Page("pages/sales.ts"), st.Page(() => { throw new TypeError("no such city") }, { title: "Map", urlPath: "map" })]).run();`;

test("every page of an app is opened, and what fails is told with place and message", async () => {
  const { code, out } = await smoke({
    "app.ts": MENU,
    "pages/home.ts": `import st from "rivulet"; st.title("Home")`,
    "pages/sales.ts": `import st from "rivulet";\nst.title("Sales");\nconst rows: any = undefined;\nst.write(rows.length);`,
  });
  expect(code).toBe(1);
  expect(out).toMatch(/ok\s+app\.ts \/ Home \(1 element, \d+ ms\)/);
  expect(out).toMatch(
    /FAILED app\.ts \/sales sales \(1 error\)\n {6}TypeError: Cannot read properties of undefined.*\n {8}at pages\/sales\.ts:4:\d+ {2}st\.write/,
  );
  expect(out).toContain("TypeError: no such city");
  expect(out).toContain("3 pages opened, 2 failed.");
});

test("pages of the folder pages/ are opened, with the project's secrets and settings", async () => {
  const { code, out } = await smoke({
    "app.ts": `import st from "rivulet"; st.write(st.secrets.require("key"))`,
    "pages/1_more.ts": `import st from "rivulet"; if (st.getOption("server.port") !== 9001) throw new Error("port"); "magic"`,
    ".streamlit/secrets.toml": `key = "hush"`,
    ".streamlit/config.toml": "[server]\nport = 9001",
  });
  expect([code, out]).toEqual([0, expect.stringContaining("2 pages opened, none shows an error.")]);
});

test("a box of st.error fails unless it is allowed, and a script that cannot be compiled fails", async () => {
  const files = { "app.ts": `import st from "rivulet"; st.error("No data")`, "broken.ts": "const = 1" };
  const strict = await smoke(files);
  expect([strict.code, strict.out]).toEqual([1, expect.stringContaining("st.error: No data")]);
  expect((await smoke(files, "app.ts", "--allow-error")).code).toBe(0);
  const broken = await smoke(files, "broken.ts");
  expect([broken.code, broken.out]).toEqual([1, expect.stringMatching(/SyntaxError: .*\n +at broken\.ts:1:7/)]);
});

test("errors that nobody caught fail, and so does a script that ends its process", async () => {
  const stray = await smoke({
    "app.ts": `import st from "rivulet"; void Promise.reject(new RangeError("forgotten")); await new Promise((next) => setTimeout(next, 20)); st.text("x")`,
  });
  expect([stray.code, stray.out]).toEqual([1, expect.stringContaining("RangeError: forgotten")]);
  const exit = await smoke({ "app.ts": "process.exit(0)" });
  expect([exit.code, exit.out]).toEqual([1, expect.stringContaining("process.exit()")]);
});

test("a script that is not there is a usage error", async () => {
  expect(await smoke({ "app.ts": "" }, "ap.ts")).toMatchObject({ code: 2, error: expect.stringContaining("Did you mean app.ts?") });
});
