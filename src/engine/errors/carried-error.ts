import { CodecError, encode } from "../../protocol/codec.ts";
import type { ErrorReport } from "../../protocol/messages.ts";
import type { EngineCore } from "../engine.ts";
import { readable } from "./errors.ts";
import { carryReport, mappedStack } from "../modules/carried-report.ts";

/** What was thrown, as plain data that any thread can take up. */
interface PackedError {
  thrown: unknown;
  /** Fields that the error has besides its name and message: codes, causes of libraries, hints. */
  fields: Record<string, unknown>;
  /** Where it was thrown, in the author's own lines. */
  report: ErrorReport;
}

const isEncodable = (value: unknown): boolean => {
  try {
    encode(value, { references: true });
    return true;
  } catch (error) {
    if (error instanceof CodecError) return false;
    throw error;
  }
};

function fieldsOf(error: Error): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(error)) if (key !== "name" && isEncodable(value)) fields[key] = value;
  return fields;
}

/**
 * Makes an error ready to leave its thread or its engine.
 *
 * @returns Bytes for `unpackError`; never throws.
 */
export function packError(raw: unknown, core: EngineCore): Uint8Array {
  const report = core.reports.make(raw, undefined);
  const thrown = readable(raw);
  try {
    const fields = thrown instanceof Error ? fieldsOf(thrown) : {};
    const kept = isEncodable(thrown) ? thrown : Object.assign(new Error(report.message), { name: report.name });
    return encode({ thrown: kept, fields, report } satisfies PackedError, { references: true });
  } catch {
    // Getters of an error may throw whenever they like.
    return encode({ thrown: Object.assign(new Error(report.message), { name: report.name }), fields: {}, report } satisfies PackedError);
  }
}

/**
 * The error again, with the frames it had where it was thrown.
 *
 * @param caller An error made where the work was asked for: its frames come after those of the work.
 */
export function unpackError(bytes: Uint8Array, core: EngineCore, caller?: Error): unknown {
  const { thrown, fields, report } = core.decodeState(bytes) as PackedError;
  if (!(thrown instanceof Error)) return thrown;
  Object.assign(thrown, fields);
  const more = caller ? (core.reports.make(caller, undefined).frames ?? []) : [];
  const whole = { ...report, frames: [...(report.frames ?? []), ...more] };
  Object.defineProperty(thrown, "stack", { value: mappedStack(whole), writable: true, configurable: true });
  carryReport(thrown, whole);
  return thrown;
}
