import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { parse } from "smol-toml";
import { expect, test } from "vitest";

import { clientConfig } from "./client-config.ts";
import { needsRestart, readConfig } from "./config.ts";
import { environmentName, OPTIONS } from "./options.ts";
import { showConfig } from "./show.ts";

function places(files: { home?: string; project?: string; rivulet?: string } = {}) {
  const root = mkdtempSync(join(tmpdir(), "rivulet-config-"));
  const [home, cwd] = [join(root, "home"), join(root, "app")];
  for (const folder of [join(home, ".streamlit"), join(cwd, ".streamlit"), join(cwd, ".rivulet")]) mkdirSync(folder, { recursive: true });
  if (files.home !== undefined) writeFileSync(join(home, ".streamlit/config.toml"), files.home);
  if (files.project !== undefined) writeFileSync(join(cwd, ".streamlit/config.toml"), files.project);
  if (files.rivulet !== undefined) writeFileSync(join(cwd, ".rivulet/config.toml"), files.rivulet);
  return { home, cwd, env: {} as Record<string, string> };
}

test("cfg-001 the strongest place that sets an option wins, from flag down to default", () => {
  const port = (request: Parameters<typeof readConfig>[0]) => readConfig(request).values["server.port"];
  const home = "[server]\nport = 1";
  const project = "[server]\nport = 2";
  const both = places({ home, project });
  const env = { STREAMLIT_SERVER_PORT: "3" };
  expect(port({ ...both, env, flags: { "server.port": "4" } })).toBe(4);
  expect(port({ ...both, env })).toBe(3);
  expect(port(both)).toBe(2);
  expect(port(places({ home }))).toBe(1);
  expect(port(places())).toBe(8501);
});

test("files and variables named after Rivulet win over the same names of Streamlit", () => {
  const where = places({ project: "[server]\nport = 2", rivulet: "[server]\nport = 5" });
  expect(readConfig(where).values["server.port"]).toBe(5);
  const env = { STREAMLIT_SERVER_PORT: "3", RIVULET_SERVER_PORT: "6" };
  expect(readConfig({ ...where, env }).values["server.port"]).toBe(6);
});

test("cfg-002 an environment variable's name is section and option in upper snake case", () => {
  expect(environmentName("client.showErrorDetails")).toBe("CLIENT_SHOW_ERROR_DETAILS");
  expect(environmentName("server.enableCORS")).toBe("SERVER_ENABLE_CORS");
  expect(environmentName("server.disconnectedSessionTTL")).toBe("SERVER_DISCONNECTED_SESSION_TTL");
  const config = readConfig({ ...places(), env: { STREAMLIT_CLIENT_SHOW_ERROR_DETAILS: "none" } });
  expect(config.values["client.showErrorDetails"]).toBe("none");
});

test("cfg-006 enableCORS=false beside XSRF protection warns and stays on", () => {
  const config = readConfig({ ...places(), flags: { "server.enableCORS": "false" } });
  expect(config.values["server.enableCORS"]).toBe(true);
  expect(config.warnings.join()).toContain("server.enableXsrfProtection");
});

test("cfg-007 a config file that is not TOML stops the start and names file and line", () => {
  expect(() => readConfig(places({ project: "[server]\nport = what" }))).toThrow(/\.streamlit\/config\.toml:2:\d+: this is not valid TOML/);
});

test("cfg-011 a value may name an environment variable; a missing one is reported and left as text", () => {
  const where = places({ project: '[server]\nport = "env:MY_PORT"\n[browser]\nserverAddress = "env:NOBODY"' });
  const config = readConfig({ ...where, env: { MY_PORT: "9000" } });
  expect(config.values["server.port"]).toBe(9000);
  expect(config.values["browser.serverAddress"]).toBe("env:NOBODY");
  expect(config.warnings.join()).toContain("NOBODY");
});

test("cfg-012 an unknown flag is refused with the nearest option", () => {
  expect(() => readConfig({ ...places(), flags: { "server.prot": "1" } })).toThrow("--server.prot is no option. Did you mean --server.port?");
});

test("cfg-016 a wrong theme base is a warning that lists what is allowed, and is left out", () => {
  const config = readConfig(places({ project: '[theme]\nbase = "blue"' }));
  expect(config.values["theme.base"]).toBeNull();
  expect(config.warnings.join()).toMatch(/"light", "dark".*"blue"/);
});

