import type { Unit } from "./evaluation.ts";
import type { Namespace } from "./namespace.ts";

/** Under which name which module exports a value. */
export interface Origin {
  readonly module: string;
  readonly name: string;
}

/** Exports that are not initialised yet throw when they are read. */
function exported(namespace: Namespace, name: string): unknown {
  try {
    return namespace[name];
  } catch {
    return undefined;
  }
}

/**
 * Knows where functions come from, also those of modules that an edit has replaced: a run that began before goes on
 * with them.
 */
export function createOrigins(units: ReadonlyMap<string, Unit>) {
  const known = new WeakMap<object, Origin>();

  const note = ({ id, exports }: Unit): void => {
    for (const name of Object.keys(exports)) {
      const value = exported(exports, name);
      if (typeof value === "function" && !known.has(value)) known.set(value, { module: id, name });
    }
  };

  return {
    note,
    of(fn: object): Origin | undefined {
      const origin = known.get(fn);
      if (origin) return origin;
      for (const unit of units.values()) note(unit);
      return known.get(fn);
    },
  };
}
