import { tooDeep, unsupported } from "./codec-blame.ts";
import { CodecError, FORMAT_VERSION, MAX_BYTES, MAX_DEPTH, SHORT_ARRAY, SHORT_OBJECT, SHORT_TEXT, TAG, VIEWS, WITH_REFERENCES } from "./codec-tags.ts";
import { PayloadRef } from "./messages.ts";
import { DURATION_FIELDS, type DurationFields, isUnbalanced, TEMPORAL_TYPES, temporalType } from "./temporal.ts";

/** Depth from which ancestors are looked through: cycles are rare, so shallow values must not pay for them. */
const WATCH_DEPTH = 24;
const FIRST_BYTES = 512;
/** A buffer that grew beyond this is let go before the next message. */
const KEPT_BYTES = 4 * 2 ** 20;

const UTF8 = new TextEncoder();
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Keys that the rows of one array share, written once. */
interface Shape {
  keys: string[];
  id: number;
}

/** True for an object with no class, also when another realm made it. */
export function isPlain(value: object): boolean {
  const proto: unknown = Object.getPrototypeOf(value);
  if (proto === Object.prototype || proto === null) return true;
  return Object.getPrototypeOf(proto) === null && Object.hasOwn(proto as object, "isPrototypeOf");
}

/** Writes one message at a time into a buffer it keeps. */
export class Writer {
  private bytes = new Uint8Array(FIRST_BYTES);
  private view = new DataView(this.bytes.buffer);
  private position = 0;
  private root: unknown = undefined;
  private readonly ancestors: object[] = [];
  private numbers: Map<object, number> | undefined;
  private shapes = 0;
  busy = false;

  constructor(
    private readonly references: boolean,
    private readonly onPayload?: ((ref: PayloadRef) => void) | undefined,
    /** Leave out fields of objects that are undefined. */
    private readonly isSparse = false,
  ) {}

  /** Encodes `value`; the bytes returned are overwritten by the next call. */
  write(value: unknown): Uint8Array {
    if (this.bytes.length > KEPT_BYTES) this.resize(FIRST_BYTES);
    this.position = 0;
    this.shapes = 0;
    this.root = value;
    this.ancestors.length = 0;
    if (this.references) this.numbers = new Map();
    this.busy = true;
    try {
      this.byte((FORMAT_VERSION << 4) | (this.references ? WITH_REFERENCES : 0));
      this.value(value);
      return this.bytes.subarray(0, this.position);
    } finally {
      this.busy = false;
      this.root = undefined;
      this.numbers = undefined;
    }
  }

