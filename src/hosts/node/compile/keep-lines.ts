import { decodedMappings, TraceMap } from "@jridgewell/trace-mapping";
import remapping from "@jridgewell/remapping";
import MagicString from "magic-string";
import { parseSync } from "oxc-parser";

import { MODULE_PARAMETERS } from "../../../engine/host.ts";

/** Offsets between which a line break is part of a text or ends a comment, so that it must stay as it is. */
type Range = readonly [start: number, end: number];

const WRAPPER = `async (${MODULE_PARAMETERS.join(", ")}) => {`;

function untouchable(code: string): Range[] {
  const { program, comments } = parseSync("module.js", `${WRAPPER}${code}\n}`, { lang: "js", sourceType: "script" });
  const ranges: Range[] = comments.map(({ type, start, end }) => [start, type === "Line" ? end + 1 : end]);
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (typeof node !== "object" || node === null || Array.isArray(node)) return;
    const { type, start, end } = node as { type?: string; start: number; end: number };
    if (type === "TemplateElement") ranges.push([start, end]);
    else for (const value of Object.values(node)) visit(value);
  };
  visit(program.body);
  return ranges.map(([start, end]): Range => [start - WRAPPER.length, end - WRAPPER.length]).toSorted((a, b) => a[0] - b[0]);
}

/** The longest choice of anchors whose lines never go back; what was moved up or down by the compiler falls out. */
function ascending(anchors: readonly { at: number; line: number }[]): Map<number, number> {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, { line }] of anchors.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((anchors[tails[middle] as number] as { line: number }).line <= line) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (tails[low - 1] as number);
    tails[low] = index;
  }
  const chosen = new Map<number, number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] as number) {
    const { at, line } = anchors[index] as { at: number; line: number };
    chosen.set(at, line);
  }
  return chosen;
}

/**
 * Lays compiled code out so that every statement starts on the line it has in the source: a breakpoint then holds in
 * a debugger that reads the map, and in one that does not.
 *
 * @param code Compiled code whose statements all end in semicolons.
 * @param map Its map back, as JSON text.
 * @returns The same code with other line breaks, and a map for it.
 * @example keepLines("a();\nb();", map) // { code: "a();\n\nb();", … }
 */
export function keepLines(code: string, map: string): { code: string; map: string } {
  const ranges = untouchable(code);
  const lines = code.split("\n");
  const mappings = decodedMappings(new TraceMap(map));
  const anchors = lines.flatMap((text, at) => {
    const first = mappings[at]?.find((segment) => segment.length > 1);
    // A line that starts with what the compiler added starts where the first thing of the source in it stands.
    return first && text.trim() !== "" ? [{ at, line: first[2] as number }] : [];
  });
  const wanted = ascending(anchors);
  const text = new MagicString(code);
  let offset = 0;
  let range = 0;
  let now = 0;
  for (let at = 1; at < lines.length; at += 1) {
    offset += (lines[at - 1] as string).length + 1;
    const lineBreak = offset - 1;
    while (range < ranges.length && (ranges[range] as Range)[1] <= lineBreak) range += 1;
    const [start, end] = ranges[range] ?? [Infinity, Infinity];
    const isFixed = lineBreak >= start && lineBreak < end;
    if (isFixed) {
      now += 1;
      continue;
    }
    const line = Math.max(now, wanted.get(at) ?? now);
    text.overwrite(lineBreak, offset, line === now ? " " : "\n".repeat(line - now));
    now = line;
  }
  const moved = text.generateMap({ hires: "boundary", source: "module.js" });
  const chained = remapping([moved as never, JSON.parse(map) as never], () => null, { excludeContent: true });
  return { code: text.toString(), map: JSON.stringify(chained) };
}
