import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import type { UploadRef } from "../../protocol/messages.ts";
import { quote } from "../arguments.ts";
import { commonSpec, gather, labelProps, type LabelProps, type Last, type OnChange, type WidgetOptions } from "../widget.ts";
import { readFileTypes, readUploadSize } from "./file-types.ts";
import { type FileRules, uploadedAt } from "./uploaded.ts";

export interface FileUploaderProps extends LabelProps, FileRules {
  multiple?: true | "directory" | undefined;
}

/** What widgets that take a file share. */
export type FileWidgetOptions<V> = OnChange<V> & Omit<WidgetOptions, "bind">;

/** How many files a widget takes. */
type Multiple = boolean | "directory";

export type FileUploaderOptions<M extends Multiple = false> = FileWidgetOptions<Uploads<M>> & {
  /**
   * Which files it takes: endings (`"csv"`), media types (`"image/png"`, `"image/*"`), or the families `"image"`, `"audio"`,
   * `"video"`, `"text"` and `"document"`. Default: any. A help for the person, no proof of what a file holds.
   */
  type?: string | readonly string[] | undefined;
  /** True takes several files, `"directory"` a folder with all that is in it. Default false. */
  acceptMultipleFiles?: M | undefined;
  /** The largest file, in megabytes. Default: `server.maxUploadSize`, which is 200. */
  maxUploadSize?: number | undefined;
};

/** What comes back: one file or null, or a list. */
export type Uploads<M extends Multiple> = M extends false ? File | null : File[];

export const FileUploader = defineKind<FileUploaderProps, UploadRef[]>()("fileUploader", {
  widget: true,
  verbs: {
    upload(widget, ...files: File[]) {
      const more = widget.encode(files);
      widget.setValue(widget.props.multiple ? [...widget.value, ...more] : more.slice(-1));
    },
    remove: (widget, name: string) => widget.setValue(widget.value.filter((file) => file.name !== name)),
    clear: (widget) => widget.setValue([]),
  },
});

/**
 * Shows a field that takes files of the person, chosen or dropped.
 *
 * @param label - What stands above. Markdown.
 * @param type - Which files it takes, such as `"csv"` or `["png", "jpg"]`. Default: any.
 * @param acceptMultipleFiles - True takes several files, `"directory"` whole folders. Default false.
 * @param options - `type`, `acceptMultipleFiles`, `maxUploadSize` in megabytes, `key`, `help`, `onChange`, `args`, `disabled`, `labelVisibility`, `width`, `persistState`.
 * @returns A web `File`, or null while there is none; with `acceptMultipleFiles` a list of files in the order of their arrival.
 * The same object in every run until the person replaces or removes it. Its bytes stay on disk: they are read by `text()`,
 * `arrayBuffer()`, `stream()` and `slice()`, as often as you like. A file is deleted once neither the widget nor session state holds it.
 * @throws AppError for a `type` that is none, or a limit that is no number.
 * @example
 * const file = st.fileUploader("Your data", { type: "csv" });
 * if (file) st.text((await file.text()).slice(0, 80));
 */
export function fileUploader<M extends Multiple = false>(this: Place | void, label: string, ...rest: Last<FileUploaderOptions<M>>): Uploads<M>;
export function fileUploader<M extends Multiple = false>(
  this: Place | void,
  label: string,
  type: string | readonly string[] | undefined,
  ...rest: Last<FileUploaderOptions<M>>
): Uploads<M>;
export function fileUploader<M extends Multiple>(
  this: Place | void,
  label: string,
  type: string | readonly string[] | undefined,
  acceptMultipleFiles: M,
  ...rest: Last<FileUploaderOptions<M>>
): Uploads<M>;
export function fileUploader(this: Place | void, label: string, ...rest: unknown[]): File | File[] | null {
  const command = "st.fileUploader";
  const given = gather<FileUploaderOptions<Multiple>>(["type", "acceptMultipleFiles"], rest);
  const { acceptMultipleFiles: multiple = false } = given;
  if (typeof multiple !== "boolean" && multiple !== "directory") {
    throw new AppError("argument", `${command}: acceptMultipleFiles must be true, false or "directory", not ${quote(multiple)}`);
  }
  const rules: FileRules = { types: readFileTypes(command, "type", given.type), maxUploadSize: readUploadSize(command, given.maxUploadSize) };
  const props: FileUploaderProps = { ...labelProps(command, label, given), ...rules, multiple: multiple || undefined };
  const place = here(this);
  const uploaded = uploadedAt(place, command, rules);
  return place.widget(FileUploader, {
    command,
    identity: [label, given.help, rules.types, rules.maxUploadSize, multiple],
    props,
    initial: [] as UploadRef[],
    decode(wire: unknown): File | File[] | null {
      const files = uploaded.files(wire);
      return multiple ? files : (files.at(-1) ?? null);
    },
    encode: uploaded.refs,
    ...fileSpec(given),
  });
}

/** What the specs of all widgets that take files share. */
export function fileSpec(given: FileWidgetOptions<never>) {
  return { ...commonSpec(given), bind: undefined, assignable: false };
}
