import { checkMedia, isAtHand } from "../../engine/files/media.ts";
import { AppError } from "../../engine/errors/errors.ts";
import { Block } from "../../engine/screen/node.ts";
import { active, here, type Place, targetOf } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { oneOf, quote } from "../arguments.ts";
import { type ButtonOptions, type ButtonProps, buttonProps } from "../button/button.ts";
import { gather, type Last } from "../widget.ts";

export interface DownloadButtonProps extends ButtonProps {
  /** True when the data is made, or can only be read, once: the page asks for it first. */
  deferred?: boolean | undefined;
  /** True when a click does not rerun the script. */
  quiet?: boolean | undefined;
}

/** What can be downloaded. */
export type DownloadContent = string | Blob | ArrayBuffer | ArrayBufferView | ReadableStream | AsyncIterable<string | Uint8Array>;
export type DownloadData = DownloadContent | (() => DownloadContent | Promise<DownloadContent>);

export type DownloadButtonOptions = Omit<ButtonOptions, "onClick" | "args"> & {
  /** Name of the file. Default: the name of a `File`, else `rivulet_download` with the ending of its type. */
  fileName?: string | undefined;
  /** Media type, such as `"text/csv"`. Default: by the file's name, else plain text for texts and unnamed bytes for the rest. */
  mime?: string | undefined;
  /** What a click does besides: `"rerun"` the script (the default), nothing, or this function and a rerun. */
  onClick?: "rerun" | "ignore" | ((...args: never[]) => unknown) | undefined;
  /** What `onClick` gets. */
  args?: readonly unknown[] | undefined;
};

export const DownloadButton = defineKind<DownloadButtonProps, boolean>()("downloadButton", {
  widget: true,
  // Where a click is ignored the page does not tell the script.
  verbs: { click: ({ props, setValue }) => void (props.quiet || setValue(true)) },
});

/**
 * Shows a button that saves a file on the person's machine.
 *
 * @param label - What stands on it. Markdown.
 * @param data - Text, bytes, a `Blob` or `File`, a stream, or a function that makes one of them, also asynchronously, when
 * somebody clicks. Of any size: it stays where it is until it is fetched, and is sent piece by piece.
 * @param fileName - Name of the file. Default: the name of a `File`, else `rivulet_download` with the ending of its type.
 * @param mime - Media type, such as `"text/csv"`. Default: by the name of the file, else by the data.
 * @param options - `fileName`, `mime`, `onClick` (`"rerun"`, `"ignore"` or a function), and those of `st.button`.
 * @returns True in the run that its click caused, false in every other.
 * @throws AppError for data that has no bytes, and what `st.button` throws. What goes wrong in a function is shown at the button.
 * @example
 * st.downloadButton("Save as CSV", () => rows.map((row) => row.join(",")).join("\n"), { fileName: "rows.csv" });
 */
export function downloadButton(this: Place | void, label: string, data: DownloadData, ...rest: Last<DownloadButtonOptions>): boolean;
export function downloadButton(
  this: Place | void,
  label: string,
  data: DownloadData,
  fileName: string | undefined,
  ...rest: Last<DownloadButtonOptions> | [mime: string | undefined, ...Last<DownloadButtonOptions>]
): boolean;
export function downloadButton(this: Place | void, label: string, data: DownloadData, ...rest: unknown[]): boolean {
  const command = "st.downloadButton";
  const given = gather<DownloadButtonOptions>(["fileName", "mime"], rest);
  const { onClick = "rerun", args, key, disabled, fileName, mime, ...looks } = given;
  checkMedia(data, command);
  const name = checkText(command, "fileName", fileName);
  const type = checkText(command, "mime", mime);
  if (typeof onClick !== "function") oneOf(command, "onClick", onClick, ["rerun", "ignore"]);
  const place = here(this);
  const clicked = place.widget(DownloadButton, {
    command,
    key,
    identity: [label, looks.help, name, type],
    props: { ...buttonProps(command, label, looks), deferred: !isAtHand(data) || undefined, quiet: onClick === "ignore" || undefined },
    initial: false,
    decode: (wire) => wire === true,
    trigger: true,
    disabled,
    onChange: typeof onClick === "function" ? () => (args ? (onClick as (...all: unknown[]) => unknown)(...args) : (onClick as () => unknown)()) : undefined,
  });
  offer(place, { data, name: name ?? (data instanceof File ? data.name : undefined), type, command });
  return clicked;
}

/** Keeps the data under the id of the button that was just drawn; shared work has no page to offer it on. */
function offer(place: Place, what: { data: DownloadData; name: string | undefined; type: string | undefined; command: string }): void {
  const { scope, run } = active(place.target);
  const target = targetOf(place.target, scope);
  const node = target instanceof Block ? target.drawn.at(-1) : target.block.drawn[target.index];
  if (node?.ident !== undefined) run?.live?.media.offer(node.ident, what);
}

function checkText(command: string, name: string, text: unknown): string | undefined {
  if (text === undefined || text === null) return undefined;
  // A line break would end the header it travels in.
  if (typeof text === "string" && text.trim() !== "" && ![...text].some((char) => char < " ")) return text;
  throw new AppError("argument", `${command}: ${name} must be text in one line, not ${quote(text)}`);
}
