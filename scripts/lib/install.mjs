// Installs the packages of the lockfile when they are not there. Imports nothing that would have to be installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const lockfile = `${root}package-lock.json`;
const stamp = `${root}node_modules/.rivulet-install`;

function isInstalled() {
  if (!existsSync(`${root}node_modules`)) return false;
  const hash = createHash("sha256").update(readFileSync(lockfile)).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return true;
  // Somebody ran npm themselves: npm's own list then names everything the lockfile asks for.
  const there = `${root}node_modules/.package-lock.json`;
  if (!existsSync(there)) return false;
  const installed = packagesOf(there);
  const isComplete = Object.entries(packagesOf(lockfile)).every(
    ([path, { version, optional, peer }]) => path === "" || optional || peer || installed[path]?.version === version,
  );
  if (isComplete) writeFileSync(stamp, hash);
  return isComplete;
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

function npm(args, output) {
  const isWindows = process.platform === "win32";
  const { status } = spawnSync(isWindows ? "npm.cmd" : "npm", [...args, "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: ["ignore", output, output],
    shell: isWindows,
  });
  return status;
}

/** Installs what the lockfile names if packages are missing or older than the lockfile. */
export function install() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Rivulet needs Node 20.19 or newer, but this is ${process.versions.node}.`);
    process.exit(1);
  }
  if (isInstalled()) return;
  console.error("Installing packages …");
  // A lockfile made where the registry lacks packages of other platforms is not complete enough for `npm ci`;
  // `npm install` takes the same versions and adds what this platform needs.
  if (npm(["ci"], "pipe") !== 0 && npm(["install", "--no-save"], "inherit") !== 0) {
    console.error("npm could not install the packages: see above. It needs a reachable npm registry.");
    process.exit(1);
  }
  writeFileSync(stamp, createHash("sha256").update(readFileSync(lockfile)).digest("hex"));
}
