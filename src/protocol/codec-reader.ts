import { CodecError, ERRORS, FORMAT_VERSION, MAX_DEPTH, SHORT_ARRAY, SHORT_OBJECT, SHORT_TEXT, TAG, VIEWS, WITH_REFERENCES } from "./codec-tags.ts";
import { PayloadRef } from "./messages.ts";
import { DURATION_FIELDS, TEMPORAL_TYPES, type TemporalNamespace, TemporalText } from "./temporal.ts";

const NO_BYTES = new Uint8Array(0);
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const NO_VIEW = new DataView(NO_BYTES.buffer);
/** Texts up to this many bytes are looked up before they are built: keys and categories repeat. */
const CACHED_TEXT = 24;
const CACHE_SIZE = 512;
/** Memo of short texts; whatever it holds, results are the same. */
const TEXTS = new Array<string | undefined>(CACHE_SIZE).fill(undefined);
/** Hexadecimal digits of the largest bigint accepted: reading one takes time that grows faster than its length. */
const MAX_BIGINT_DIGITS = 100_000;

type Target = Record<string, unknown>;
interface ViewConstructor {
  new (buffer: ArrayBuffer, offset: number, length: number): ArrayBufferView;
  /** Absent on DataView. */
  readonly BYTES_PER_ELEMENT?: number;
}

/** Reads one message at a time; every fault in the bytes is a CodecError. */
export class Reader {
  private bytes: Uint8Array = NO_BYTES;
  private view: DataView = NO_VIEW;
  private position = 0;
  private depth = 0;
  private objects: unknown[] | undefined;
  private shapes: string[][] = [];

  constructor(
    private readonly temporal: TemporalNamespace | undefined,
    private readonly views: boolean,
  ) {}

  read(bytes: Uint8Array): unknown {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.position = 0;
    this.depth = 0;
    this.shapes = [];
    try {
      const first = this.byte();
      if (first >> 4 !== FORMAT_VERSION || (first & 15) > WITH_REFERENCES) {
        throw new CodecError(`Cannot decode: the bytes start with ${first}, which is no format this version reads.`);
      }
      this.objects = (first & WITH_REFERENCES) === 0 ? undefined : [];
      const value = this.value();
      if (this.position !== bytes.length) throw this.fault(`${bytes.length - this.position} bytes follow the value`);
      return value;
    } finally {
      this.bytes = NO_BYTES;
      this.view = NO_VIEW;
      this.objects = undefined;
    }
  }

  private fault(what: string): CodecError {
    return new CodecError(`Cannot decode: ${what} (at byte ${this.position} of ${this.bytes.length}).`);
  }

  private byte(): number {
    const value = this.bytes[this.position];
    if (value === undefined) throw this.fault("the bytes end too early");
    this.position++;
    return value;
  }

  /** Moves past `count` bytes and returns where they start. */
  private take(count: number): number {
    const start = this.position;
    if (count > this.bytes.length - start) throw this.fault("the bytes end too early");
    this.position = start + count;
    return start;
  }

