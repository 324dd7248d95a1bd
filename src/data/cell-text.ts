import { TemporalText } from "../protocol/temporal.ts";
import type { Cell } from "./table.ts";

/** A cell as plain text: dates as ISO text, lists and objects as JSON, bytes in hexadecimal. Null is empty. */
export function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (cell instanceof Uint8Array) return Array.from(cell, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return typeof cell === "object" && !(cell instanceof TemporalText) ? JSON.stringify(cell) : String(cell);
}
