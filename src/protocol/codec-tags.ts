/** Version of the format: the high half of the first byte. Readers refuse any other. */
export const FORMAT_VERSION = 1;
/** Bit of the first byte: objects are numbered in the order they start, and `REFERENCE` may point back to one. */
export const WITH_REFERENCES = 1;

/** Deeper nesting is refused on both sides, so that neither can run out of stack. */
export const MAX_DEPTH = 1000;
/** A larger message is refused while writing. */
export const MAX_BYTES = 2 ** 30;

// 0x00..0x7f are the integers 0..127 themselves.
/** 0x80..0xbf: ASCII text of 0..63 bytes. */
export const SHORT_TEXT = 0x80;
/** 0xc0..0xcf: object with 0..15 keys. */
export const SHORT_OBJECT = 0xc0;
/** 0xd0..0xdf: array with 0..15 items. */
export const SHORT_ARRAY = 0xd0;

/** The other tags. Numbers are never reused for another meaning within a format version. */
export const TAG = {
  null: 0xe0,
  undefined: 0xe1,
  false: 0xe2,
  true: 0xe3,
  int: 0xe4,
  float32: 0xe5,
  float64: 0xe6,
  text: 0xe7,
  text16: 0xe8,
  object: 0xe9,
  bareObject: 0xea,
  array: 0xeb,
  shape: 0xec,
  row: 0xed,
  reference: 0xee,
  bytes: 0xef,
  view: 0xf0,
  buffer: 0xf1,
  map: 0xf2,
  set: 0xf3,
  date: 0xf4,
  regExp: 0xf5,
  url: 0xf6,
  error: 0xf7,
  bigint64: 0xf8,
  bigint: 0xf9,
  temporal: 0xfa,
  duration: 0xfb,
  payload: 0xfc,
} as const;

/** Views of memory other than Uint8Array, in the order of their codes: append only. */
export const VIEWS = [
  Int8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  DataView,
] as const;

/** Errors that come back as their own class; every other comes back as an Error with its name. */
export const ERRORS: Readonly<Record<string, ErrorConstructor>> = {
  Error,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
};

/** Thrown for a value that cannot be encoded and for bytes that cannot be decoded. */
export class CodecError extends Error {
  override readonly name = "CodecError";
}
