import type { ToClient, ToServer } from "../protocol/messages.ts";
import type { Found } from "../ui/page.ts";

type FoundMessage = Extract<ToClient, { type: "found" }>;

export interface Searches {
  /** Asks the script for the options that fit a text; answered unless a newer search of the widget takes its place. */
  ask(widget: string, text: string, answer: (found: Found) => void): void;
  receive(message: FoundMessage): void;
}

/** Searches under way, the newest of each widget. */
export function createSearches(send: (message: ToServer) => void): Searches {
  const waiting = new Map<string, { search: number; answer(found: Found): void }>();
  let last = 0;
  return {
    ask(widget, text, answer) {
      last += 1;
      waiting.set(widget, { search: last, answer });
      send({ type: "search", widget, text, search: last });
    },
    receive({ widget, search, keys, isCut, error }) {
      const known = waiting.get(widget);
      if (known?.search !== search) return;
      waiting.delete(widget);
      known.answer({ keys, isCut, error: error?.message });
    },
  };
}
