import { stampOf } from "../runtime.ts";
import type { CacheKind, Caches } from "./caches.ts";
import { keyOf } from "./keys.ts";
import { type Settings, settingsOf } from "./options.ts";
import { type Signature, signatureOf } from "./parameters.ts";
import type { Store } from "./store.ts";
import type { ValueHasher } from "./hash-value.ts";

/** Leads from a cached function to its declaration. */
export const CACHED = Symbol.for("rivulet.cached");

// biome-ignore lint/suspicious/noExplicitAny: functions of any kind can be cached
export type AnyFunction = (this: any, ...args: any[]) => unknown;

/** One call of `st.cacheData` or `st.cacheResource`; a rerun of the script makes a new one of the same identity. */
export interface Declaration {
  readonly kind: CacheKind;
  readonly fn: AnyFunction;
  readonly name: string;
  /** The place in the source. */
  readonly identity: string;
  /** The source itself, or its hash. */
  readonly source: string;
  readonly settings: Settings;
  readonly signature: Signature;
  keyOf(store: Store, self: unknown, args: readonly unknown[]): string;
}

/** Reads what identifies a function: the compiler's stamp, or else its text. */
export function declare(kind: CacheKind, fn: AnyFunction, options: object, caches: () => Caches): Declaration {
  const settings = settingsOf(kind === "data" ? "st.cacheData" : "st.cacheResource", options);
  const stamp = stampOf(fn);
  const name = stamp?.name || fn.name || "function";
  const text = stamp ? "" : Function.prototype.toString.call(fn);
  const read = signatureOf(fn);
  const signature: Signature = stamp ? { parameters: stamp.parameters, usesThis: read.usesThis } : read;
  const captured = stamp ? () => stamp.captured() : undefined;
  let own: ValueHasher | undefined;
  return {
    kind,
    fn,
    name,
    settings,
    signature,
    identity: stamp ? `${stamp.module}#${stamp.position}` : `${name}#${text}`,
    source: stamp?.hash ?? "",
    keyOf(store, self, args) {
      const { hashFuncs } = settings;
      if (hashFuncs) own ??= caches().hasherWith(hashFuncs);
      return keyOf({ name: store.name, signature, hasher: own ?? caches().hasher, isCustom: own !== undefined, captured }, self, args);
    },
  };
}
