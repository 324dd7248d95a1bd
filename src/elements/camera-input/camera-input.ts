import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import type { UploadRef } from "../../protocol/messages.ts";
import { oneOf } from "../arguments.ts";
import { fileSpec, type FileWidgetOptions } from "../file-uploader/file-uploader.ts";
import { uploadedAt } from "../file-uploader/uploaded.ts";
import { labelProps, type LabelProps, type Last } from "../widget.ts";

export type CameraResolution = "480p" | "720p" | "1080p";

export interface CameraInputProps extends LabelProps {
  /** Height that is asked of the camera, in pixels. */
  lines?: number | undefined;
}

export type CameraInputOptions = FileWidgetOptions<File | null> & {
  /** Height of the picture that is asked of the camera; it gives what it has. Default: as large as the field. */
  resolution?: CameraResolution | null | undefined;
};

export const CameraInput = defineKind<CameraInputProps, UploadRef[]>()("cameraInput", {
  widget: true,
  verbs: {
    upload: (widget, picture: File) => widget.setValue(widget.encode(picture)),
    clear: (widget) => widget.setValue([]),
  },
});

const RESOLUTIONS = ["480p", "720p", "1080p"] as const;

/**
 * Shows the picture of the person's camera, with a button that takes a photo. The camera is only asked for where this is drawn.
 *
 * @param label - What stands above. Markdown.
 * @param options - `resolution`, `key`, `help`, `onChange`, `args`, `disabled`, `labelVisibility`, `width`, `persistState`.
 * @returns The photo as a web `File` (JPEG), or null while there is none.
 * @throws AppError for a resolution that is not among the three.
 * @example
 * const photo = st.cameraInput("Your face");
 * if (photo) st.write(`A picture of ${photo.size} bytes`);
 */
export function cameraInput(this: Place | void, label: string, ...rest: Last<CameraInputOptions>): File | null {
  const command = "st.cameraInput";
  const given = rest[0] ?? {};
  const { resolution } = given;
  if (resolution !== undefined && resolution !== null) oneOf(command, "resolution", resolution, RESOLUTIONS);
  const place = here(this);
  const uploaded = uploadedAt(place, command);
  return place.widget(CameraInput, {
    command,
    identity: [label, given.help],
    props: { ...labelProps(command, label, given), lines: resolution ? Number.parseInt(resolution, 10) : undefined } satisfies CameraInputProps,
    initial: [] as UploadRef[],
    decode: (wire: unknown): File | null => uploaded.files(wire).at(-1) ?? null,
    encode: uploaded.refs,
    ...fileSpec(given),
  });
}
