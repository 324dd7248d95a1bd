import { ROOT } from "../../protocol/messages.ts";
import { Block } from "./node.ts";

/** The parts of a page. */
export type RootName = keyof typeof ROOT;
export type Roots = Readonly<Record<RootName, Block>>;

export const ROOT_NAMES = Object.keys(ROOT) as readonly RootName[];

const NOTHING = new Uint8Array();

/** @returns Empty parts of a page; `name` says whose. */
export function createRoots(name: string): Roots {
  return Object.fromEntries(ROOT_NAMES.map((root) => [root, new Block(`${name}:${root}`, NOTHING, undefined)])) as Record<RootName, Block>;
}
