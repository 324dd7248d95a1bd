import { useSyncExternalStore } from "react";
import { createStore } from "../store.ts";

/** Emoji by shortcode. */
export type EmojiNames = Record<string, string>;

const names = createStore<EmojiNames | null>(null);
let asked = false;

/** The emoji names, fetched once when first `wanted`; null until they are there. */
export function useEmoji(wanted: boolean): EmojiNames | null {
  if (wanted && !asked) {
    asked = true;
    import("gemoji").then(
      (module) => names.set(module.nameToEmoji),
      () => {
        asked = false;
      },
    );
  }
  return useSyncExternalStore(names.subscribe, () => (wanted ? names.get() : null));
}
