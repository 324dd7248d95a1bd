import type { Place } from "../../engine/screen/place.ts";
import { here, RootPlace, targetOf } from "../../engine/screen/place.ts";
import { currentScope } from "../../engine/runs/scope.ts";
import { defineKind } from "../../protocol/kind.ts";
import type { UploadRef } from "../../protocol/messages.ts";
import { checkSize, oneOf, quote } from "../arguments.ts";
import { AppError } from "../../engine/errors/errors.ts";
import { readSampleRate, type SampleRate } from "../audio-input/audio-input.ts";
import { readFileTypes, readUploadSize } from "../file-uploader/file-types.ts";
import { type FileRules, type Uploaded, uploadedAt } from "../file-uploader/uploaded.ts";
import { readMaxChars } from "../text-input/text-input.ts";
import { gather, type Last } from "../widget.ts";

export interface ChatInputProps extends FileRules {
  placeholder: string;
  maxChars?: number | undefined;
  width?: number | "stretch" | "content" | undefined;
  height?: "stretch" | undefined;
  /** Pixels; it grows with the text. */
  leastHeight?: number | undefined;
  acceptFile?: true | "multiple" | "directory" | undefined;
  /** Set when the microphone may be used: samples per second, or null for what the device gives. */
  audio?: { sampleRate: number | undefined } | undefined;
  submitMode?: "disable" | "stop" | undefined;
}

/** A message as it travels: text alone, or with what came along. */
export type ChatWire = string | { text: string; files: UploadRef[]; audio: UploadRef | null };

type AcceptFile = boolean | "multiple" | "directory";

/** What comes back from a chat input that takes more than text. */
export type ChatInputValue<F extends AcceptFile = true, A extends boolean = true> = { text: string } & (F extends false ? unknown : { files: File[] }) &
  (A extends true ? { audio: File | null } : unknown);

/** Text alone, or an object with text, files and audio where those are taken. */
export type ChatMessageOf<F extends AcceptFile, A extends boolean> = [F, A] extends [false, false] ? string : ChatInputValue<F, A>;

export type ChatInputOptions<F extends AcceptFile = false, A extends boolean = false> = {
  /** Names it, and tells apart fields with equal parameters. */
  key?: string | number | undefined;
  /** The longest message, in characters. Default: any length. */
  maxChars?: number | undefined;
  /** True takes a file with the message, `"multiple"` several, `"directory"` a folder. Default false. */
  acceptFile?: F | undefined;
  /** Which files it takes, as in `st.fileUploader`. Default: any. */
  fileType?: string | readonly string[] | undefined;
  /** The largest file, in megabytes. Default: `server.maxUploadSize`, which is 200. */
  maxUploadSize?: number | undefined;
  /** Lets people speak their message. Default false. */
  acceptAudio?: A | undefined;
  /** Samples per second of what they say; null for what the microphone gives. Default 16000. */
  audioSampleRate?: SampleRate | null | undefined;
  /**
   * What it does while the run of a message goes on: `"submit"` takes the next one, `"disable"` waits, `"stop"` waits and
   * offers to stop the run. Default `"submit"`.
   */
  submitMode?: "submit" | "disable" | "stop" | undefined;
  /** Default false. */
  disabled?: boolean | undefined;
  /** Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
  /** Least height, in pixels or `"stretch"`; it grows with the text. Default `"content"`, one line. */
  height?: number | "stretch" | "content" | undefined;
} & (
  | { onSubmit?: ((message: ChatMessageOf<F, A>) => unknown) | undefined; args?: undefined }
  // biome-ignore lint/suspicious/noExplicitAny: takes whatever args holds
  | { onSubmit: (...args: any[]) => unknown; args: readonly unknown[] }
);

export const ChatInput = defineKind<ChatInputProps, ChatWire | null>()("chatInput", {
  widget: true,
  verbs: {
    input: (widget, text: string) => widget.setValue(typeof widget.value === "object" && widget.value ? { ...widget.value, text } : text),
    upload(widget, ...files: File[]) {
      const before = partsOf(widget.value);
      const { files: more } = partsOf(widget.encode({ files }));
      widget.setValue({ ...before, files: widget.props.acceptFile === true ? more.slice(-1) : [...before.files, ...more] });
    },
    record: (widget, audio: File) => widget.setValue({ ...partsOf(widget.value), audio: partsOf(widget.encode({ audio })).audio }),
  },
});

const nothing = { text: "", files: [], audio: null };

function partsOf(wire: ChatWire | null): Exclude<ChatWire, string> {
  if (typeof wire === "string") return { ...nothing, text: wire };
  return wire ?? nothing;
}

