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
