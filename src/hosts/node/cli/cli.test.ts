import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

import { afterEach, beforeAll, expect, test } from "vitest";

import { bundleThread } from "../testing/bundle.ts";
import { openPage } from "../testing/page.ts";
import { project } from "../testing/serve.ts";
import { isHeadless } from "./browser.ts";
import { readConfig } from "../config/config.ts";
import { readCommandLine } from "./flags.ts";
import { main } from "./main.ts";
import { findScript } from "./target.ts";
import type { Terminal } from "./terminal.ts";

let threads: Terminal["threads"];
beforeAll(async () => {
  const [script, compiler] = await Promise.all(["fake-script", "fake-compiler"].map((name) => bundleThread(new URL(`../testing/${name}.ts`, import.meta.url))));
  threads = { script: script as URL, compiler: compiler as URL, offload: script as URL, smoke: script as URL };
});

interface Session {
  code: Promise<number>;
  out(): string;
  error(): string;
  /** Addresses shown in the browser. */
  opened: string[];
  url(): Promise<string>;
  stop(): void;
}

const started: Session[] = [];
afterEach(async () => {
  for (const session of started.splice(0)) {
    session.stop();
    await session.code;
  }
});

function run(argv: string[], options: { cwd?: string; env?: Record<string, string> } = {}): Session {
  let [out, error] = ["", ""];
  const opened: string[] = [];
  const signals = new Set<() => void>();
  const cwd = options.cwd ?? project({});
  const code = main(argv, {
    // Whether words are coloured depends on where the tests run.
    out: (text) => (out += stripVTControlCharacters(text)),
    error: (text) => (error += stripVTControlCharacters(text)),
    onSignal: (stop) => signals.add(stop),
    offSignal: (stop) => signals.delete(stop),
    cwd,
    home: join(cwd, "home"),
    env: options.env ?? {},
    threads,
    client: join(cwd, "client"),
    hello: join(cwd, "app.ts"),
    docs: { script: join(cwd, "docs.ts"), reference: join(cwd, "reference.json") },
    browse: (url) => opened.push(url),
    root: fileURLToPath(new URL("../../../../", import.meta.url)),
  });
  const session: Session = {
    code,
    out: () => out,
    error: () => error,
    opened,
    async url() {
      for (let tries = 0; tries < 250; tries++) {
        const found = /Local URL:\s+(http:\S+)\n/.exec(out);
        if (found) return found[1] as string;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`No URL in: ${out}${error}`);
    },
    stop: () => [...signals].forEach((stop) => stop()),
  };
  started.push(session);
  return session;
}

async function refused(argv: string[], cwd?: string): Promise<{ code: number; error: string }> {
  const session = run(argv, cwd === undefined ? {} : { cwd });
  return { code: await session.code, error: session.error() };
}

const FREE = ["--server.port", "0", "--server.headless", "true"];

test("cli-001 run serves the script and prints where to view it, and srv-015 a signal stops it with status 0", async () => {
  const session = run(["run", "app.ts", ...FREE], { cwd: project({ "app.ts": "", "client/index.html": "<p>" }) });
  const url = await session.url();
  expect(session.out()).toContain("You can now view your Rivulet app in your browser.");
  const page = await openPage(url);
  await page.next("finished");
  session.stop();
  expect((await page.next("bye")).reason).toBe("shutdown");
  expect(await session.code).toBe(0);
  expect(session.out()).toContain("Stopping...");
  await expect(fetch(url)).rejects.toThrow();
});

test("cli-002 the script sees exactly what follows the double dash", async () => {
  const session = run(["run", "app.ts", ...FREE, "--", "--server.port", "x", "--", "y"], { cwd: project({ "app.ts": "" }) });
  const page = await openPage(await session.url());
  await page.next("finished");
  expect(page.facts().argv).toEqual(["--server.port", "x", "--", "y"]);
});

test("cli-003 a missing file is a usage error with the nearest name", async () => {
  const { code, error } = await refused(["run", "ap.ts"], project({ "app.ts": "" }));
  expect([code, error]).toEqual([2, expect.stringContaining("File does not exist: ap.ts. Did you mean app.ts?")]);
});

test("cli-004 a file of another type or of none is a usage error that names it", async () => {
  const cwd = project({ "notes.txt": "", "app.py": "", plain: "" });
  expect((await refused(["run", "notes.txt"], cwd)).error).toContain("has the extension .txt");
  expect((await refused(["run", "app.py"], cwd)).error).toContain("Streamlit");
  expect(await refused(["run", "plain"], cwd)).toEqual({ code: 2, error: expect.stringContaining("has no extension") });
});