test("a theme starts from the file that theme.base names: what is set elsewhere wins, and the file is looked at", () => {
  const where = places({ project: '[theme]\nbase = "looks/sea.toml"\nprimaryColor = "teal"\n[theme.sidebar]\ntextColor = "navy"' });
  const file = join(where.cwd, "looks/sea.toml");
  mkdirSync(join(where.cwd, "looks"));
  writeFileSync(file, '[theme]\nbase = "dark"\nprimaryColor = "red"\nfont = "serif"\n[theme.sidebar]\ntextColor = "red"\nborderColor = "blue"');
  const config = readConfig({ ...where, env: { STREAMLIT_THEME_FONT: "monospace" } });
  const { theme } = clientConfig(config, { isHello: false, runOnSave: undefined });
  expect(theme).toEqual({ base: "dark", primaryColor: "teal", font: "monospace", sidebar: { textColor: "navy", borderColor: "blue" } });
  expect(config.files).toContain(file);
  expect(config.warnings).toEqual([]);
});

test("a theme file that is missing, empty, or starts from another file is refused with its name and the fix", () => {
  const where = places({ project: '[theme]\nbase = "sea.toml"' });
  const file = join(where.cwd, "sea.toml");
  expect(() => readConfig(where)).toThrow(`${file}, which does not exist`);
  writeFileSync(file, "[server]\nport = 1");
  expect(() => readConfig(where)).toThrow(`${file}, which has no table [theme]`);
  writeFileSync(file, '[theme]\nbase = "other.toml"');
  expect(() => readConfig(where)).toThrow('starts from another file, "other.toml". Write base = "light"');
});

test("a theme of another host is not fetched, and a warning says so", () => {
  const config = readConfig(places({ project: '[theme]\nbase = "https://example.org/sea.toml"' }));
  expect(config.values["theme.base"]).toBeNull();
  expect(config.warnings.join()).toContain("the path of a .toml file of this machine");
});

test("a value of the wrong type names option, value, place and fix", () => {
  expect(() => readConfig({ ...places(), env: { RIVULET_SERVER_PORT: "many" } })).toThrow(
    'server.port must be a whole number, but is "many" in RIVULET_SERVER_PORT. Write for example: RIVULET_SERVER_PORT=8501',
  );
  expect(() => readConfig({ ...places(), flags: { "server.port": "x" } })).toThrow("in --server.port. Write for example: --server.port 8501");
  expect(() => readConfig(places({ project: '[runner]\nmagicEnabled = "yes"' }))).toThrow(/must be true or false/);
  expect(() => readConfig({ ...places(), flags: { "server.port": "70000" } })).toThrow(/between 0 and 65535/);
});

test("options of Streamlit without a meaning here are accepted with an explanation, unknown ones with a hint", () => {
  const { warnings } = readConfig(places({ project: "[runner]\npostScriptGC = true\nmagicEnable = false" }));
  expect(warnings[0]).toContain("concerns the Python runtime");
  expect(warnings[1]).toContain("Did you mean runner.magicEnabled?");
});

test("theme options reach the page nested as in TOML", () => {
  const project = '[theme]\nprimaryColor = "purple"\n[theme.sidebar]\nfont = "serif"\n[theme.dark.sidebar]\ntextColor = "#fff"';
  const { theme } = clientConfig(readConfig(places({ project })), { isHello: false, runOnSave: undefined });
  expect(theme).toEqual({ primaryColor: "purple", sidebar: { font: "serif" }, dark: { sidebar: { textColor: "#fff" } } });
});

test("config show is TOML that reads back to the same settings, and hides sensitive ones", () => {
  const where = places({ project: '[server]\nport = 9001\ncookieSecret = "hush"\n[theme]\nchartCategoricalColors = ["#111", "#222"]' });
  const text = showConfig(readConfig(where));
  expect(text).not.toContain("hush");
  const table = parse(text) as { server: { port: number }; theme: { chartCategoricalColors: string[] } };
  expect(table.server.port).toBe(9001);
  expect(table.theme.chartCategoricalColors).toEqual(["#111", "#222"]);
  for (const option of OPTIONS) expect(text).toContain(option.about);
});

test("cfg-015 a changed server option is listed as needing a restart, a changed theme is not", () => {
  const before = readConfig(places());
  const after = readConfig(places({ project: '[server]\nport = 1\n[theme]\nfont = "serif"' }));
  expect(needsRestart(before, after)).toEqual(["server.port"]);
});
