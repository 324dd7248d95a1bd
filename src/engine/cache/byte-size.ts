import { AppError } from "../errors/errors.ts";
import { quote } from "../errors/quote.ts";

const UNITS: Readonly<Record<string, number>> = { b: 1, kb: 2 ** 10, mb: 2 ** 20, gb: 2 ** 30, tb: 2 ** 40 };

/**
 * Reads an amount of memory: bytes, or a text with a unit. Units are powers of 1024, `MB` as well as `MiB`.
 *
 * @param name What it is for, in errors.
 * @returns Whole bytes.
 * @throws AppError when it is neither.
 * @example bytesOf("st.cacheData: maxSize", "1.5MB") // 1572864
 */
export function bytesOf(name: string, size: number | string): number {
  const bytes = typeof size === "string" ? textBytes(size) : size;
  if (typeof bytes === "number" && Number.isSafeInteger(bytes) && bytes > 0) return bytes;
  throw new AppError("argument", `${name} must be a whole number of bytes above 0 or a text with a unit, not ${quote(size)}`, {
    hint: 'Write 500_000_000, "500MB" or "1.5GiB".',
  });
}

function textBytes(text: string): number {
  const [, amount, unit = ""] = /^\s*(\d+(?:\.\d*)?|\.\d+)\s*([kmgt]?i?b)\s*$/i.exec(text) ?? [];
  const factor = UNITS[unit.toLowerCase().replace("i", "")];
  return amount === undefined || factor === undefined ? Number.NaN : Math.floor(Number(amount) * factor);
}
