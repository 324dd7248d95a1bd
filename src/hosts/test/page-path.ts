import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileName } from "../../engine/pages/page-name.ts";
import { type Entry, findByPath } from "../../engine/pages/entry.ts";
import { pathOfAddress } from "../../protocol/page-path.ts";
import { AppTestError } from "./test-error.ts";

const EXTENSIONS = ["", ".ts", ".tsx", ".mts", ".js", ".jsx", ".mjs"];

/**
 * Finds the address of the page a test names.
 *
 * @param name - Its file, relative to the entry script, or its path in the address.
 * @param entry - The entry script; empty for a function.
 * @param pages - Pages known so far.
 * @throws AppTestError when there is no such page and no such file.
 */
export function pagePath(name: string, entry: string, pages: readonly Entry[]): string {
  const address = name.replace(/^\/+|\/+$/g, "");
  const byAddress = findByPath(pages, pathOfAddress(address));
  if (byAddress) return byAddress.path;
  const folder = entry === "" ? process.cwd() : dirname(entry);
  const files = EXTENSIONS.map((extension) => resolve(folder, name + extension));
  const byFile = pages.find((page) => page.id !== undefined && files.includes(page.id));
  if (byFile) return byFile.path;
  const file = files.find((one) => one !== folder && existsSync(one));
  if (file === entry) return "";
  if (file !== undefined) return fileName(file).path;
  const known = pages.map(({ path }) => JSON.stringify(path)).join(", ");
  throw new AppTestError(
    `switchPage: there is no page ${JSON.stringify(name)}, neither in the address nor as a file in ${folder}.` +
      `${known === "" ? "" : ` Paths there are: ${known}.`}`,
  );
}
