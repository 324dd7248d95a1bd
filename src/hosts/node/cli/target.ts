import { mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join, resolve } from "node:path";

import { nearestName } from "../../../engine/nearest-name.ts";
import { UsageError } from "./flags.ts";

const EXTENSIONS = [".ts", ".tsx", ".mts", ".js", ".jsx", ".mjs"];
/** What is tried when no script is named. */
const USUAL = ["app.ts", "app.tsx", "src/app.ts", "streamlit_app.ts", "app.js"];
const DOWNLOAD_MS = 30_000;

function checkExtension(path: string): void {
  const extension = extname(path);
  if (EXTENSIONS.includes(extension)) return;
  const what = extension === "" ? "has no extension" : `has the extension ${extension}`;
  const python = extension === ".py" ? " A Python script runs in Streamlit; docs/from-streamlit.md shows how to move it." : "";
  throw new UsageError(`${path} ${what}, but a script is one of ${EXTENSIONS.join(", ")}.${python}`);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function scriptsIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => EXTENSIONS.includes(extname(name)) && !name.endsWith(".d.ts"));
  } catch {
    return [];
  }
}

function missing(target: string, cwd: string): UsageError {
  const path = resolve(cwd, target);
  const guess = nearestName(basename(path), scriptsIn(dirname(path)));
  const hint = guess ? ` Did you mean ${join(dirname(target), guess)}?` : ` Paths are relative to ${cwd}.`;
  return new UsageError(`File does not exist: ${target}.${hint}`);
}

/** The address of the text behind a page that shows a file. */
function rawAddress(url: URL): URL {
  const [, owner, repository, kind, ...rest] = url.pathname.split("/");
  if (url.hostname !== "github.com" || kind !== "blob") return url;
  return new URL(`https://raw.githubusercontent.com/${owner}/${repository}/${rest.join("/")}`);
}

async function download(address: string): Promise<string> {
  const url = rawAddress(new URL(address));
  const name = basename(decodeURIComponent(url.pathname));
  checkExtension(name);
  let text: string;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD_MS) });
    if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`);
    text = await response.text();
  } catch (error) {
    const { message, cause } = error as Error;
    throw new UsageError(`Unable to download ${address}: ${cause instanceof Error ? cause.message : message}. Check the address in a browser.`);
  }
  const file = join(mkdtempSync(join(tmpdir(), "rivulet-")), name);
  writeFileSync(file, text);
  return file;
}

/**
 * Finds the script to run.
 *
 * @param target Path or http(s) address; in a folder, and where nothing is named, one of the usual names.
 * @param cwd What paths are relative to.
 * @returns Absolute path of the script; of a downloaded copy for an address.
 * @throws UsageError for a missing file, a folder without one, another type of file, or a failed download.
 * @example await findScript("app.ts", process.cwd())
 */
export async function findScript(target: string | undefined, cwd: string): Promise<string> {
  if (target === undefined) {
    const usual = USUAL.find((name) => isFile(join(cwd, name)));
    if (usual) return join(cwd, usual);
    throw new UsageError("Which script? Write for example: rivulet run app.ts");
  }
  if (/^https?:\/\//.test(target)) return download(target);
  const path = resolve(cwd, target);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    const usual = USUAL.find((name) => isFile(join(path, name)));
    if (usual) return join(path, usual);
    const [other] = scriptsIn(path);
    throw new UsageError(
      `${target} is a folder without ${USUAL.slice(0, -1).join(", ")} or ${USUAL.at(-1)}.${other ? ` Name the script in it, for example: rivulet run ${join(target, other)}` : " It holds no script."}`,
    );
  }
  if (!isFile(path)) throw missing(target, cwd);
  checkExtension(target);
  return path;
}
