import type { Op, ToClient } from "../../protocol/messages.ts";
import type { EncodedTable } from "./encoded-table.ts";
import { Payload, type Payloads } from "./payloads.ts";

const CHUNK_BYTES = 1_000_000;
/** What comes before a value of at least this size does not wait for it. */
const HEAVY_BYTES = 256_000;
/** Finished runs after which a payload nobody drew any more is forgotten. */
const KEPT_RUNS = 2;

interface Kept<T> {
  value: T;
  /** Finished runs since it was last drawn. */
  idle: number;
}

/** What one page was sent, and how its data was last encoded. */
export class SentPayloads {
  private readonly sent = new Map<string, Kept<Payload>>();
  private readonly tables = new Map<string, Kept<EncodedTable>>();

  constructor(
    private readonly payloads: Payloads,
    private readonly send: (message: ToClient) => void,
  ) {}

  /** Makes a table unless one of the same data, by its mark, was made for this session of late. */
  table(mark: string | undefined, make: () => EncodedTable): EncodedTable {
    const kept = mark === undefined ? undefined : this.tables.get(mark);
    if (kept) {
      kept.idle = 0;
      return kept.value;
    }
    const value = make();
    if (mark !== undefined) this.tables.set(mark, { value, idle: 0 });
    return value;
  }

  /** A run drew something that refers to these. */
  use(payloads: readonly Payload[]): void {
    for (const { hash } of payloads) {
      const kept = this.sent.get(hash);
      if (kept) kept.idle = 0;
    }
  }

  /** Sends what operations refer to and the page does not have; to be called before they are sent. */
  before(ops: readonly Op[]): void {
    for (const op of ops) {
      if (op.op === "insert" || op.op === "set") this.payloads.of(op.props)?.forEach(this.give);
      else if (op.op === "append" && Array.isArray(op.value)) {
        for (const part of op.value as unknown[]) if (part instanceof Payload) this.give(part);
      }
    }
  }

  /** Cuts operations before each that waits for a heavy value, so that the others are seen at once. */
  groups(ops: Op[]): Op[][] {
    const groups: Op[][] = [];
    let start = 0;
    for (const [at, op] of ops.entries()) {
      if (at === start || !this.isHeavy(op)) continue;
      groups.push(ops.slice(start, at));
      start = at;
    }
    groups.push(start === 0 ? ops : ops.slice(start));
    return groups;
  }

  private isHeavy(op: Op): boolean {
    if (op.op !== "insert" && op.op !== "set") return false;
    return this.payloads.of(op.props)?.some(({ size, hash }) => size >= HEAVY_BYTES && !this.sent.has(hash)) ?? false;
  }

  private readonly give = (payload: Payload): void => {
    if (this.sent.has(payload.hash)) return;
    this.sent.set(payload.hash, { value: payload, idle: 0 });
    this.deliver(payload);
  };

  /** The page lost a payload. */
  resend(hash: string): void {
    const kept = this.sent.get(hash);
    if (kept) this.deliver(kept.value);
  }

  private deliver({ hash, bytes }: Payload): void {
    const parts = Math.ceil(bytes.length / CHUNK_BYTES);
    for (let part = 0; part < parts; part += 1) {
      this.send({ type: "payload", hash, part, parts, bytes: bytes.subarray(part * CHUNK_BYTES, (part + 1) * CHUNK_BYTES) });
    }
  }

  /** A full run came to its end. */
  runOver(): void {
    for (const map of [this.sent, this.tables] as Map<string, Kept<unknown>>[]) {
      for (const [name, kept] of map) {
        kept.idle += 1;
        if (kept.idle > KEPT_RUNS) map.delete(name);
      }
    }
  }
}
