import { useState } from "react";

/** Like `useState`, and the browser remembers it for the app at `base`. */
export function useRemembered<T>(base: URL, name: string, initial: T): [T, (next: T) => void] {
  const key = `rivulet:${base.pathname}:${name}`;
  const [value, setValue] = useState<T>(() => read(key) ?? initial);
  const remember = (next: T) => {
    setValue(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Private windows may refuse storage; the choice still holds for this page.
    }
  };
  return [value, remember];
}

function read<T>(key: string): T | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}
