import { encode } from "../protocol/codec.ts";
import { isEqual } from "./reconcile.ts";

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
