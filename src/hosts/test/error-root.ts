import type { ErrorReport } from "../../protocol/messages.ts";
import type { MirrorNode } from "./mirror.ts";

/** A place for errors that stand on no part of the page: of a script that cannot run at all, and those nobody caught. */
export function errorRoot(): MirrorNode {
  return { id: 0, parent: undefined, kind: "root:error", props: {}, value: undefined, children: [] };
}

/** Puts an error there, as if it stood on the page; returns the place. */
export function addError(root: MirrorNode, error: ErrorReport): MirrorNode {
  root.children.push({ id: 0, parent: root, kind: "exception", props: error, value: undefined, children: [] });
  return root;
}
