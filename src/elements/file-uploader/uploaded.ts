import { AppError } from "../../engine/errors/errors.ts";
import { active, type Place } from "../../engine/screen/place.ts";
import type { Uploads } from "../../engine/files/uploads.ts";
import { isOfType } from "../../protocol/file-types.ts";
import type { UploadRef } from "../../protocol/messages.ts";

/** What files a widget takes. */
export interface FileRules {
  types?: readonly string[] | undefined;
  /** Megabytes of one file, at most; undefined for the server's own limit. */
  maxUploadSize?: number | undefined;
}

const MEGABYTE = 1_048_576;

/** Turns uploaded files into what travels, and back. */
export interface Uploaded {
  /** The files behind parts of a value, as far as they are there and of a type that is taken. */
  files(refs: unknown): File[];
  file(ref: unknown): File | null;
  /** How files travel that code, such as a test, has at hand. Throws AppError for what the widget does not take. */
  refs(files: unknown): UploadRef[];
}

/** Uploads of the session that draws at a place. */
export function uploadedAt(place: Place, command: string, rules: FileRules = {}): Uploaded {
  const uploads = active(place.target).run?.live?.uploads;
  const file = (ref: unknown): File | null => {
    const found = uploads?.read(ref);
    return found && isOfType(rules.types, found.name, found.type) ? found : null;
  };
  return {
    file,
    files: (refs) => (Array.isArray(refs) ? refs.map(file).filter((one) => one !== null) : []),
    refs: (files) => listOf(files).map((one) => refTo(one, uploads, command, rules)),
  };
}

function listOf(files: unknown): unknown[] {
  if (files === null || files === undefined) return [];
  return Array.isArray(files) ? files : [files];
}

function refTo(file: unknown, uploads: Uploads | undefined, command: string, { types, maxUploadSize }: FileRules): UploadRef {
  if (!uploads) throw new AppError("argument", `${command}: no files can be taken here`);
  if (file instanceof File) {
    if (!isOfType(types, file.name, file.type)) throw new AppError("argument", `${command}: ${file.name} is not of the types taken, ${types?.join(", ")}`);
    if (maxUploadSize !== undefined && file.size > maxUploadSize * MEGABYTE) {
      throw new AppError("argument", `${command}: ${file.name} is larger than the ${maxUploadSize} MB that are taken`);
    }
  }
  return uploads.refOf(file);
}
