/** Arrays and tables with more items than this are sampled. */
export const SAMPLE_ABOVE = 50_000;
const SAMPLE_SIZE = 10_000;
/** Memory beyond this many bytes is sampled. */
const SAMPLE_BYTES_ABOVE = 2 ** 20;
const SAMPLE_BYTES_BLOCK = 64;

/** Evenly spread positions among `length`, the first and the last included: the same ones every time. */
export function sampleIndexes(length: number): number[] {
  const last = length - 1;
  return Array.from({ length: SAMPLE_SIZE }, (_, i) => Math.floor((i * last) / (SAMPLE_SIZE - 1)));
}

/** The bytes themselves, or blocks of 64 bytes spread evenly over them when they are many. */
export function sampleBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES_ABOVE) return bytes;
  const blocks = SAMPLE_BYTES_ABOVE / SAMPLE_BYTES_BLOCK;
  const last = bytes.length - SAMPLE_BYTES_BLOCK;
  const sample = new Uint8Array(SAMPLE_BYTES_ABOVE);
  for (let i = 0; i < blocks; i++) {
    const start = Math.floor((i * last) / (blocks - 1));
    sample.set(bytes.subarray(start, start + SAMPLE_BYTES_BLOCK), i * SAMPLE_BYTES_BLOCK);
  }
  return sample;
}

/** Tells arrays and objects without a class from everything else, also those of another realm. */
export function plainKind(value: object): "array" | "object" | undefined {
  const proto: unknown = Object.getPrototypeOf(value);
  if (proto === Object.prototype || proto === null) return "object";
  if (Array.isArray(value)) {
    return proto === Array.prototype || value.constructor?.name === "Array" ? "array" : undefined;
  }
  const isRoot = Object.getPrototypeOf(proto) === null && Object.hasOwn(proto as object, "isPrototypeOf");
  return isRoot ? "object" : undefined;
}

/** A table of flechette or apache-arrow, known by its shape. */
export function isArrowTable(value: object): value is { numRows: number; schema: { fields: { name: string }[] }; getChildAt(index: number): unknown } {
  const table = value as { numRows?: unknown; schema?: { fields?: unknown }; getChildAt?: unknown };
  return typeof table.numRows === "number" && typeof table.getChildAt === "function" && Array.isArray(table.schema?.fields);
}
