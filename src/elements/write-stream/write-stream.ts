import { AppError } from "../../engine/errors/errors.ts";
import { active, here, Place, targetOf } from "../../engine/screen/place.ts";
import { owe } from "../../engine/runs/owed.ts";
import { currentCore, type Scope, within } from "../../engine/runs/scope.ts";
import type { Container } from "../index.ts";
import { quote } from "../arguments.ts";
import type { ModelChunk } from "./chunk.ts";
import { type Cut, cutShort, lastWord } from "./cut-short.ts";
import { createPen, type Pen } from "./pen.ts";
import { openSource, type Source, type StreamSource } from "./source.ts";

export interface WriteStreamOptions {
  /** Stands behind the text while it grows; `null` for nothing. Default: a bar. */
  cursor?: string | null | undefined;
  /**
   * Gets the text when the stream ends: at its end, when it fails, and when Stop or a newer interaction cuts it short,
   * with what has come till then. What it puts into `st.sessionState` is there in the next run.
   */
  onEnd?: ((text: string) => unknown) | undefined;
}

/** The joined text of a stream of texts, else a list of what came. */
export type Streamed<T> = [T] extends [string | ModelChunk | Uint8Array] ? string : string | unknown[];

/** Milliseconds a stream that never waits may take before others get their turn. */
const TURN_MS = 16;

/**
 * Writes a stream while it comes: texts and the chunks of language models as one growing text, anything else as
 * `st.write` does. A function in the stream is called.
 *
 * @param stream - An async iterable, a generator, a `ReadableStream`, a `Response` or what else holds a stream as
 *   `textStream`, `fullStream`, `stream` or `body`, a promise of one of them, or a function that makes one. Stop, or a newer
 *   interaction, closes it.
 * @param options - `cursor`, `onEnd`.
 * @returns The whole text; a list when there was more than text.
 * @throws AppError for what is no stream, and what the stream throws.
 * @example
 * const answer = await st.writeStream(client.chat.completions.create({ model, messages, stream: true }));
 */
export function writeStream<T>(this: Place | void, stream: StreamSource<T>, options: WriteStreamOptions = {}): Promise<Streamed<T>> {
  const { cursor, onEnd } = options;
  if (cursor !== undefined && cursor !== null && typeof cursor !== "string") {
    throw new AppError("argument", `st.writeStream: cursor must be text or null, not ${quote(cursor)}`);
  }
  const { scope } = active(here(this).target);
  const place = new Place(targetOf(here(this).target, scope)) as Container;
  const mark = cursor === null ? undefined : (cursor ?? "");
  return owe({ ...scope, target: place.target ?? scope.target }, pour({ scope, pen: createPen(place, mark), stream, onEnd })) as Promise<Streamed<T>>;
}

interface Pouring {
  scope: Scope;
  pen: Pen;
  stream: unknown;
  onEnd: WriteStreamOptions["onEnd"];
}

async function pour({ scope, pen, stream, onEnd }: Pouring): Promise<string | unknown[]> {
  const session = scope.run?.live;
  let source: Source | undefined;
  const cut = cutShort(scope, () => {
    source?.close();
    pen.lift(session);
    if (onEnd) lastWord(session, scope, () => onEnd(pen.text));
  });
  const finish = () => within(scope, () => (pen.lift(session), onEnd?.(pen.text)));
  try {
    const made = within(scope, () => openSource(stream));
    source = "close" in made ? made : await opened(scope, made, cut);
    await drain(scope, source, pen, cut);
  } catch (error) {
    if (cut.isOver()) throw error;
    cut.end();
    source?.close();
    await finish();
    throw error;
  }
  cut.end();
  await finish();
  return pen.result;
}

/** A stream that was promised. */
async function opened(scope: Scope, promise: PromiseLike<unknown>, cut: Cut): Promise<Source> {
  let made: unknown = promise;
  for (;;) {
    made = await cut.until(made as PromiseLike<unknown>);
    const stream = made;
    const next = within(scope, () => openSource(stream));
    if ("close" in next) return next;
    made = next;
  }
}

async function drain(scope: Scope, source: Source, pen: Pen, cut: Cut): Promise<void> {
  const host = currentCore()?.host;
  let since = host?.now() ?? 0;
  for (;;) {
    const step = within(scope, () => source.next());
    const next = "then" in step ? await cut.until(step) : step;
    if (next.done) return;
    within(scope, () => pen.add(next.value));
    if ("then" in step) continue;
    if (!host || host.now() - since < TURN_MS) continue;
    await cut.until(new Promise<void>((done) => void host.after(0, done)));
    since = host.now();
  }
}
