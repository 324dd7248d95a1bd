import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterEach, expect, test } from "vitest";

import { openPage } from "./testing/page.ts";
import { project, serve, type ServeOptions, type TestServer } from "./testing/serve.ts";
import { createWatch, type Watch } from "./watch.ts";

const running: (TestServer | Watch)[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
});
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Longer than a change takes to be noticed. */
const QUIET = 500;

async function watching(
  files: Record<string, string>,
  more: { type?: string; ignored?: (folder: string) => string[]; folders?: (folder: string) => string[] } = {},
) {
  const folder = project({ "app.ts": "1", ...files });
  const told: string[] = [];
  const watch = createWatch({
    type: more.type ?? "auto",
    entry: join(folder, "app.ts"),
    settings: [join(folder, ".streamlit/config.toml")],
    ignored: more.ignored?.(folder) ?? [],
    folders: more.folders?.(folder) ?? [],
    log: () => {},
    onCode: (ids) => void told.push(...ids.map((id) => id.slice(folder.length + 1))),
    onSettings: (paths) => void told.push(...paths.map((path) => `settings ${path.slice(folder.length + 1)}`)),
  });
  running.push(watch);
  await watch.ready();
  const until = async (count: number) => {
    for (let tries = 0; tries < 150 && told.length < count; tries++) await pause(20);
    return told;
  };
  return { folder, watch, told, until, write: (path: string, text: string) => writeFileSync(join(folder, path), text) };
}

for (const type of ["auto", "poll"]) {
  test(`the script is noticed when saved in place, by renaming over it, and when it comes back after it was deleted (${type})`, async () => {
    const { folder, write, until } = await watching({}, { type });
    write("app.ts", "2");
    expect(await until(1)).toEqual(["app.ts"]);
    write("app.ts.tmp", "3");
    renameSync(join(folder, "app.ts.tmp"), join(folder, "app.ts"));
    expect(await until(2)).toEqual(["app.ts", "app.ts"]);
    rmSync(join(folder, "app.ts"));
    expect(await until(3)).toHaveLength(3);
    write("app.ts", "4");
    expect(await until(4)).toHaveLength(4);
  });
}

test("wat-009 a file that is touched or saved unchanged is no news", async () => {
  const { folder, write, told } = await watching({});
  utimesSync(join(folder, "app.ts"), new Date(), new Date());
  write("app.ts", "1");
  await pause(QUIET);
  expect(told).toEqual([]);
});

test("wat-004 files beside the script that are no part of the app are no news, wat-003 its modules are", async () => {
  const { folder, watch, write, until } = await watching({ "data.csv": "1", "app.test.ts": "1", "helper.ts": "1" });
  watch.add(join(folder, "helper.ts"));
  await watch.ready();
  write("data.csv", "2");
  write("app.test.ts", "2");
  await pause(QUIET);
  write("helper.ts", "2");
  expect(await until(1)).toEqual(["helper.ts"]);
});

test("wat-008 folders of the blacklist and of packages are not watched", async () => {
  const { folder, watch, write, told } = await watching({ "lib/a.ts": "1", "node_modules/p/b.ts": "1" }, { ignored: (folder) => [join(folder, "lib")] });
  for (const path of ["lib/a.ts", "node_modules/p/b.ts"]) {
    watch.add(join(folder, path));
    write(path, "2");
  }
  await pause(QUIET);
  expect(told).toEqual([]);
});

test("a new page is noticed, also when the folder of pages is new, and so is a file of the watch list", async () => {
  const { folder, write, until } = await watching({ "shared/a.ts": "1" }, { folders: (folder) => [join(folder, "shared")] });
  mkdirSync(join(folder, "pages"));
  write("pages/one.ts", "1");
  expect(await until(1)).toEqual(["pages/one.ts"]);
  write("shared/a.ts", "2");
  expect(await until(2)).toEqual(["pages/one.ts", "shared/a.ts"]);
});

