import { AppError } from "../../engine/errors/errors.ts";
import { withTwins } from "../../protocol/file-types.ts";
import { quote } from "../arguments.ts";

const FAMILIES = new Set(["image", "audio", "video", "text"]);
const DOCUMENTS = [".pdf", ".doc", ".docx", ".odt", ".rtf", ".txt", ".md", ".ppt", ".pptx", ".odp", ".xls", ".xlsx", ".ods", ".csv"];

/**
 * Reads the types of files that a widget takes.
 *
 * @param command - What messages call it, such as `st.fileUploader`.
 * @param name - Name of the argument.
 * @param types - An ending (`"csv"`, `".csv"`), a media type (`"image/png"`, `"image/*"`), a family (`"image"`), or a list.
 * @returns Endings with their dot and media types, in lower case, sister endings added; undefined for any file.
 * @throws AppError for anything else.
 * @example readFileTypes("st.fileUploader", "type", ["JPG", "text"]) // [".jpg", "text/*", ".jpeg"]
 */
export function readFileTypes(command: string, name: string, types: unknown): string[] | undefined {
  if (types === undefined || types === null) return undefined;
  const list: unknown[] = Array.isArray(types) ? types : [types];
  const read = list.flatMap((given) => {
    const type = typeof given === "string" ? given.trim().toLowerCase() : "";
    if (typeof given !== "string" || type.includes(",")) {
      throw new AppError(
        "argument",
        `${command}: ${name} must be an ending such as "csv", a media type such as "image/*", or a list of them, not ${quote(given)}`,
        {
          hint: `Write { ${name}: ["csv", "txt"] }.`,
        },
      );
    }
    if (type === "") return [];
    if (FAMILIES.has(type)) return [`${type}/*`];
    if (type === "document") return DOCUMENTS;
    return [type.includes("/") || type.startsWith(".") ? type : `.${type}`];
  });
  return read.length === 0 ? undefined : withTwins(read);
}

/** Checks a limit in megabytes. */
export function readUploadSize(command: string, megabytes: unknown): number | undefined {
  if (megabytes === undefined || megabytes === null) return undefined;
  if (Number.isInteger(megabytes) && (megabytes as number) > 0) return megabytes as number;
  throw new AppError("argument", `${command}: maxUploadSize must be a whole number of megabytes above 0, not ${quote(megabytes)}`, {
    hint: "Leave it out for the limit of server.maxUploadSize.",
  });
}
