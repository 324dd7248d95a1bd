import { useState } from "react";

/** Text being typed, before it is a value. */
export interface Draft {
  text: string;
  /** True while the text differs from the value. */
  dirty: boolean;
  change(text: string): void;
  /** Makes the text the value, if it differs. */
  commit(): void;
}

/** Keeps what is typed until it is committed; a value set by the script replaces it. */
export function useDraft(value: string, commit: (text: string) => void): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setDraft(null);
  }
  const text = draft !== null && seen === value ? draft : value;
  return {
    text,
    dirty: text !== value,
    change: setDraft,
    commit() {
      if (text !== value) commit(text);
    },
  };
}
