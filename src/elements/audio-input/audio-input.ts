import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import type { UploadRef } from "../../protocol/messages.ts";
import { quote } from "../arguments.ts";
import { fileSpec, type FileWidgetOptions } from "../file-uploader/file-uploader.ts";
import { uploadedAt } from "../file-uploader/uploaded.ts";
import { labelProps, type LabelProps, type Last } from "../widget.ts";

export interface AudioInputProps extends LabelProps {
  /** Samples per second; absent for what the device gives. */
  sampleRate?: number | undefined;
}

export type SampleRate = 8000 | 11_025 | 16_000 | 22_050 | 24_000 | 32_000 | 44_100 | 48_000;

export type AudioInputOptions = FileWidgetOptions<File | null> & {
  /** Samples per second, from 8000 to 48000; null for what the microphone gives. Default 16000, which suits the recognition of speech. */
  sampleRate?: SampleRate | null | undefined;
};

export const AudioInput = defineKind<AudioInputProps, UploadRef[]>()("audioInput", {
  widget: true,
  verbs: {
    upload: (widget, recording: File) => widget.setValue(widget.encode(recording)),
    clear: (widget) => widget.setValue([]),
  },
});

const RATES: readonly unknown[] = [8000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000];

/**
 * Shows a recorder for the person's microphone.
 *
 * @param label - What stands above. Markdown.
 * @param options - `sampleRate` in hertz, `key`, `help`, `onChange`, `args`, `disabled`, `labelVisibility`, `width`, `persistState`.
 * @returns The recording as a web `File` (WAV, one channel, 16 bits), or null while there is none.
 * @throws AppError for a sample rate that is not among the usual ones.
 * @example
 * const speech = st.audioInput("Say something");
 * if (speech) st.write(`${speech.name}: ${speech.size} bytes`);
 */
export function audioInput(this: Place | void, label: string, ...rest: Last<AudioInputOptions>): File | null {
  const command = "st.audioInput";
  const given = rest[0] ?? {};
  const place = here(this);
  const uploaded = uploadedAt(place, command);
  return place.widget(AudioInput, {
    command,
    identity: [label, given.help, given.sampleRate],
    props: { ...labelProps(command, label, given), sampleRate: readSampleRate(command, "sampleRate", given.sampleRate) } satisfies AudioInputProps,
    initial: [] as UploadRef[],
    decode: (wire: unknown): File | null => uploaded.files(wire).at(-1) ?? null,
    encode: uploaded.refs,
    ...fileSpec(given),
  });
}

/** Checks a sample rate; undefined for what the device gives. */
export function readSampleRate(command: string, name: string, rate: unknown = 16_000): number | undefined {
  if (rate === null) return undefined;
  if (RATES.includes(rate)) return rate as number;
  throw new AppError("argument", `${command}: ${name} must be one of ${RATES.join(", ")}, or null for what the microphone gives, not ${quote(rate)}`);
}
