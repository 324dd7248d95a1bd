import { choice, flag, icon, type Knob, number, oneOf, text } from "./knobs.ts";
import type { Play } from "./play.ts";
import { commands, type Said } from "./reference.ts";

/** What only a whole script can show, and what is there for old scripts. */
const NOT_PLAYED = new Set(["key", "args", "bind", "persistState", "useContainerWidth", "autocomplete", "columns"]);

/** Sizes in pixels that show a difference, where a number may stand beside words. */
const PIXELS: Readonly<Record<string, number>> = { width: 300, height: 200 };

type Plain = string | number | boolean | null;

/** The values that a type such as `number | "stretch" | null` names; undefined where it is about more than plain values. */
export function valuesOf({ name, type = "" }: Said): Plain[] | undefined {
  const parts = type.split(" | ").map((part): Plain[] | undefined => {
    // Another spelling of "gray".
    if (part === '"grey"') return [];
    if (/^"[^"]*"$/.test(part)) return [JSON.parse(part) as string];
    if (/^\d+$/.test(part)) return [Number(part)];
    if (part === "number") return name in PIXELS ? [PIXELS[name]!] : [];
    if (part === "boolean") return [true, false];
    return part === "null" ? [null] : undefined;
  });
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

/** What sets an option, as far as its type says what may stand there. */
function knobFor(option: Said): Knob<unknown> | undefined {
  const { name, type, standard } = option;
  if (name === "icon") return icon();
  if (type === "boolean") return flag(standard === "true");
  if (type === "string") return text();
  if (type === "number" || type === "null | number" || type === "number | null") return number();
  const values = /["\d]/.test(type ?? "") ? valuesOf(option) : undefined;
  return values && choice(...values);
}

/** A list written by hand says which values come first; what the types name besides comes after. */
function filled(knob: Knob<unknown>, said: Said | undefined): Knob<unknown> {
  const { initial, values } = knob;
  const words = (said && valuesOf(said))?.filter((value) => typeof value !== "number") ?? [];
  const missing = words.filter((word) => !values?.includes(word));
  return values && missing.length > 0 ? oneOf(initial, [...values, ...missing]) : knob;
}

/** The play with a knob for each of the command's options that its types explain. */
export function withAllOptions(play: Play): Play {
  const said = commands[play.command]?.options ?? [];
  const own = Object.entries(play.options ?? {}).map(
    ([name, knob]) =>
      [
        name,
        filled(
          knob,
          said.find((one) => one.name === name),
        ),
      ] as const,
  );
  const rest = said.flatMap((option): [string, Knob<unknown>][] => {
    const isKnown = option.name in (play.options ?? {}) || option.name in (play.args ?? {}) || NOT_PLAYED.has(option.name);
    const knob = isKnown ? undefined : knobFor(option);
    return knob ? [[option.name, knob]] : [];
  });
  return { ...play, options: Object.fromEntries([...own, ...rest]) };
}