test("in a folder the usual script is run, and a folder without one is refused, naming the script in it", async () => {
  const cwd = project({ "sub/app.ts": "", "other/main.ts": "", "none/a.txt": "" });
  expect(await findScript("sub", cwd)).toBe(join(cwd, "sub/app.ts"));
  expect((await refused(["run", "other"], cwd)).error).toContain("Name the script in it, for example: rivulet run other/main.ts");
  expect((await refused(["run", "none/"], cwd)).error).toContain(
    "none/ is a folder without app.ts, app.tsx, src/app.ts, streamlit_app.ts or app.js. It holds no script.",
  );
});

test("the former name of the log's level still means it", () => {
  expect(readCommandLine(["run", "app.ts", "--log_level", "debug"]).flags).toEqual({ "logger.level": "debug" });
  expect(readCommandLine(["run", "app.ts", "--log_level=error"]).flags).toEqual({ "logger.level": "error" });
});

test("cli-005 a script is fetched from an address, and a failing download is a usage error", async () => {
  const web = createServer((request, response) => {
    if (request.url === "/app.ts") response.end("// from afar");
    else response.writeHead(404).end();
  });
  const port = await new Promise<number>((resolve) => web.listen(0, "127.0.0.1", () => resolve((web.address() as { port: number }).port)));
  const session = run(["run", `http://127.0.0.1:${port}/app.ts`, ...FREE]);
  await openPage(await session.url());
  const { code, error } = await refused(["run", `http://127.0.0.1:${port}/none.ts`]);
  expect([code, error]).toEqual([2, expect.stringContaining("the server answered 404")]);
  expect((await refused(["run", `http://127.0.0.1:${port}/app.txt`])).error).toContain("extension .txt");
  web.close();
});

test("cli-007 a flag wins over file and environment", async () => {
  const cwd = project({ "app.ts": "", ".streamlit/config.toml": "[server]\nbaseUrlPath = 'file'" });
  const session = run(["run", "app.ts", ...FREE, "--server.baseUrlPath=flag"], { cwd, env: { STREAMLIT_SERVER_BASE_URL_PATH: "env" } });
  expect(new URL(await session.url()).pathname).toBe("/flag");
});

test("cli-010 cache clear removes the folder of the disk cache", async () => {
  const cwd = project({ ".rivulet/cache/a": "1", ".rivulet/config.toml": "" });
  const session = run(["cache", "clear"], { cwd });
  expect(await session.code).toBe(0);
  expect([existsSync(join(cwd, ".rivulet/cache")), existsSync(join(cwd, ".rivulet/config.toml"))]).toEqual([false, true]);
});

test("cli-011 docs serves the documentation and opens it in the browser, at a command if one is named", async () => {
  const cwd = project({ "docs.ts": "", "reference.json": JSON.stringify({ commands: { slider: {}, textInput: {} } }) });
  const options = ["--server.port", "0", "--server.headless", "false"];
  const whole = run(["docs", ...options], { cwd });
  const url = await whole.url();
  await expect.poll(() => whole.opened).toEqual([url]);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  const one = run(["docs", "st.text_input", ...options], { cwd });
  const base = await one.url();
  await expect.poll(() => one.opened).toEqual([`${base}/textInput`]);
  expect(await refused(["docs", "slidr"], cwd)).toEqual({ code: 2, error: expect.stringContaining("Did you mean: rivulet docs slider") });
  expect((await refused(["docs"], project({}))).code).toBe(2);
});

test("cfg-012 an unknown option ends with status 2 and the nearest right one", async () => {
  const cwd = project({ "app.ts": "" });
  const dotted = await refused(["run", "app.ts", "--server.prot", "1"], cwd);
  expect([dotted.code, dotted.error]).toEqual([2, expect.stringContaining("Did you mean --server.port?")]);
  expect((await refused(["run", "app.ts", "--prodution"], cwd)).error).toContain("Did you mean --production?");
  expect((await refused(["run", "app.ts", "--port", "1"], cwd)).error).toContain("Did you mean --server.port?");
  expect((await refused(["run", "app.ts", "--server.port"], cwd)).error).toContain("--server.port needs a value");
  expect((await refused(["run", "app.ts", "more"], cwd)).error).toContain("one word too many");
});

