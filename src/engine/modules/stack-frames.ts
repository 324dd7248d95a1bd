import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";

import type { CompiledModule } from "../host.ts";

/** A line of a stack that lies in a module of the user. */
export interface Frame {
  file: string;
  line: number;
  column: number;
  function?: string;
  code?: string;
}

export type Lookup = (id: string) => CompiledModule | undefined;

interface Place {
  id: string;
  line: number;
  column: number;
  name: string | undefined;
}

/** Names that engines give to what has none. */
const NAMELESS = /^(?:<anonymous>|eval|Object\.<anonymous>)$/;

/** Names that engines make up from the code around a function, where the compiler wrote that code. */
const COMPILED = /__vite_ssr_|__rv\b/;

function cleanName(name: string): string | undefined {
  const plain = name
    .replace(/^async /, "")
    .replace(/^Module\./, "")
    .replace(/ \[as [^\]]*\]$/, "")
    .trim();
  return plain === "" || NAMELESS.test(plain) || COMPILED.test(plain) ? undefined : plain;
}

/** Splits `name (id:1:2)` or `id:1:2`; ids may hold any character, so known ids decide. */
function placeIn(text: string, lookup: Lookup): Place | undefined {
  const end = /:(\d+):(\d+)\)?$/.exec(text);
  if (!end) return undefined;
  const before = text.slice(0, end.index);
  const at = { line: Number(end[1]), column: Number(end[2]) };
  for (let open = before.indexOf(" ("); open !== -1; open = before.indexOf(" (", open + 1)) {
    const id = before.slice(open + 2);
    if (lookup(id)) return { id, ...at, name: cleanName(before.slice(0, open)) };
  }
  const id = before.replace(/^async /, "");
  return lookup(id) ? { id, ...at, name: undefined } : undefined;
}

/** Code made from a text counts where the text was evaluated. */
function evalPlace(line: string, lookup: Lookup): Place | undefined {
  for (const [, rest] of line.matchAll(/eval at ((?:(?!eval at ).)*)/g)) {
    const origin = /^(.*?:\d+:\d+)\)/.exec(rest ?? "");
    const place = origin?.[1] && placeIn(`${origin[1]})`, lookup);
    if (place) return { ...place, name: undefined };
  }
  return undefined;
}

/** Reads the frames of a stack and maps those in modules of the user to the original text. */
export function createFrameReader(lookup: Lookup) {
  const maps = new WeakMap<CompiledModule, TraceMap>();

  const mapOf = (module: CompiledModule): TraceMap => {
    let map = maps.get(module);
    if (!map) {
      map = new TraceMap(module.map);
      maps.set(module, map);
    }
    return map;
  };

  const frameAt = ({ id, line, column, name }: Place): Frame | undefined => {
    const module = lookup(id);
    if (!module) return undefined;
    const found = originalPositionFor(mapOf(module), { line, column: Math.max(0, column - 1) });
    if (found.line === null) return undefined;
    const code = module.source.split("\n")[found.line - 1]?.replace(/\r$/, "");
    return {
      file: module.id,
      line: found.line,
      column: found.column + 1,
      ...(name === undefined ? {} : { function: name }),
      ...(code === undefined ? {} : { code }),
    };
  };

  /** The user's frame that a line of a stack stands for. */
  return (line: string): Frame | undefined => {
    const match = /^\s*at (.*)$/.exec(line);
    if (!match?.[1]) return undefined;
    const text = match[1].replace(/^async /, "");
    const place = text.includes("eval at ") ? evalPlace(text, lookup) : placeIn(text, lookup);
    return place && frameAt(place);
  };
}