test("without a watcher nothing is noticed", async () => {
  const { write, told } = await watching({}, { type: "none" });
  write("app.ts", "2");
  await pause(QUIET);
  expect(told).toEqual([]);
});

async function start(options: ServeOptions = {}): Promise<TestServer> {
  const server = await serve(options);
  running.push(server);
  await pause(150);
  return server;
}

test("a saved script is offered to open pages, which stay as they are", async () => {
  const server = await start();
  const page = await openPage(server.url);
  await page.next("finished");
  writeFileSync(join(server.folder, "app.ts"), "changed");
  await page.next("scriptChanged");
  await server.logged(`files ${join(server.folder, "app.ts")}`);
  await pause(200);
  expect(page.facts()).toMatchObject({ runs: 1 });
});

test("a saved script reruns pages that chose to, and those only", async () => {
  const server = await start();
  const [eager, calm] = [await openPage(server.url), await openPage(server.url)];
  for (const page of [eager, calm]) await page.next("finished");
  eager.send({ type: "runOnSave", value: true });
  await eager.next("config");
  writeFileSync(join(server.folder, "app.ts"), "changed");
  await eager.next("finished");
  await calm.next("scriptChanged");
  expect([eager.facts().runs, calm.facts().runs]).toEqual([2, 1]);
});

test("a module becomes watched by being compiled", async () => {
  const server = await start({ flags: { "server.runOnSave": "true" }, files: { "helper.ts": "1" } });
  const page = await openPage(server.url);
  await page.rerun({ triggers: { load: 1 } });
  await pause(200);
  writeFileSync(join(server.folder, "helper.ts"), "2");
  await page.next("finished");
  expect(page.facts()).toMatchObject({ runs: 3 });
});

test("a deleted script leaves server and page alive", async () => {
  const server = await start();
  const page = await openPage(server.url);
  await page.next("finished");
  rmSync(join(server.folder, "app.ts"));
  await page.next("scriptChanged");
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect(await page.rerun()).toMatchObject({ runs: 2 });
});

test("saved theme options reach open pages at once, others the threads too, a broken file changes nothing", async () => {
  const server = await start({ files: { ".streamlit/config.toml": '[theme]\nprimaryColor = "red"' } });
  const page = await openPage(server.url);
  expect((await page.next("welcome")).config.theme).toEqual({ primaryColor: "red" });
  const file = join(server.folder, ".streamlit/config.toml");
  writeFileSync(file, '[theme]\nprimaryColor = "blue"');
  expect((await page.next("config")).config.theme).toEqual({ primaryColor: "blue" });
  expect(page.heard.some((message) => message.type === "scriptChanged")).toBe(false);
  writeFileSync(file, '[theme]\nprimaryColor = "blue"\n[client]\nshowErrorDetails = "type"');
  await server.logged("info: details type");
  writeFileSync(file, "[theme\n");
  await server.logged("this is not valid TOML");
  expect(server.config.values["theme.primaryColor"]).toBe("blue");
});

test("cfg-015 a server option that changes while running is warned about, and the old value stays", async () => {
  const server = await start({ files: { ".streamlit/config.toml": "" } });
  writeFileSync(join(server.folder, ".streamlit/config.toml"), "[server]\nmaxUploadSize = 5");
  expect(await server.logged("start the server again")).toContain("server.maxUploadSize");
  expect(server.config.values["server.maxUploadSize"]).toBe(200);
});

test("sec-007 saved secrets are read again, exported to the environment, and told to pages", async () => {
  const server = await start({ files: { ".streamlit/secrets.toml": 'TOKEN = "a"' } });
  const page = await openPage(server.url);
  await page.next("finished");
  expect(page.facts()).toMatchObject({ secrets: { TOKEN: "a" }, env: "a" });
  writeFileSync(join(server.folder, ".streamlit/secrets.toml"), 'TOKEN = "b"');
  await page.next("scriptChanged");
  expect(await page.rerun()).toMatchObject({ secrets: { TOKEN: "b" }, env: "b" });
});
