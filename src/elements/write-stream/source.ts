import { AppError } from "../../engine/errors/errors.ts";
import { quote } from "../arguments.ts";
import { classify } from "../write/classify.ts";

type Openable<T> = AsyncIterable<T> | Iterable<T> | ReadableStream<T> | { readonly body: ReadableStream<T> | null };

/** What can be streamed: an iterable, a `ReadableStream`, a `Response`, a promise of one, or a function that makes one. */
export type StreamSource<T> = Openable<T> | PromiseLike<Openable<T>> | (() => Openable<T> | PromiseLike<Openable<T>>);

/** An opened stream. */
export interface Source {
  next(): IteratorResult<unknown> | PromiseLike<IteratorResult<unknown>>;
  /** Tells whoever makes the stream that nobody listens any more. */
  close(): void;
}

type Shape = Record<string | symbol, unknown>;
const isFunction = (value: unknown): value is (...args: unknown[]) => unknown => typeof value === "function";

/** Calls functions and looks into responses until there is something to read; a promise is handed back to be awaited. */
export function openSource(stream: unknown): Source | PromiseLike<unknown> {
  const made = isFunction(stream) ? stream() : stream;
  if (typeof made === "string" || typeof made !== "object" || made === null) throw noStream(made);
  const shape = made as Shape;
  if (isFunction(shape.then)) return made as PromiseLike<unknown>;
  if (isFunction(shape.getReader)) return ofReadable(made as ReadableStream<unknown>);
  if (isFunction((shape.body as Shape | null | undefined)?.getReader)) return ofReadable(shape.body as ReadableStream<unknown>);
  if (isTable(made)) throw noStream(made);
  if (isFunction(shape[Symbol.asyncIterator])) return ofIterator((made as AsyncIterable<unknown>)[Symbol.asyncIterator]());
  if (isFunction(shape[Symbol.iterator])) return ofIterator((made as Iterable<unknown>)[Symbol.iterator]());
  throw noStream(made);
}

/** Tables of known libraries can often be iterated, but nobody means that. */
function isTable(value: object): boolean {
  if (ArrayBuffer.isView(value)) return true;
  const isStream = Array.isArray(value) || Symbol.asyncIterator in value || "next" in value;
  return !isStream && classify(value).as === "table";
}

function ofIterator(iterator: Iterator<unknown> | AsyncIterator<unknown>): Source {
  return {
    next: () => iterator.next(),
    close: () => quietly(() => iterator.return?.()),
  };
}

/** Bytes, as of a response, are read as UTF-8 text. */
function ofReadable(stream: ReadableStream<unknown>): Source {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  return {
    async next() {
      const { done, value } = await reader.read();
      if (done) return { done: true, value: undefined };
      return { done: false, value: value instanceof Uint8Array ? decoder.decode(value, { stream: true }) : value };
    },
    close: () => quietly(() => reader.cancel()),
  };
}

/** What a source says when it is told to end is of no interest any more. */
function quietly(end: () => unknown): void {
  try {
    const result = end();
    if (isFunction((result as Shape | undefined)?.then)) (result as Promise<unknown>).then(undefined, () => {});
  } catch {
    // As above.
  }
}

function noStream(value: unknown): AppError {
  if (typeof value === "number" || typeof value === "boolean" || value === undefined || value === null) {
    return new AppError("argument", `st.writeStream: ${quote(value)} cannot be iterated`, {
      hint: "Give it a stream: an async generator, a ReadableStream, or what the client of a language model returns.",
    });
  }
  return new AppError("argument", `st.writeStream expects a generator or stream-like object as input, not ${quote(value)}`, {
    hint: "Use st.write for values that are there at once.",
  });
}
