import { PayloadRef } from "../../protocol/messages.ts";

/** Values up to this many bytes travel inside the props. */
const INLINE_BYTES = 8192;

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
