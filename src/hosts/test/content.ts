import { fromIPC } from "../../data/from-ipc.ts";
import type { PayloadRef } from "../../protocol/messages.ts";
import type { Mirror, MirrorNode } from "./mirror.ts";
import { SHOWN_AS_TEXT } from "./test-kinds.ts";

/** Props that hold what an element shows, the most telling first. */
const CONTENT = ["body", "value", "message", "text", "label"] as const;

/** What an element that is no widget shows: its text, the rows of its table, or whatever it was given to show. */
export function contentOf(node: MirrorNode, mirror: Mirror): unknown {
  const { parts } = node.props as { parts?: unknown };
  if (Array.isArray(parts)) return parts.flatMap((part: Uint8Array | PayloadRef) => rowsOf(mirror.bytes(part)));
  for (const prop of CONTENT) if (node.props[prop] !== undefined) return propOf(node, prop);
  return undefined;
}

/** A prop as a test sees it. */
export function propOf(node: MirrorNode, prop: string): unknown {
  const value: unknown = node.props[prop];
  const isText = value !== undefined && value !== null && SHOWN_AS_TEXT[node.kind]?.includes(prop);
  return isText ? String(value) : value;
}

function rowsOf(bytes: Uint8Array): Record<string, unknown>[] {
  const { rows, columns } = fromIPC(bytes);
  return Array.from({ length: rows }, (_, row) => Object.fromEntries(columns.map((column) => [column.name, column.get(row)])));
}
