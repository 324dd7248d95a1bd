import { type KeyboardEvent, type RefObject, useMemo, useRef, useState } from "react";
import { type FilterMode, matchOptions } from "./match-options.ts";
import { t } from "./messages.ts";
import type { OptionRow } from "./option-list.tsx";

/** Rows that are no options have ids below 0. */
const NEW = -1;
const ALL = -2;

/** What the list holds. Sets and arrays are compared by identity: keep them from render to render. */
interface List {
  texts: readonly string[];
  mode: FilterMode;
  acceptsNew: boolean;
  /** Where the choice stands, to begin there. */
  chosen?: number | undefined;
  /** Options the list leaves out because they are chosen already. */
  hidden?: ReadonlySet<number> | undefined;
  /** Texts that may not be added again. */
  taken?: readonly string[] | undefined;
  /** No more may be chosen. */
  full?: boolean | undefined;
  /** How many may be chosen. */
  limit?: number | undefined;
  /** Somebody else has picked what fits the typed text: options are shown as they are. */
  isFound?: boolean | undefined;
  /** Said where nothing is to be seen, or below. */
  remark?: string | undefined;
  /** Up to how many options "Select all" is offered; 0 for never. */
  allUpTo?: number | undefined;
}

export interface ComboboxOptions extends List {
  disabled: boolean;
  closesOnPick: boolean;
  onPick(choice: number | string): void;
  onAll?(places: number[]): void;
  /** A key the list has no use for. */
  onKey?(event: KeyboardEvent<HTMLInputElement>, isOpen: boolean, query: string): void;
}

export interface Combobox {
  input: RefObject<HTMLInputElement | null>;
  isOpen: boolean;
  /** What was typed since the list opened; null when nothing was. */
  query: string | null;
  rows: OptionRow[];
  active: number;
  note: string | undefined;
  open(): void;
  close(): void;
  type(text: string): void;
  setActive(at: number): void;
  pick(row: OptionRow): void;
  press(event: KeyboardEvent<HTMLInputElement>): void;
}

/** A field with a list: what is open, typed and highlighted, and what each key does. */
export function useCombobox(options: ComboboxOptions): Combobox {
  const { texts, mode, acceptsNew, disabled, chosen, hidden, taken, full, limit, isFound, remark, allUpTo, closesOnPick, onPick, onAll, onKey } = options;
  const input = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const list = useMemo<List>(
    () => ({ texts, mode, acceptsNew, chosen, hidden, taken, full, limit, isFound, remark, allUpTo }),
    [texts, mode, acceptsNew, chosen, hidden, taken, full, limit, isFound, remark, allUpTo],
  );
  const rows = useMemo(() => (isOpen ? rowsFor(list, query ?? "") : []), [isOpen, query, list]);
  const at = Math.min(active, rows.length - 1);
  const open = () => {
    if (disabled || isOpen) return;
    setOpen(true);
    setQuery(null);
    const place = chosen === undefined ? 0 : texts.slice(0, chosen).reduce((sum, _, one) => sum + (hidden?.has(one) ? 0 : 1), 0);
    setActive(place);
  };
  const close = () => {
    setOpen(false);
    setQuery(null);
  };
  const pick = (row: OptionRow) => {
    if (row.id === ALL) onAll?.(rows.filter(({ id }) => id >= 0).map(({ id }) => id));
    else onPick(row.id === NEW ? (query ?? "").trim() : row.id);
    if (closesOnPick || row.id === ALL) close();
    else {
      setQuery(null);
      setActive(at);
    }
  };
  const type = (text: string) => {
    if (disabled) return;
    setOpen(true);
    setQuery(text);
    setActive(0);
  };
  const jump = (letter: string) => {
    const shown = rowsFor(list, "");
    const after = [...shown.slice(at + 1), ...shown.slice(0, at + 1)];
    const next = after.find((row) => row.text.toLowerCase().startsWith(letter.toLowerCase()));
    open();
    if (next) setActive(shown.indexOf(next));
  };
  const go = (event: KeyboardEvent, to: number) => {
    event.preventDefault();
    if (!isOpen) return open();
    if (rows.length > 0) setActive((to + rows.length) % rows.length);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (disabled || event.nativeEvent.isComposing) return;
    const last = rows.length - 1;
    if (event.key === "ArrowDown") go(event, at + 1);
    else if (event.key === "ArrowUp") go(event, at - 1);
    else if (event.key === "PageDown" && isOpen) go(event, Math.min(last, at + 7));
    else if (event.key === "PageUp" && isOpen) go(event, Math.max(0, at - 7));
    else if (event.key === "Home" && isOpen && !query) go(event, 0);
    else if (event.key === "End" && isOpen && !query) go(event, last);
    else if (event.key === "Enter" && isOpen) {
      event.preventDefault();
      const row = rows[at];
      if (row) pick(row);
    } else if (event.key === " " && !isOpen) {
      event.preventDefault();
      open();
    } else if (event.key === "Tab") close();
    else if (mode === null && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) jump(event.key);
    else onKey?.(event, isOpen, query ?? "");
  };
  const note = isOpen ? noteFor(list, rows, query ?? "") : undefined;
  return { input, isOpen, query, rows, active: at, note, open, close, type, setActive, pick, press };
}

function rowsFor({ texts, mode, acceptsNew, chosen, hidden, taken = [], full, isFound, allUpTo = 0 }: List, query: string): OptionRow[] {
  if (full) return [];
  const places = matchOptions(texts, isFound ? "" : query, mode).filter((at) => !hidden?.has(at));
  const rows: OptionRow[] = places.map((id) => ({ id, text: texts[id] as string, selected: id === chosen }));
  const typed = query.trim();
  const isSame = (text: string) => text.toLowerCase() === typed.toLowerCase();
  if (acceptsNew && typed !== "" && !texts.some(isSame) && !taken.some(isSame)) rows.push({ id: NEW, text: t("addOption", { text: typed }), extra: true });
  if (places.length > 1 && places.length <= allUpTo) {
    rows.unshift({ id: ALL, text: typed === "" ? t("selectAll") : t("selectMatches", { count: places.length }), extra: true });
  }
  return rows;
}

function noteFor({ full, limit = 1, remark }: List, rows: OptionRow[], query: string): string | undefined {
  if (full) return t("limitReached", { count: limit });
  if (remark !== undefined) return remark;
  if (rows.length > 0) return undefined;
  return query === "" ? t("noOptions") : t("noResults");
}