  private unsigned(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const part = this.byte();
      value += (part & 127) * 2 ** shift;
      if (part < 128) {
        if (value > 0xffffffff) break;
        return value;
      }
    }
    throw this.fault("a length is too large");
  }

  /** Number of items that follow; each takes a byte at least, so a false count is found before memory is spent. */
  private count(): number {
    const count = this.unsigned();
    if (count > this.bytes.length - this.position) throw this.fault("a length is larger than what follows");
    return count;
  }

  private started<T>(object: T): T {
    this.objects?.push(object);
    return object;
  }

  private value(): unknown {
    const tag = this.byte();
    if (tag < SHORT_TEXT) return tag;
    if (tag < SHORT_OBJECT) return this.shortText(tag & 63);
    if (tag < TAG.null) {
      if (++this.depth > MAX_DEPTH) throw this.fault(`values are nested deeper than ${MAX_DEPTH} levels`);
      const value = tag < SHORT_ARRAY ? this.object({}, tag & 15) : this.array(tag & 15);
      this.depth--;
      return value;
    }
    switch (tag) {
      case TAG.null:
        return null;
      case TAG.undefined:
        return undefined;
      case TAG.false:
        return false;
      case TAG.true:
        return true;
      case TAG.int: {
        const coded = this.unsigned();
        return (coded >>> 1) ^ -(coded & 1);
      }
      case TAG.float32:
        return this.view.getFloat32(this.take(4), true);
      case TAG.float64:
        return this.float64();
      case TAG.text:
        return this.longText();
      case TAG.text16:
        return this.text16();
      case TAG.bigint64:
        return this.view.getBigInt64(this.take(8), true);
      case TAG.bigint:
        return this.bigint();
    }
    if (++this.depth > MAX_DEPTH) throw this.fault(`values are nested deeper than ${MAX_DEPTH} levels`);
    const value = this.composite(tag);
    this.depth--;
    return value;
  }

  private composite(tag: number): unknown {
    switch (tag) {
      case TAG.object:
        return this.object({}, this.count());
      case TAG.bareObject:
        return this.object(Object.create(null) as Target, this.count());
      case TAG.array:
        return this.array(this.count());
      case TAG.shape:
        return this.shape();
      case TAG.row:
        return this.row(this.shapes[this.unsigned()]);
      case TAG.reference:
        return this.reference();
      case TAG.bytes:
        return this.started(this.memory());
      case TAG.view:
        return this.started(this.typed());
      case TAG.buffer: {
        const start = this.take(this.count());
        return this.started(this.copy(start, this.position - start));
      }
      case TAG.map:
        return this.map();
      case TAG.set:
        return this.set();
      default:
        return this.leaf(tag);
    }
  }

  private leaf(tag: number): unknown {
    switch (tag) {
      case TAG.date:
        return this.started(new Date(this.float64()));
      case TAG.regExp: {
        const source = this.text();
        const flags = this.text();
        return this.started(this.attempt(() => new RegExp(source, flags), "a regular expression is not valid"));
      }
      case TAG.url: {
        const href = this.text();
        return this.started(this.attempt(() => new URL(href), "a URL is not valid"));
      }
      case TAG.error:
        return this.error();
      case TAG.temporal:
        return this.started(this.temporalValue());
      case TAG.duration:
        return this.started(this.duration());
      case TAG.payload: {
        const hash = this.text();
        return this.started(new PayloadRef(hash, this.numeric()));
      }
      default:
        throw this.fault(`tag ${tag} is unknown`);
    }
  }

  private attempt<T>(make: () => T, failure: string): T {
    try {
      return make();
    } catch {
      throw this.fault(failure);
    }
  }

  private float64(): number {
    return this.view.getFloat64(this.take(8), true);
  }

  private numeric(): number {
    const value = this.value();
    if (typeof value !== "number") throw this.fault("a number is missing");
    return value;
  }

  private bigint(): bigint {
    const digits = this.text();
    if (digits.length > MAX_BIGINT_DIGITS || !/^-?[0-9a-f]+$/.test(digits)) throw this.fault("a bigint is not valid");
    return digits.startsWith("-") ? -BigInt(`0x${digits.slice(1)}`) : BigInt(`0x${digits}`);
  }

  private text(): string {
    const tag = this.byte();
    if (tag >= SHORT_TEXT && tag < SHORT_OBJECT) return this.shortText(tag & 63);
    if (tag === TAG.text) return this.longText();
    if (tag === TAG.text16) return this.text16();
    throw this.fault("a text is missing");
  }

  private shortText(count: number): string {
    const start = this.take(count);
    const { bytes } = this;
    let sum = count;
    let seen = 0;
    for (let i = start; i < start + count; i++) {
      const code = bytes[i] as number;
      seen |= code;
      sum = (sum * 31 + code) | 0;
    }
    if (seen > 127) throw this.fault("a short text holds more than ASCII");
    if (count > CACHED_TEXT) return ascii(bytes, start, count);
    const slot = (sum ^ (sum >>> 9)) & (CACHE_SIZE - 1);
    const cached = TEXTS[slot];
    if (cached !== undefined && cached.length === count && matches(cached, bytes, start)) return cached;
    const made = ascii(bytes, start, count);
    TEXTS[slot] = made;
    return made;
  }

  private longText(): string {
    const count = this.count();
    const start = this.take(count);
    const part = this.bytes.subarray(start, start + count);
    return this.attempt(() => UTF8.decode(part), "a text is not valid UTF-8");
  }

  private text16(): string {
    const count = this.count();
    const start = this.take(count * 2);
    const parts: string[] = [];
    for (let i = 0; i < count; i++) parts.push(String.fromCharCode(this.view.getUint16(start + i * 2, true)));
    return parts.join("");
  }

  private object(target: Target, count: number): Target {
    this.started(target);
    for (let i = 0; i < count; i++) {
      const key = this.text();
      put(target, key, this.value());
    }
    return target;
  }

  private array(count: number): unknown[] {
    // Grows as items arrive: nested false counts must not reserve memory.
    const items: unknown[] = this.started([]);
    for (let i = 0; i < count; i++) items.push(this.value());
    return items;
  }

  private shape(): Target {
    const count = this.count();
    const keys: string[] = [];
    for (let i = 0; i < count; i++) keys.push(this.text());
    this.shapes.push(keys);
    return this.row(keys);
  }

  private row(keys: string[] | undefined): Target {
    if (keys === undefined) throw this.fault("a row names keys that were not written before");
    const target: Target = this.started({});
    for (let i = 0; i < keys.length; i++) put(target, keys[i] as string, this.value());
    return target;
  }

  private reference(): unknown {
    const number = this.unsigned();
    if (this.objects === undefined || number >= this.objects.length) {
      throw this.fault(`a reference points to object ${number}, which was not written before`);
    }
    return this.objects[number];
  }

  private map(): Map<unknown, unknown> {
    const count = this.count();
    const map = this.started(new Map<unknown, unknown>());
    for (let i = 0; i < count; i++) {
      const key = this.value();
      map.set(key, this.value());
    }
    return map;
  }

  private set(): Set<unknown> {
    const count = this.count();
    const set = this.started(new Set<unknown>());
    for (let i = 0; i < count; i++) set.add(this.value());
    return set;
  }

  private copy(start: number, count: number): ArrayBuffer {
    const buffer = new ArrayBuffer(count);
    new Uint8Array(buffer).set(this.bytes.subarray(start, start + count));
    return buffer;
  }

  private memory(): Uint8Array {
    const count = this.count();
    const start = this.take(count);
    const part = this.bytes.subarray(start, start + count);
    // `subarray` of a subclass such as Node's Buffer would give that subclass.
    return this.views ? new Uint8Array(part.buffer, part.byteOffset, part.byteLength) : new Uint8Array(this.copy(start, count));
  }

  private typed(): ArrayBufferView {
    const View = VIEWS[this.byte()] as ViewConstructor | undefined;
    if (View === undefined) throw this.fault("a kind of array is unknown");
    const count = this.count();
    const start = this.take(count);
    const size = View.BYTES_PER_ELEMENT ?? 1;
    if (count % size !== 0) throw this.fault("an array ends inside an item");
    const offset = this.bytes.byteOffset + start;
    const { buffer } = this.bytes;
    return this.views && offset % size === 0 ? new View(buffer as ArrayBuffer, offset, count / size) : new View(this.copy(start, count), 0, count / size);
  }

  private error(): Error {
    const name = this.text();
    const message = this.text();
    const stack = this.value();
    const Made = (Object.hasOwn(ERRORS, name) ? ERRORS[name] : undefined) ?? Error;
    const error: Error = this.started(new Made(message));
    if (error.name !== name) hide(error, "name", name);
    hide(error, "stack", typeof stack === "string" ? stack : undefined);
    if (this.byte() !== 0) hide(error, "cause", this.value());
    return error;
  }

  private temporalValue(): unknown {
    const type = TEMPORAL_TYPES[this.byte()];
    const iso = this.text();
    if (type === undefined) throw this.fault("a kind of date is unknown");
    const { temporal } = this;
    if (temporal === undefined) return new TemporalText(type, iso);
    return this.attempt(() => temporal[type].from(iso), `${JSON.stringify(iso.slice(0, 80))} is no ${type}`);
  }

  private duration(): unknown {
    const iso = this.text();
    const fields: Record<string, number> = {};
    for (const name of DURATION_FIELDS) fields[name] = this.numeric();
    const { temporal } = this;
    if (temporal === undefined) return new TemporalText("Duration", iso);
    return this.attempt(() => temporal.Duration.from(fields), "a duration is not valid");
  }
}

function put(target: Target, key: string, value: unknown): void {
  if (key !== "__proto__") target[key] = value;
  else Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

function hide(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: false, configurable: true });
}

function matches(text: string, bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}

function ascii(bytes: Uint8Array, start: number, count: number): string {
  return String.fromCharCode.apply(null, bytes.subarray(start, start + count) as unknown as number[]);
}