test("cfg-010 srv-007 a headless start opens no browser; headless is what is set, or a Linux without a display", () => {
  const config = (flags: Record<string, string>) => readConfig({ cwd: "/nowhere", home: "/nowhere", env: {}, flags });
  expect(isHeadless(config({}), "linux", {})).toBe(true);
  expect(isHeadless(config({}), "linux", { DISPLAY: ":0" })).toBe(false);
  expect(isHeadless(config({}), "darwin", {})).toBe(false);
  expect(isHeadless(config({ "server.headless": "true" }), "darwin", {})).toBe(true);
});

test("a wrong setting ends with status 1 and names option, value, place and fix", async () => {
  const { code, error } = await refused(["run", "app.ts", "--server.port", "x"], project({ "app.ts": "" }));
  expect([code, error]).toEqual([1, expect.stringContaining('server.port must be a whole number, but is "x" in --server.port')]);
});

test("a command that does not exist is refused with the nearest one", async () => {
  expect((await refused(["rnu", "x"])).error).toContain("Did you mean rivulet run?");
  expect((await refused(["app.ts"])).error).toContain("Did you mean: rivulet run app.ts");
  expect((await refused(["config", "list"])).error).toContain("rivulet config show");
  expect(await refused(["cache"])).toEqual({ code: 2, error: 'Error: "cache" needs one more word. Write: rivulet cache clear\n' });
  expect(await refused(["config"])).toEqual({ code: 2, error: 'Error: "config" needs one more word. Write: rivulet config show\n' });
  expect((await refused(["cache", "drop"])).error).toContain('"cache drop" is no command. Write: rivulet cache clear');
  expect((await refused(["cache", "clear", "x"])).error).toContain('"x" is one word too many');
});

test("version is the package's, help names every command, config show prints what is set", async () => {
  const { version } = JSON.parse(readFileSync(new URL("../../../../package.json", import.meta.url), "utf8")) as { version: string };
  const shown = run(["--version"]);
  await shown.code;
  expect(shown.out()).toBe(`Rivulet, version ${version}\n`);
  const help = run(["help"]);
  await help.code;
  for (const command of ["run app.ts", "hello", "docs", "config show", "cache clear", "version", "init", "test", "--production"])
    expect(help.out()).toContain(command);
  const config = run(["config", "show", "--server.port", "9009"]);
  expect(await config.code).toBe(0);
  expect(config.out()).toMatch(/# Set by: --server.port\nport = 9009/);
});

test("help of a command tells what it takes, by either way of asking", async () => {
  for (const argv of [
    ["help", "run"],
    ["run", "--help"],
    ["run", "app.ts", "-h"],
  ]) {
    const session = run(argv);
    expect(await session.code).toBe(0);
    expect(session.out()).toContain("--inspect-brk[=host:port]");
  }
  expect((await refused(["help", "rum"])).error).toContain("Did you mean rivulet run?");
});

test("init names what is there instead of writing, and an odd folder gets a name that npm takes", async () => {
  const cwd = project({ "there/tsconfig.json": "{}" });
  expect(await refused(["init", "there"], cwd)).toEqual({
    code: 2,
    error: expect.stringContaining("tsconfig.json is already in there, so nothing was written"),
  });
  const session = run(["init", "Größe 1"], { cwd });
  expect(await session.code).toBe(0);
  expect(JSON.parse(readFileSync(join(cwd, "Größe 1/package.json"), "utf8"))).toMatchObject({ name: "gr-e-1" });
});

test("tests need a runner, and the message says how to get one and what works without", async () => {
  const { code, error } = await refused(["test"], project({ "package.json": JSON.stringify({ scripts: { test: "node --test" } }) }));
  expect(code).toBe(2);
  for (const part of ["npm install --save-dev vitest", "npm test (node --test)", "rivulet test --smoke"]) expect(error).toContain(part);
});

test("with --production files are not watched, errors keep their details and the viewer's menu is shown", async () => {
  const session = run(["run", "app.ts", "--production", "--server.port", "0"], { cwd: project({ "app.ts": "" }) });
  const page = await openPage(await session.url());
  const { config } = await page.next("welcome");
  expect(config).toMatchObject({ toolbarMode: "viewer", showErrorDetails: "none", allowRunOnSave: false });
});

test("switches and options without a value do not swallow the script's name", () => {
  const line = readCommandLine(["run", "--server.headless", "app.ts", "--production", "--server.runOnSave", "false", "--theme.primaryColor=#abc"]);
  expect(line).toEqual({
    words: ["run", "app.ts"],
    flags: { "server.headless": "true", "server.runOnSave": "false", "theme.primaryColor": "#abc" },
    switches: ["production"],
    scriptArgs: [],
  });
});
