import type { RerunRequest, UploadRef, WireValue } from "../../protocol/messages.ts";
import { AppError } from "../errors/errors.ts";
import type { SessionUploads } from "../host.ts";
import type { Session } from "../sessions/session.ts";

/** Values looked at, at most, to find out whether session state still holds a file. */
const MOST_LOOKED_AT = 100_000;
const NOWHERE: SessionUploads = { get: () => undefined, release() {} };

/** Checks what a page says of a file. */
export function isUploadRef(value: unknown): value is UploadRef {
  return typeof value === "object" && value !== null && typeof (value as UploadRef).upload === "string";
}

/** The files inside a widget's value: a list of them, or a message that carries some. */
function* refsIn(wire: WireValue): Generator<UploadRef> {
  if (Array.isArray(wire)) yield* wire.filter(isUploadRef);
  else if (typeof wire === "object" && wire !== null) {
    const { files, audio } = wire as { files?: unknown; audio?: unknown };
    if (Array.isArray(files)) yield* files.filter(isUploadRef);
    if (isUploadRef(audio)) yield audio;
  }
}

/**
 * Uploaded files of a session: what the script gets for them, and how long they are kept. A file stays while a
 * widget stands at it, or session state holds it; after the run that lets go of it, it is released.
 */
export class Uploads {
  private readonly store: SessionUploads;
  /** Those the page has reported in some value. */
  private readonly reported = new Set<string>();
  private readonly refs = new WeakMap<File, UploadRef>();

  constructor(
    private readonly session: Session,
    store: SessionUploads | undefined,
  ) {
    this.store = store ?? NOWHERE;
  }

  /** The file behind a part of a widget's value; undefined when it is none, or gone. */
  read(ref: unknown): File | undefined {
    if (!isUploadRef(ref)) return undefined;
    const file = this.store.get(ref.upload);
    if (file) this.refs.set(file, ref);
    return file;
  }

  /**
   * How a file travels.
   *
   * @throws AppError for files that were not uploaded, where the host cannot take them in.
   */
  refOf(file: unknown): UploadRef {
    if (!(file instanceof File)) throw new AppError("argument", `a file must be a File, not ${typeof file}`, { hint: 'Write new File(["text"], "name.txt").' });
    const known = this.refs.get(file);
    if (known && this.store.get(known.upload) === file) return known;
    if (!this.store.add) throw new AppError("argument", `the file ${file.name} was not uploaded by a person`);
    const ref = { upload: this.store.add(file), name: file.name, size: file.size, type: file.type };
    this.refs.set(file, ref);
    return ref;
  }

  /** A page, or another engine's session, names these. */
  note({ values = {}, triggers = {} }: Pick<RerunRequest, "values" | "triggers">): void {
    for (const wire of [...Object.values(values), ...Object.values(triggers)]) for (const { upload } of refsIn(wire)) this.reported.add(upload);
  }

  /** Releases what was reported once and is held by nothing now. */
  sweep(): void {
    const { session } = this;
    // What waits for a run may name files of its own; the end of that run sweeps again.
    if (this.reported.size === 0 || session.inbox.isWaiting || session.fragments.isBusy) return;
    const loose = new Set(this.reported);
    for (const wire of session.widgets.wires().values()) for (const { upload } of refsIn(wire)) loose.delete(upload);
    if (loose.size === 0) return;
    const held = filesIn(session.widgets.entries().values());
    for (const upload of loose) {
      const file = this.store.get(upload);
      if (held === "too many" || (file && held.has(file))) continue;
      this.reported.delete(upload);
      this.store.release(upload);
    }
  }

  /** The person took back a file: unless a value of the script names it, it goes at once. */
  discard(upload: string): void {
    if (!this.reported.has(upload)) this.store.release(upload);
  }
}

/** All files that can be reached from some values. */
function filesIn(values: Iterable<unknown>): Set<File> | "too many" {
  const files = new Set<File>();
  const seen = new Set<object>();
  const waiting: unknown[] = [...values];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    if (seen.size >= MOST_LOOKED_AT) return "too many";
    seen.add(value);
    if (value instanceof File) files.add(value);
    else if (value instanceof Map) waiting.push(...value.keys(), ...value.values());
    else if (value instanceof Set) waiting.push(...value);
    else if (!ArrayBuffer.isView(value)) for (const part of ownValues(value)) waiting.push(part);
  }
  return files;
}

/** Values of an object's own fields; what a getter would compute is not asked for. */
function ownValues(value: object): unknown[] {
  if (Array.isArray(value)) return value;
  try {
    return Object.values(Object.getOwnPropertyDescriptors(value)).map((field): unknown => field.value);
  } catch {
    return [];
  }
}
