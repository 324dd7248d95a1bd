import { encode } from "../../protocol/codec.ts";
import { AppError } from "../errors/errors.ts";
import { isEqual } from "../screen/reconcile.ts";

/** Follows which entries of a session's state a host could keep, and tells only what changed. */
export class KeptState {
  private kept = new Map<string, Uint8Array>();

  changes(entries: ReadonlyMap<string, unknown>): { state: Record<string, Uint8Array>; removed: string[]; lost: string[] } {
    const state: Record<string, Uint8Array> = {};
    const lost: string[] = [];
    const now = new Map<string, Uint8Array>();
    for (const [key, value] of entries) {
      try {
        const bytes = encode(value, { references: true });
        const before = this.kept.get(key);
        if (!before || !isEqual(before, bytes)) state[key] = bytes;
        now.set(key, bytes);
      } catch {
        lost.push(key);
      }
    }
    const removed = [...this.kept.keys()].filter((key) => !now.has(key));
    this.kept = now;
    return { state, removed, lost };
  }
}

/**
 * Refuses entries that cannot be kept outside this process.
 *
 * @throws AppError naming the first such entry and what it holds.
 */
export function checkSerializable(entries: ReadonlyMap<string, unknown>): void {
  for (const [key, value] of entries) {
    try {
      encode(value, { references: true });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new AppError("state-not-serializable", `st.sessionState.${key} holds ${describe(value)}, which cannot be stored outside this process. ${reason}`, {
        hint: "Keep plain values there, and make the rest from them, for instance in st.cacheResource; or switch off runner.enforceSerializableSessionState.",
        cause: error,
      });
    }
  }
}

function describe(value: unknown): string {
  if (typeof value === "function") return value.name ? `the function ${value.name}` : "a function";
  if (typeof value === "symbol") return `the symbol ${String(value)}`;
  const name: unknown =
    typeof value === "object" && value !== null ? (Object.getPrototypeOf(value) as { constructor?: { name?: unknown } } | null)?.constructor?.name : undefined;
  if (typeof name !== "string" || name === "Object") return "an object";
  return Array.isArray(value) ? "a list" : `an instance of ${name}`;
}