/**
 * Shows a field for messages. Called by the script itself it stays at the foot of the page; in a container, tab or
 * sidebar it stands there.
 *
 * @param placeholder - Shown while it is empty. Default `"Your message"`.
 * @param options - `key`, `maxChars`, `acceptFile`, `fileType`, `maxUploadSize`, `acceptAudio`, `audioSampleRate`, `submitMode`,
 * `disabled`, `onSubmit` (gets the message, or `args`), `width`, `height`.
 * @returns The message in the one run that its sending caused, else null. With `acceptFile` or `acceptAudio` it is an object:
 * `text`, `files` (a list) and `audio` (a `File` or null). Files are kept as long as session state holds them.
 * @throws AppError inside a form, and for a `maxChars`, `acceptFile`, `fileType`, `audioSampleRate` or `submitMode` that is none.
 * @example
 * const prompt = st.chatInput("Ask me anything", { acceptFile: "multiple" });
 * if (prompt) st.chatMessage("user", () => st.write(prompt.text, prompt.files.length));
 */
export function chatInput<F extends AcceptFile = false, A extends boolean = false>(
  this: Place | void,
  ...rest: Last<ChatInputOptions<F, A>>
): ChatMessageOf<F, A> | null;
export function chatInput<F extends AcceptFile = false, A extends boolean = false>(
  this: Place | void,
  placeholder: string,
  ...rest: Last<ChatInputOptions<F, A>>
): ChatMessageOf<F, A> | null;
export function chatInput(this: Place | void, ...given: unknown[]): unknown {
  const command = "st.chatInput";
  const options = gather<{ placeholder?: string } & ChatInputOptions<AcceptFile, boolean>>(["placeholder"], given);
  const { key, disabled, onSubmit, args } = options;
  const props = readProps(command, options);
  const place = footOr(here(this));
  const parts: Parts = { attached: uploadedAt(place, command, props), spoken: uploadedAt(place, command) };
  const isPlain = !props.acceptFile && !props.audio;
  return place.widget(ChatInput, {
    command,
    key,
    identity: [props.placeholder, props.maxChars, props.acceptFile, props.types, props.maxUploadSize, props.audio !== undefined],
    props,
    initial: null,
    decode: (wire: unknown): unknown => (isPlain ? plainText(wire, props.maxChars) : withParts(wire, props, parts)),
    encode: (value: unknown) => (isPlain ? value : wireOf(value, parts)),
    trigger: true,
    disabled,
    onChange: onSubmit as ((message: unknown) => unknown) | undefined,
    args,
  });
}

function readProps(command: string, options: { placeholder?: string } & ChatInputOptions<AcceptFile, boolean>): ChatInputProps {
  const { placeholder = "Your message", width, height, acceptFile = false, acceptAudio = false, submitMode = "submit" } = options;
  if (typeof placeholder !== "string") throw new AppError("argument", `${command}: placeholder must be text, not ${quote(placeholder)}`);
  checkSize(command, "width", width, ["stretch", "content"]);
  checkSize(command, "height", height, ["stretch", "content"]);
  if (typeof acceptFile !== "boolean") oneOf(command, "acceptFile", acceptFile, ["multiple", "directory"]);
  if (typeof acceptAudio !== "boolean") throw new AppError("argument", `${command}: acceptAudio must be true or false, not ${quote(acceptAudio)}`);
  oneOf(command, "submitMode", submitMode, ["submit", "disable", "stop"]);
  const sampleRate = readSampleRate(command, "audioSampleRate", options.audioSampleRate);
  return {
    placeholder,
    maxChars: readMaxChars(command, options.maxChars),
    width,
    height: height === "stretch" ? height : undefined,
    leastHeight: typeof height === "number" ? height : undefined,
    acceptFile: acceptFile || undefined,
    types: readFileTypes(command, "fileType", options.fileType),
    maxUploadSize: readUploadSize(command, options.maxUploadSize),
    audio: acceptAudio ? { sampleRate } : undefined,
    submitMode: submitMode === "submit" ? undefined : submitMode,
  };
}

/** The foot of the page for what would stand in the page itself. */
function footOr(place: Place): Place {
  const scope = currentScope();
  const main = scope?.run?.live?.screen.roots.main;
  return scope && main && targetOf(place.target, scope) === main ? new RootPlace("bottom") : place;
}

function plainText(wire: unknown, most: number | undefined): string | null {
  if (typeof wire !== "string") return null;
  return most === undefined || wire.length <= most ? wire : wire.slice(0, most);
}

/** Where the files of a message come from; what is spoken is not bound to their types. */
interface Parts {
  attached: Uploaded;
  spoken: Uploaded;
}

function withParts(wire: unknown, { maxChars, acceptFile, audio }: ChatInputProps, { attached, spoken }: Parts): object | null {
  if (typeof wire !== "string" && (typeof wire !== "object" || wire === null)) return null;
  const parts = partsOf(wire as ChatWire);
  const files = acceptFile ? attached.files(parts.files) : [];
  return {
    text: plainText(parts.text, maxChars) ?? "",
    ...(acceptFile ? { files: acceptFile === true ? files.slice(-1) : files } : {}),
    ...(audio ? { audio: spoken.file(parts.audio) } : {}),
  };
}

/** A message that a test sends. */
function wireOf(value: unknown, { attached, spoken }: Parts): ChatWire | null {
  if (value === null || typeof value === "string") return value;
  const { text = "", files, audio } = value as { text?: string; files?: File[]; audio?: File | null };
  return { text, files: attached.refs(files), audio: audio ? (spoken.refs(audio)[0] ?? null) : null };
}
