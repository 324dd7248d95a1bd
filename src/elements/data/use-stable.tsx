import { useMemo } from "react";

/** The same object for as long as it says the same: props decoded anew are no reason to draw anew. */
export function useStable<T extends object | undefined>(value: T): T {
  const text = JSON.stringify(value);
  return useMemo(() => (text === undefined ? undefined : JSON.parse(text)) as T, [text]);
}
