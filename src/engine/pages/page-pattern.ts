import { escapePart, partsOf, plainPart } from "../../protocol/page-path.ts";
import type { PageParamValue } from "./page-params.ts";

/** `:id` stands for one part of the path, `:id?` for one or none, `:rest*` for all that are left. */
type Part = { text: string } | { name: string; many: "one" | "optional" | "rest" };

/** What the path of a page says: fixed parts, and parts that differ from visit to visit. */
export type Pattern = readonly Part[];

/** Values of the parts that differ; those left out are undefined. */
export type Params = Readonly<Record<string, string | undefined>>;

const NAMED = /^:([A-Za-z_]\w*)([?*])?$/;

/** Reads a `urlPath`; text says what is wrong with it. */
export function patternOf(path: string): Pattern | string {
  const pattern = partsOf(path).map(partOf);
  const names = pattern.flatMap((part) => ("name" in part ? [part.name] : []));
  const odd = pattern.find((part) => "text" in part && (part.text.startsWith(":") || part.text === "." || part.text === ".."));
  if (odd && "text" in odd) return `cannot have the part ${JSON.stringify(plainPart(odd.text))}`;
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return `names :${twice} twice`;
  const open = pattern.findIndex((part) => "name" in part && part.many !== "one");
  if (open !== -1 && open < pattern.length - 1) return "may have a part with ? or * at its end only";
  return pattern;
}

function partOf(part: string): Part {
  const [, name, mark] = NAMED.exec(part) ?? [];
  if (name === undefined) return { text: escapePart(part) };
  return { name, many: mark === "?" ? "optional" : mark === "*" ? "rest" : "one" };
}

export function hasParams(pattern: Pattern): boolean {
  return pattern.some((part) => "name" in part);
}

/** Names without which a path cannot be made. */
export function neededParams(pattern: Pattern): string[] {
  return pattern.flatMap((part) => ("name" in part && part.many === "one" ? [part.name] : []));
}

/** What the parts of a path stand for, or undefined when the path is not of this pattern. */
export function matchPath(pattern: Pattern, path: string): Params | undefined {
  const parts = partsOf(path);
  const params: Record<string, string | undefined> = {};
  for (const [at, part] of pattern.entries()) {
    const given = parts[at];
    if ("text" in part) {
      if (given !== part.text) return undefined;
    } else if (part.many === "rest") {
      params[part.name] = parts.slice(at).map(plainPart).join("/");
      return params;
    } else if (given === undefined && part.many === "one") return undefined;
    else params[part.name] = given === undefined ? undefined : plainPart(given);
  }
  return parts.length > pattern.length ? undefined : params;
}

/** The path with these values in it, or what is wrong with them. */
export function fillPath(pattern: Pattern, params: Readonly<Record<string, PageParamValue | undefined>>): { path: string } | { wrong: string } {
  const names = pattern.flatMap((part) => ("name" in part ? [part.name] : []));
  const unknown = Object.keys(params).find((name) => !names.includes(name) && params[name] !== undefined);
  if (unknown !== undefined) return { wrong: `params.${unknown} is no part of the page's path` };
  const path: string[] = [];
  for (const part of pattern) {
    if ("text" in part) {
      path.push(part.text);
      continue;
    }
    const value = textOf(params[part.name]);
    if (value === undefined || value === "") {
      if (part.many === "one" || (value === undefined && params[part.name] != null)) return { wrong: `params.${part.name} must be text or a number` };
      continue;
    }
    const given = part.many === "rest" ? partsOf(value) : [value];
    if (given.some((one) => one === "." || one === "..")) return { wrong: `params.${part.name} cannot be ${JSON.stringify(value)}` };
    path.push(...given.map(escapePart));
  }
  return { path: path.join("/") };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "bigint" || typeof value === "boolean" ? String(value) : undefined;
}

/** The pattern with its names forgotten: two pages of one shape could not be told apart. */
export function shapeOf(pattern: Pattern): string {
  return pattern.map((part) => ("text" in part ? part.text : part.many === "one" ? ":" : part.many === "optional" ? ":?" : ":*")).join("/");
}

/** The more of a path a pattern fixes, the earlier it is asked: `orders/new` before `orders/:id` before `:rest*`. */
export function compareFixed(a: Pattern, b: Pattern): number {
  const rank = (part: Part | undefined) => (part === undefined ? 1 : "text" in part ? 0 : part.many === "one" ? 2 : part.many === "optional" ? 3 : 4);
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = rank(a[at]) - rank(b[at]);
    if (difference !== 0) return difference;
  }
  return 0;
}
