import type { WireValue } from "../../../protocol/messages.ts";

/** Widgets not on the screen whose values are kept: those of other pages, and those that will be drawn again. */
const MOST_AWAY = 1000;

export interface WidgetValues {
  /** Takes up what a page reported. `size` is about how many bytes that was. */
  set(id: string, value: WireValue, seq: number, size: number): void;
  /** What was reported of a widget, and by which request. */
  reported(id: string): { value: WireValue; seq: number } | undefined;
  /** All values by id. */
  all(): Record<string, WireValue>;
  readonly count: number;
}

interface Reported {
  value: WireValue;
  seq: number;
  size: number;
}

/**
 * What a page has said of its widgets. A page may name widgets that do not exist, and nobody may fill the server's
 * memory with them: of what is not on the screen only the latest is kept, up to a number and a size.
 *
 * @param onScreen Ids of the widgets on the screen now; asked when there is much to look through.
 * @param mostBytes About how many bytes all values together may have; asked likewise.
 */
export function createWidgetValues(onScreen: () => ReadonlySet<string>, mostBytes: () => number): WidgetValues {
  /** The one reported longest ago first. */
  const values = new Map<string, Reported>();
  let bytes = 0;
  /** How many there may be until they are looked through again: seldom enough to cost nothing. */
  let limit = 2 * MOST_AWAY;

  const drop = (id: string): void => {
    bytes -= values.get(id)?.size ?? 0;
    values.delete(id);
  };

  const prune = (): void => {
    const shown = onScreen();
    const away = [...values.keys()].filter((id) => !shown.has(id));
    const most = mostBytes();
    for (const [at, id] of away.entries()) if (away.length - at > MOST_AWAY || bytes > most) drop(id);
    limit = values.size + MOST_AWAY;
  };

  return {
    set(id, value, seq, size) {
      drop(id);
      values.set(id, { value, seq, size });
      bytes += size;
      if (values.size > limit || bytes > mostBytes()) prune();
    },
    reported(id) {
      const known = values.get(id);
      return known && { value: known.value, seq: known.seq };
    },
    all: () => Object.fromEntries([...values].map(([id, { value }]) => [id, value])),
    get count() {
      return values.size;
    },
  };
}