  private resize(size: number): void {
    const bytes = new Uint8Array(size);
    bytes.set(this.bytes.subarray(0, Math.min(this.position, size)));
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer);
  }

  private need(count: number): void {
    const end = this.position + count;
    if (end <= this.bytes.length) return;
    if (end > MAX_BYTES) {
      throw new CodecError(`Cannot encode the value: it needs more than ${MAX_BYTES / 2 ** 20} MiB. Send less of it.`);
    }
    this.resize(Math.min(MAX_BYTES, Math.max(end, this.bytes.length * 2)));
  }

  private byte(value: number): void {
    if (this.position === this.bytes.length) this.need(1);
    this.bytes[this.position++] = value;
  }

  private length(value: number): void {
    this.need(5);
    const { bytes } = this;
    let rest = value;
    while (rest > 127) {
      bytes[this.position++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    bytes[this.position++] = rest;
  }

  private value(value: unknown): void {
    switch (typeof value) {
      case "string":
        return this.text(value);
      case "number":
        return this.number(value);
      case "boolean":
        return this.byte(value ? TAG.true : TAG.false);
      case "undefined":
        return this.byte(TAG.undefined);
      case "bigint":
        return this.bigint(value);
      case "object":
        return value === null ? this.byte(TAG.null) : this.object(value, undefined);
      default:
        throw unsupported(this.root, value);
    }
  }

  private number(value: number): void {
    if (value >= 0 && value < 128 && (value | 0) === value && (value !== 0 || 1 / value > 0)) return this.byte(value);
    this.need(9);
    if ((value | 0) === value && value !== 0) {
      this.bytes[this.position++] = TAG.int;
      return this.length(((value << 1) ^ (value >> 31)) >>> 0);
    }
    // A NaN is not equal to itself, so it takes the exact path.
    if (Math.fround(value) === value) {
      this.bytes[this.position] = TAG.float32;
      this.view.setFloat32(this.position + 1, value, true);
      this.position += 5;
      return;
    }
    this.bytes[this.position] = TAG.float64;
    this.view.setFloat64(this.position + 1, value, true);
    this.position += 9;
  }

  private float64(value: number): void {
    this.need(8);
    this.view.setFloat64(this.position, value, true);
    this.position += 8;
  }

  private bigint(value: bigint): void {
    if (BigInt.asIntN(64, value) === value) {
      this.byte(TAG.bigint64);
      this.need(8);
      this.view.setBigInt64(this.position, value, true);
      this.position += 8;
      return;
    }
    this.byte(TAG.bigint);
    this.text(value.toString(16));
  }

  private text(value: string): void {
    const count = value.length;
    if (count > 63) return this.longText(value);
    this.need(count + 1);
    const { bytes } = this;
    let at = this.position;
    bytes[at++] = SHORT_TEXT | count;
    for (let i = 0; i < count; i++) {
      const code = value.charCodeAt(i);
      if (code > 127) return this.longText(value);
      bytes[at++] = code;
    }
    this.position = at;
  }

  private longText(value: string): void {
    this.need(value.length * 3 + 6);
    const start = this.position + 1 + lengthSize(value.length);
    const { written = 0 } = UTF8.encodeInto(value, this.bytes.subarray(start));
    if (written !== value.length && LONE_SURROGATE.test(value)) return this.text16(value);
    const moved = this.position + 1 + lengthSize(written);
    if (moved !== start) this.bytes.copyWithin(moved, start, start + written);
    this.bytes[this.position++] = TAG.text;
    this.length(written);
    this.position += written;
  }

  private text16(value: string): void {
    this.byte(TAG.text16);
    this.length(value.length);
    this.need(value.length * 2);
    for (let i = 0; i < value.length; i++, this.position += 2) {
      this.view.setUint16(this.position, value.charCodeAt(i), true);
    }
  }

  private object(value: object, rows: Shape | undefined): void {
    const { ancestors } = this;
    if (this.numbers !== undefined && this.wasWritten(value, this.numbers)) return;
    if (ancestors.length > WATCH_DEPTH && (ancestors.length >= MAX_DEPTH || ancestors.includes(value))) {
      throw tooDeep(this.root);
    }
    ancestors.push(value);
    if (Array.isArray(value)) this.array(value);
    else if (isPlain(value)) this.plain(value as Record<string, unknown>, rows);
    else this.special(value);
    ancestors.pop();
  }

  private wasWritten(value: object, numbers: Map<object, number>): boolean {
    const number = numbers.get(value);
    if (number === undefined) {
      numbers.set(value, numbers.size);
      return false;
    }
    this.byte(TAG.reference);
    this.length(number);
    return true;
  }

  private array(items: unknown[]): void {
    if (Object.getPrototypeOf(items) !== Array.prototype && items.constructor?.name !== "Array") {
      throw unsupported(this.root, items);
    }
    const count = items.length;
    if (count < 16) this.byte(SHORT_ARRAY | count);
    else {
      this.byte(TAG.array);
      this.length(count);
    }
    const rows: Shape | undefined = looksLikeRows(items) ? { keys: [], id: -1 } : undefined;
    for (let i = 0; i < count; i++) {
      const item = items[i];
      if (rows !== undefined && typeof item === "object" && item !== null) this.object(item, rows);
      else this.value(item);
    }
  }

  private plain(value: Record<string, unknown>, rows: Shape | undefined): void {
    const symbols = Object.getOwnPropertySymbols(value);
    if (symbols.length > 0) this.refuseSymbols(value, symbols);
    let keys = Object.keys(value);
    if (this.isSparse && keys.some((key) => value[key] === undefined)) keys = keys.filter((key) => value[key] !== undefined);
    const bare = Object.getPrototypeOf(value) === null;
    if (rows !== undefined && !bare) return this.row(value, keys, rows);
    if (keys.length < 16 && !bare) this.byte(SHORT_OBJECT | keys.length);
    else {
      this.byte(bare ? TAG.bareObject : TAG.object);
      this.length(keys.length);
    }
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as string;
      this.text(key);
      this.value(value[key]);
    }
  }

  private row(value: Record<string, unknown>, keys: string[], rows: Shape): void {
    if (rows.id >= 0 && sameKeys(keys, rows.keys)) {
      this.byte(TAG.row);
      this.length(rows.id);
    } else {
      rows.keys = keys;
      rows.id = this.shapes++;
      this.byte(TAG.shape);
      this.length(keys.length);
      for (const key of keys) this.text(key);
    }
    for (let i = 0; i < keys.length; i++) this.value(value[keys[i] as string]);
  }

  private refuseSymbols(value: object, symbols: symbol[]): void {
    const symbol = symbols.find((key) => Object.prototype.propertyIsEnumerable.call(value, key));
    if (symbol !== undefined) throw unsupported(this.root, value, `an object with the key ${String(symbol)}`);
  }

  private special(value: object): void {
    const proto: unknown = Object.getPrototypeOf(value);
    if (proto === Date.prototype) {
      this.byte(TAG.date);
      return this.float64((value as Date).getTime());
    }
    if (ArrayBuffer.isView(value)) return this.memory(value);
    if (value instanceof ArrayBuffer) return this.raw(TAG.buffer, new Uint8Array(value));
    if (value instanceof PayloadRef) {
      this.onPayload?.(value);
      this.byte(TAG.payload);
      this.text(value.hash);
      return this.number(value.size);
    }
    if (value instanceof Error) return this.error(value);
    const type = temporalType(value);
    if (type !== undefined) return this.temporal(value, TEMPORAL_TYPES.indexOf(type));
    if (proto === Map.prototype) return this.map(value as Map<unknown, unknown>);
    if (proto === Set.prototype) return this.set(value as Set<unknown>);
    if (proto === RegExp.prototype) return this.texts(TAG.regExp, (value as RegExp).source, (value as RegExp).flags);
    if (proto === URL.prototype) return this.texts(TAG.url, (value as URL).href);
    throw unsupported(this.root, value);
  }

  private texts(tag: number, ...texts: string[]): void {
    this.byte(tag);
    for (const text of texts) this.text(text);
  }

  private map(value: Map<unknown, unknown>): void {
    this.byte(TAG.map);
    this.length(value.size);
    for (const [key, item] of value) {
      this.value(key);
      this.value(item);
    }
  }

  private set(value: Set<unknown>): void {
    this.byte(TAG.set);
    this.length(value.size);
    for (const item of value) this.value(item);
  }

  private error(value: Error): void {
    this.texts(TAG.error, String(value.name), String(value.message));
    this.value(typeof value.stack === "string" ? value.stack : undefined);
    const hasCause = Object.hasOwn(value, "cause");
    this.byte(hasCause ? 1 : 0);
    if (hasCause) this.value(value.cause);
  }

  private temporal(value: object, code: number): void {
    const fields = value as DurationFields;
    if (TEMPORAL_TYPES[code] === "Duration" && "years" in value && isUnbalanced(fields)) {
      this.texts(TAG.duration, String(value));
      for (const name of DURATION_FIELDS) this.number(fields[name]);
      return;
    }
    this.byte(TAG.temporal);
    this.byte(code);
    this.text(String(value));
  }

  private memory(value: ArrayBufferView): void {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    if (value instanceof Uint8Array) return this.raw(TAG.bytes, bytes);
    const code = VIEWS.findIndex((View) => value instanceof View);
    if (code < 0) throw unsupported(this.root, value);
    this.byte(TAG.view);
    this.raw(code, bytes);
  }

  private raw(tag: number, bytes: Uint8Array): void {
    this.byte(tag);
    this.length(bytes.length);
    this.need(bytes.length);
    this.bytes.set(bytes, this.position);
    this.position += bytes.length;
  }
}

/** Bytes that {@link Writer} uses for a length. */
function lengthSize(length: number): number {
  return length < 2 ** 7 ? 1 : length < 2 ** 14 ? 2 : length < 2 ** 21 ? 3 : length < 2 ** 28 ? 4 : 5;
}

function looksLikeRows(items: unknown[]): boolean {
  const [first, second] = items;
  return typeof first === "object" && typeof second === "object" && first !== null && second !== null;
}

function sameKeys(left: string[], right: string[]): boolean {
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}
