// `npm test`: types, lint, browser tests, unit tests. Installs and builds what they need.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { build } from "./build.mjs";
import { install, root } from "./lib/install.mjs";

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];
const findChromium = () => [process.env.CHROMIUM, ...BROWSERS].find((path) => path && existsSync(path));

/** Path of a Chromium, installed by apt where that is possible. */
function chromium() {
  const present = findChromium();
  if (present) return present;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0) {
    console.error("Installing Chromium …");
    spawnSync("apt-get", ["update"], { stdio: "inherit" });
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { stdio: "inherit" });
  }
  return findChromium();
}

/** Runs a program of node_modules and gives its exit status; output is shown as it comes. */
function run(path, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`${root}node_modules/${path}`, ...args], { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
    child.on("close", (code) => resolve(code ?? 1));
  });
}

const results = [];
async function part(name, body) {
  const began = performance.now();
  let isWell;
  try {
    isWell = await body();
  } catch (error) {
    console.error(error.message);
    isWell = false;
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  results.push({ name, isWell });
  console.log(`${isWell ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
}

const all = async (checks) => (await Promise.all(checks)).every((status) => status === 0);

install();
await part("build", async () => {
  await build();
  return true;
});
await part("types", () => all(["core", "page", "node"].map((name) => run("tsc7/bin/tsc", ["-p", `tsconfig.${name}.json`, "--noEmit"]))));
await part("types as published", () =>
  all(["tsconfig.published.json", "examples/tsconfig.json"].map((config) => run("typescript/lib/tsc.js", ["-p", config]))),
);
await part("lint", () => all([run("oxlint/bin/oxlint", []), run("@biomejs/biome/bin/biome", ["check"]), run("eslint/bin/eslint.js", ["examples"])]));
await part("unused code", () => all([run("knip/bin/knip.js", [])]));
await part("package", () => all([run("publint/src/cli.js", ["--strict"])]));
await part("public API", () => run("../scripts/api.mjs", ["--check"]).then((status) => status === 0));
if (existsSync(`${root}e2e/vitest.config.ts`)) {
  await part("browser tests", () => {
    const path = chromium();
    if (!path) {
      console.error("Browser tests need Chromium: `apt-get install chromium`, or set CHROMIUM to the path of a Chromium or Chrome.");
      return false;
    }
    return all([run("vitest/vitest.mjs", ["run", "--config", "e2e/vitest.config.ts"], { CHROMIUM: path })]);
  });
}
const failedBefore = results.filter(({ isWell }) => !isWell).map(({ name }) => name);
if (failedBefore.length > 0) console.log(`So far failed: ${failedBefore.join(", ")}`);
// Last, so that what remains on the screen is the summary of the test runner.
const unit = await run("vitest/vitest.mjs", ["run"]);
process.exitCode = unit === 0 && failedBefore.length === 0 ? 0 : 1;
