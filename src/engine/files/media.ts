import { AppError } from "../errors/errors.ts";
import { quote } from "../errors/quote.ts";
import type { OpenedMedia, PreparedMedia } from "../host.ts";
import { callOutside, untilDrawn } from "../runs/outside-call.ts";
import type { Session } from "../sessions/session.ts";

/** What an element offers for download or display. */
export interface Offer {
  /** Text, bytes, a Blob, a stream; or a function that makes one of them when it is asked for. */
  data: unknown;
  name: string | undefined;
  type: string | undefined;
  /** What messages call the element, such as `st.downloadButton`. */
  command: string;
}

interface Kept {
  offer: Offer;
  /** Runs since the element was last on the page. */
  idle: number;
}

/** How long something made on demand waits to be fetched. */
const READY_MS = 120_000;
const CHUNK_BYTES = 262_144;

/** True for data that can be handed out as often as somebody asks, without the script's doing. */
export function isAtHand(data: unknown): boolean {
  return typeof data === "string" || data instanceof Blob || data instanceof ArrayBuffer || ArrayBuffer.isView(data);
}

/** What the elements of a session offer beside the protocol, by the ids of their widgets. */
export class Media {
  private readonly offers = new Map<string, Kept>();
  private readonly ready = new Map<string, Offer>();

  constructor(private readonly session: Session) {}

  /** An element was drawn that offers something; what it offered before is forgotten. */
  offer(name: string, offer: Offer): void {
    this.offers.set(name, { offer, idle: 0 });
  }

  /** A run is over. A link outlives its element by one run: the click on it may have caused the run without it. */
  runOver(): void {
    for (const [name, kept] of this.offers) {
      if (this.session.widgets.drawnAs(name)) kept.idle = 0;
      else if (++kept.idle > 1) this.offers.delete(name);
    }
  }

  async open(name: string): Promise<OpenedMedia | undefined> {
    const offer = this.ready.get(name) ?? (await this.find(name));
    if (!offer || typeof offer.data === "function") return undefined;
    // A stream can be read once.
    if (!isAtHand(offer.data)) this.ready.delete(name);
    return opened(offer);
  }

  async prepare(name: string): Promise<PreparedMedia> {
    const offer = await this.find(name);
    if (!offer) return undefined;
    try {
      const data = typeof offer.data === "function" ? await callOutside(this.session, "media", offer.data as () => unknown) : offer.data;
      const { host } = this.session.core;
      const id = `ready-${host.randomId()}`;
      this.ready.set(id, { ...offer, name: offer.name ?? (data instanceof File ? data.name : undefined), data: readable(data, offer.command) });
      host.after(READY_MS, () => void this.ready.delete(id));
      // The stream of this call is taken; the next click needs another one.
      if (data === offer.data) this.offers.set(name, { offer: { ...offer, data: () => spent(offer.command) }, idle: 0 });
      return { ready: id };
    } catch (error) {
      const { core } = this.session;
      const report = core.reports.make(error, undefined);
      core.host.log("error", core.reports.describe(error, report));
      return { error: core.reports.redact(report) };
    }
  }

  private async find(name: string): Promise<Offer | undefined> {
    await untilDrawn(this.session);
    return this.offers.get(name)?.offer;
  }
}

function spent(command: string): never {
  throw new AppError("argument", `${command}: the stream was read already`, { hint: "Give a function that opens a new stream: () => openStream()." });
}

function isIterable(data: unknown): data is AsyncIterable<unknown> {
  return typeof data === "object" && data !== null && typeof (data as { [Symbol.asyncIterator]?: unknown })[Symbol.asyncIterator] === "function";
}

/** Refuses what has no bytes. */
export function checkMedia(data: unknown, command: string): void {
  if (isAtHand(data) || typeof data === "function" || data instanceof ReadableStream || isIterable(data)) return;
  throw new AppError(
    "argument",
    `${command}: data must be text, bytes, a Blob, a File, a stream or a function that makes one of them, not ${data instanceof Promise ? "a promise" : quote(data)}`,
    {
      hint: data instanceof Promise ? "Await it first, or give the function: () => load()." : "For an object, write JSON.stringify(data).",
    },
  );
}

function readable(data: unknown, command: string): unknown {
  if (typeof data === "function") throw new AppError("argument", `${command}: the function for data must return the data, not another function`);
  checkMedia(data, command);
  return data;
}

function opened({ data, name, type }: Offer): OpenedMedia {
  const isText = typeof data === "string";
  if (data instanceof Blob) {
    return {
      name,
      type: type ?? (data.type || undefined),
      isText,
      size: data.size,
      read: (start = 0, end = data.size) => data.slice(start, end).stream() as ReadableStream<Uint8Array>,
    };
  }
  if (isAtHand(data)) {
    const bytes = bytesOf(data as string | ArrayBuffer | ArrayBufferView);
    return { name, type, isText, size: bytes.length, read: (start = 0, end = bytes.length) => streamOf(bytes.subarray(start, end)) };
  }
  return { name, type, isText, size: undefined, read: () => bytesOnly(data as AsyncIterable<unknown>) };
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Uint8Array {
  if (typeof data === "string") return new TextEncoder().encode(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/** Pieces of their own, so that whoever sends them on may give their memory away. */
function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, (at += CHUNK_BYTES)));
    },
  });
}

/** A stream of the script's, with its texts as bytes. */
function bytesOnly(source: AsyncIterable<unknown> | ReadableStream<unknown>): ReadableStream<Uint8Array> {
  const steps = isIterable(source) ? source[Symbol.asyncIterator]() : stepsOf(source);
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await steps.next();
      if (done) return controller.close();
      if (typeof value !== "string" && !isBytes(value)) throw new TypeError("a stream for download must yield texts or bytes");
      controller.enqueue(bytesOf(value).slice());
    },
    async cancel() {
      await steps.return?.();
    },
  });
}

const isBytes = (value: unknown): value is ArrayBuffer | ArrayBufferView => value instanceof ArrayBuffer || ArrayBuffer.isView(value);

/** Streams of some browsers are no iterables. */
function stepsOf(stream: ReadableStream<unknown>): AsyncIterator<unknown> {
  const reader = stream.getReader();
  return {
    next: async () => {
      const { done, value } = await reader.read();
      return done ? { done: true, value: undefined } : { done: false, value };
    },
    return: async () => {
      await reader.cancel();
      return { done: true, value: undefined };
    },
  };
}
