import type { ErrorReport } from "../../protocol/messages.ts";
import type { MirrorNode } from "./mirror.ts";

/** An error that kept the script from running at all, as if it stood on the page. */
export function errorNode(error: ErrorReport): MirrorNode {
  const root: MirrorNode = { id: 0, parent: undefined, kind: "root:error", props: {}, value: undefined, children: [] };
  root.children.push({ id: 0, parent: root, kind: "exception", props: error, value: undefined, children: [] });
  return root;
}
