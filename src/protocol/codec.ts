import { Reader } from "./codec-reader.ts";
import { Writer } from "./codec-writer.ts";
import type { PayloadRef } from "./messages.ts";
import type { TemporalNamespace } from "./temporal.ts";

export { CodecError } from "./codec-tags.ts";
export { type TemporalNamespace, TemporalText } from "./temporal.ts";

/** Memory for one-off messages: nothing in it outlives the call. */
const SCRATCH = new Writer(false);

export interface EncodeOptions {
  /**
   * Keep cycles, and objects that occur twice as one object. Default false: such an object is written twice,
   * and a cycle is refused.
   */
  references?: boolean | undefined;
}

export interface EncoderOptions extends EncodeOptions {
  /** Told of every payload reference that is written. */
  onPayload?: ((ref: PayloadRef) => void) | undefined;
  /** Leave out fields of plain objects that are undefined. Default false: they come back as undefined. */
  dropUndefined?: boolean | undefined;
}

export interface DecodeOptions {
  /** Makes Temporal values; without it they come back as `TemporalText`. */
  temporal?: TemporalNamespace | undefined;
  /** Let byte arrays look into the message instead of copying them. Default false. */
  views?: boolean | undefined;
}

/** Encodes one value after the other into one buffer. */
export interface Encoder {
  /**
   * Encodes a value. The bytes are valid until the next call.
   *
   * @throws CodecError when the value holds something that has no encoding; the message names its place.
   */
  write(value: unknown): Uint8Array;
}

/**
 * Makes an encoder that keeps its buffer: for hot paths, where most results are compared or copied at once.
 *
 * @returns An encoder whose result is overwritten by its next call.
 * @example
 * const encoder = createEncoder();
 * socket.send(encoder.write({ type: "ping" }));
 */
export function createEncoder(options: EncoderOptions = {}): Encoder {
  const { references = false, onPayload, dropUndefined = false } = options;
  const writer = new Writer(references, onPayload, dropUndefined);
  return {
    // A getter inside the value may encode something itself.
    write: (value) => (writer.busy ? new Writer(references, onPayload, dropUndefined) : writer).write(value),
  };
}

/**
 * Encodes a value: primitives, plain objects, arrays, Date, Temporal, Map, Set, RegExp, URL, Error, bytes and
 * typed arrays, payload references.
 *
 * @returns Bytes of their own, for {@link decode}.
 * @throws CodecError for functions, symbols, class instances and cycles; the message names the place.
 * @example decode(encode({ day: new Date(0) })) // { day: 1970-01-01T00:00:00.000Z }
 */
export function encode(value: unknown, options: EncodeOptions = {}): Uint8Array {
  return (options.references ? new Writer(true) : SCRATCH.busy ? new Writer(false) : SCRATCH).write(value).slice();
}

/**
 * Makes a decoder for many messages, which saves preparing one for each.
 *
 * @returns A function that decodes one message.
 * @example const read = createDecoder({ temporal: Temporal });
 */
export function createDecoder(options: DecodeOptions = {}): (bytes: Uint8Array) => unknown {
  const reader = new Reader(options.temporal, options.views ?? false);
  return (bytes) => reader.read(bytes);
}

/**
 * Decodes what {@link encode} made. Safe for bytes from anywhere.
 *
 * @returns The value.
 * @throws CodecError when the bytes are not a whole, valid message.
 * @example decode(encode([1, 2, 3])) // [1, 2, 3]
 */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): unknown {
  return new Reader(options.temporal, options.views ?? false).read(bytes);
}
