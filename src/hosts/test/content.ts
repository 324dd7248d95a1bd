import type { Mirror, MirrorNode } from "./mirror.ts";

/** Props that hold what an element shows, the most telling first. */
const CONTENT = ["body", "value", "message", "text", "label"] as const;

/** What an element that is no widget shows: its text, or whatever it was given to show. */
export function contentOf(node: MirrorNode, _mirror: Mirror): unknown {
  for (const prop of CONTENT) if (node.props[prop] !== undefined) return node.props[prop];
  return undefined;
}
