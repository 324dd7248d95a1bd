import { AppError } from "../engine/errors/errors.ts";
import { saySuspicion } from "../engine/errors/said.ts";
import { quote } from "../engine/errors/quote.ts";
import { currentScope } from "../engine/runs/scope.ts";

export { quote } from "../engine/errors/quote.ts";

/**
 * Text as people write it in a script: the indentation all lines share goes, and so do blank lines around it.
 * Anything that is not text is turned into it.
 */
export function cleanText(body: unknown): string {
  const text = String(body);
  if (text.includes(PROMISE)) refusePromise(body);
  if (!text.includes("\n")) return text.trim();
  const lines = text.split("\n");
  let shared = Number.POSITIVE_INFINITY;
  for (const line of lines) if (line.trim() !== "") shared = Math.min(shared, line.length - line.trimStart().length);
  return lines
    .map((line) => (line.trim() === "" ? "" : line.slice(shared)))
    .join("\n")
    .trim();
}

const PROMISE = "[object Promise]";

/** A promise itself is refused; a text that one was put into may be meant so. */
function refusePromise(body: unknown): void {
  const hint = "Await the value first: `${await load()}`.";
  if (typeof body !== "string") throw new AppError("argument", "a promise was given, not the value it will have", { hint });
  const run = currentScope()?.run;
  if (run?.live) saySuspicion(run.live.core, run, `The text contains "${PROMISE}": a promise was put into it, not the value it will have`, hint);
}

/** Refuses what is not among `choices`. */
export function oneOf<T extends string>(command: string, name: string, value: unknown, choices: readonly T[]): T {
  if (choices.includes(value as T)) return value as T;
  const words = choices.map((choice) => JSON.stringify(choice));
  throw new AppError("argument", `${command}: ${name} must be ${words.slice(0, -1).join(", ")} or ${words.at(-1)}, not ${quote(value)}`);
}

const EMOJI = new RegExp("^(?:\\p{RGI_Emoji}|\\p{Extended_Pictographic}\\uFE0F?)$", "v");
const NAMED = /^:(?:material\/[a-z0-9_]+|[a-z0-9_+-]+):$/;

/** Checks an icon: one emoji, `:shortcode:`, `:material/name:` or `"spinner"`. */
export function checkIcon(command: string, icon: unknown): string | undefined {
  if (icon === undefined || icon === null || icon === "") return undefined;
  if (typeof icon === "string") {
    const text = icon.trim();
    if (text === "spinner" || EMOJI.test(text) || NAMED.test(text)) return text;
  }
  const hint = "Names of icons are in lower case with underscores, as in :material/thumb_up:.";
  throw new AppError("argument", `${command}: icon must be one emoji or ":material/name:", not ${quote(icon)}`, { hint });
}

/** Checks a size in pixels or by name. */
export function checkSize(command: string, name: string, size: unknown, words: readonly string[]): void {
  if (size === undefined || words.includes(size as string)) return;
  if (typeof size === "number" && Number.isFinite(size) && size > 0) return;
  const list = words.map((word) => JSON.stringify(word)).join(", ");
  throw new AppError("argument", `${command}: ${name} must be ${list} or a number of pixels above 0, not ${quote(size)}`);
}

/** The width, or what its former name `useContainerWidth` says about it. */
export function widthOf<W>({
  width,
  useContainerWidth,
}: {
  width?: W | undefined;
  useContainerWidth?: boolean | undefined;
}): W | "stretch" | "content" | undefined {
  if (width !== undefined || useContainerWidth === undefined || useContainerWidth === null) return width;
  return useContainerWidth ? "stretch" : "content";
}

export type TextAlignment = "left" | "center" | "right" | "justify";

const ALIGNMENTS = ["left", "center", "right", "justify"] as const;

/** The options all texts share, checked, as their views take them. */
export function textProps(command: string, options: { width?: unknown; textAlignment?: unknown }): { textAlignment?: TextAlignment | undefined } {
  checkSize(command, "width", options.width, ["stretch", "content", "auto"]);
  if (options.textAlignment === undefined) return {};
  const alignment = oneOf(command, "textAlignment", options.textAlignment, ALIGNMENTS);
  return { textAlignment: alignment === "left" ? undefined : alignment };
}

/** Refuses a function where other containers take a body. */
export function noBody(command: string, given: unknown, example: string): void {
  if (typeof given !== "function") return;
  throw new AppError("argument", `${command} takes no body: it returns its containers`, { hint: `Write ${example}.` });
}
