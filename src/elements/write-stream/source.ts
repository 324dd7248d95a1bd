import { AppError } from "../../engine/errors/errors.ts";
import { quote } from "../arguments.ts";
import { classify } from "../write/classify.ts";

type Readable<T> = AsyncIterable<T> | Iterable<T> | ReadableStream<T>;
/** What clients answer with: the stream is a field of it. None is optional, or all would be taken for options. */
type Holder<T> =
  | { readonly body: AsyncIterable<T> | ReadableStream<T> | null }
  | { readonly textStream: AsyncIterable<T> | ReadableStream<T> }
  | { readonly stream: AsyncIterable<T> | ReadableStream<T> | undefined };
type Openable<T> = Readable<T> | Holder<T>;

/**
 * What can be streamed: an iterable, a `ReadableStream`, a `Response` or another answer that holds one as `textStream`,
 * `stream` or `body`, a promise of one, or a function that makes one.
 */
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
  if (isFunction(shape[Symbol.asyncIterator])) return ofIterator((made as AsyncIterable<unknown>)[Symbol.asyncIterator]());
  const held = heldBy(shape);
  if (held) return openSource(held);
  if (isTable(made)) throw noStream(made);
  if (isFunction(shape[Symbol.iterator])) return ofIterator((made as Iterable<unknown>)[Symbol.iterator]());
  throw noStream(made);
}

/** In this order: of an answer with a stream of texts and one of everything, the texts are what is written. */
const HOLDERS = ["textStream", "fullStream", "stream", "body"];

/** The stream that an answer of a client holds. */
function heldBy(shape: Shape): object | undefined {
  for (const name of HOLDERS) {
    const held = shape[name];
    if (typeof held !== "object" || held === null) continue;
    if (isFunction((held as Shape).getReader) || Symbol.asyncIterator in held) return held;
  }
  return undefined;
}

/** Tables of known libraries can often be iterated, but nobody means that. */
function isTable(value: object): boolean {
  if (ArrayBuffer.isView(value)) return true;
  const isStream = Array.isArray(value) || "next" in value;
  return !isStream && classify(value).as === "table";
}

function ofIterator(iterator: Iterator<unknown> | AsyncIterator<unknown>): Source {
  const read = textOfBytes();
  return {
    next() {
      const step = iterator.next();
      return "then" in step ? step.then(read) : read(step);
    },
    close: () => quietly(() => iterator.return?.()),
  };
}

function ofReadable(stream: ReadableStream<unknown>): Source {
  const reader = stream.getReader();
  const read = textOfBytes();
  return {
    next: async () => read((await reader.read()) as IteratorResult<unknown>),
    close: () => quietly(() => reader.cancel()),
  };
}

/** Bytes, as of a response, are read as UTF-8 text; a letter may be spread over two pieces. */
function textOfBytes(): (step: IteratorResult<unknown>) => IteratorResult<unknown> {
  const decoder = new TextDecoder();
  return (step) => {
    const { value } = step;
    if (step.done || !(value instanceof Uint8Array || value instanceof ArrayBuffer)) return step;
    return { done: false, value: decoder.decode(value as Uint8Array<ArrayBuffer>, { stream: true }) };
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
