import { useSyncExternalStore } from "react";

/** A value that can be watched. */
export interface Store<T> {
  get(): T;
  /** Returns a function that stops listening. */
  subscribe(listener: () => void): () => void;
}

export interface OwnStore<T> extends Store<T> {
  set(next: T | ((before: T) => T)): void;
}

/** Listeners are told only when the value is another one (`Object.is`). */
export function createStore<T>(initial: T): OwnStore<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      const wanted = typeof next === "function" ? (next as (before: T) => T)(value) : next;
      if (Object.is(wanted, value)) return;
      value = wanted;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The value of a store, kept current. */
export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}
