import highlighter from "highlight.js/lib/common";
import type { CodePiece } from "./highlight.ts";

interface EmitterNode {
  scope?: string;
  children: (string | EmitterNode)[];
}

const ALIASES: Record<string, string> = { toml: "ini", jsx: "javascript", tsx: "typescript", html: "xml", mermaid: "plaintext" };

/** Code in pieces, or null when the language is not known. */
export function highlight(code: string, language: string): CodePiece[] | null {
  const name = ALIASES[language.toLowerCase()] ?? language.toLowerCase();
  if (!highlighter.getLanguage(name)) return null;
  const result = highlighter.highlight(code, { language: name, ignoreIllegals: true });
  // The tree before it is turned to HTML: React draws it, no markup is parsed.
  const root = (result as unknown as { _emitter: { rootNode: EmitterNode } })._emitter.rootNode;
  return root.children.map(piece);
}

function piece(node: string | EmitterNode): CodePiece {
  if (typeof node === "string") return node;
  return { scope: node.scope ?? "", children: node.children.map(piece) };
}
