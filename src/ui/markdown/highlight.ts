import { useMemo, useSyncExternalStore } from "react";
import { createStore } from "../store.ts";

/** A text, or a text with a meaning such as `keyword`. */
export type CodePiece = string | { scope: string; children: CodePiece[] };
export type Highlight = (code: string, language: string) => CodePiece[] | null;

const loaded = createStore<Highlight | null>(null);
let asked = false;

/** Code in coloured pieces, or null while colours are on their way or the language is not known. */
export function useHighlighted(code: string, language: string): CodePiece[] | null {
  const wanted = language !== "" && language !== "text" && language !== "none";
  if (wanted && !asked) {
    asked = true;
    import("./highlight-languages.ts").then(
      (module) => loaded.set(() => module.highlight),
      () => {
        asked = false;
      },
    );
  }
  const highlight = useSyncExternalStore(loaded.subscribe, () => (wanted ? loaded.get() : null));
  return useMemo(() => highlight?.(code, language) ?? null, [highlight, code, language]);
}

/** The same pieces line by line; one that goes over several lines is cut. */
export function linesOf(pieces: readonly CodePiece[]): CodePiece[][] {
  const lines: CodePiece[][] = [[]];
  for (const piece of pieces) {
    const parts = typeof piece === "string" ? piece.split("\n") : linesOf(piece.children).map((children) => ({ scope: piece.scope, children }));
    parts.forEach((part, at) => {
      if (at > 0) lines.push([]);
      lines.at(-1)?.push(part);
    });
  }
  return lines;
}
