import { type Op, PayloadRef, type ToClient } from "../../protocol/messages.ts";
import type { EncodedTable } from "./encoded-table.ts";

/** Values up to this many bytes travel inside the props. */
const INLINE_BYTES = 8192;
const CHUNK_BYTES = 1_000_000;
/** What comes before a value of at least this size does not wait for it. */
const HEAVY_BYTES = 256_000;
/** Finished runs after which a payload nobody drew any more is forgotten. */
const KEPT_RUNS = 2;

/** A reference that still has the bytes it names. */
export class Payload extends PayloadRef {
  constructor(
    hash: string,
    readonly bytes: Uint8Array,
  ) {
    super(hash, bytes.length);
  }
}

/** Bytes as they stand in props: themselves when small, else a reference. */
export type Part = Uint8Array | Payload;

/** Big values of all sessions of one engine: each is hashed once, however often it is drawn. */
export class Payloads {
  private readonly known = new WeakMap<Uint8Array, Payload>();
  /** Which payloads encoded props refer to. */
  private readonly tied = new WeakMap<Uint8Array, readonly Payload[]>();
  private met: Payload[] | undefined;

  constructor(private readonly hash: (bytes: Uint8Array) => string) {}

  /** What of `bytes` goes into props. They must not change any more. */
  part(bytes: Uint8Array): Part {
    if (bytes.length <= INLINE_BYTES) return bytes;
    let payload = this.known.get(bytes);
    if (!payload) {
      payload = new Payload(this.hash(bytes), bytes);
      this.known.set(bytes, payload);
    }
    return payload;
  }

  /** The encoder came upon a reference. */
  readonly meet = (ref: PayloadRef): void => {
    if (ref instanceof Payload) (this.met ??= []).push(ref);
  };

  /** References met since the last call. */
  take(): readonly Payload[] | undefined {
    const { met } = this;
    this.met = undefined;
    return met;
  }

  /** Bytes of the references met since. */
  size(): number {
    return this.met?.reduce((sum, { size }) => sum + size, 0) ?? 0;
  }

  tie(props: Uint8Array, payloads: readonly Payload[]): void {
    this.tied.set(props, payloads);
  }

  of(props: Uint8Array): readonly Payload[] | undefined {
    return this.tied.get(props);
  }
}

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
