import { AppError } from "../../engine/errors/errors.ts";
import { Block } from "../../engine/screen/node.ts";
import { active, here, Place, targetOf } from "../../engine/screen/place.ts";
import { exception } from "../exception/exception.ts";
import type { Container } from "../index.ts";
import { drawJson } from "../json/json.ts";
import { markdown } from "../markdown/markdown.ts";
import { classify } from "./classify.ts";

/**
 * Writes values, each as what fits it best: text as Markdown, rows and columns as a table, objects and lists as a tree,
 * errors as a box, dates as they are. Neighbouring texts and numbers become one line, numbers in the style of code:
 * a template, `${n}`, has them as text.
 *
 * @param values - What to write, in order.
 * @throws AppError for a promise (await it first), a stream, and several values at the place of one element.
 * @example
 * st.write("The answer is", 42);
 * st.write([{ city: "Oslo", people: 0.7 }, { city: "Rome", people: 2.8 }]);
 * ["one", "two"].forEach(st.write);
 */
export function write(this: Place | void, ...values: unknown[]): void {
  const place = here(this as Container);
  const wanted = this instanceof Place ? values : isEach(values) ? values.slice(0, 1) : values;
  if (wanted.length > 1) refuseSlot(place);
  let words: string[] = [];
  const flush = () => {
    if (words.length > 0) markdown.call(place, sentence(words));
    words = [];
  };
  for (const value of wanted) {
    const written = classify(value);
    if (written.as === "text") {
      words.push(written.text);
      continue;
    }
    flush();
    if (written.as === "exception") exception.call(place, value);
    else if (written.as === "table") place.dataframe(value);
    else if (written.as === "json") drawJson(place, value, {}, written.title);
    else stream(place, written.values);
  }
  flush();
}

/** True for what `values.forEach(st.write)` passes: the value, where it stands, and all of them. */
function isEach(values: readonly unknown[]): boolean {
  if (values.length !== 3) return false;
  const [value, at, all] = values;
  if (all instanceof Map) return all.has(at) && Object.is(all.get(at), value);
  if (all instanceof Set) return Object.is(value, at) && all.has(value);
  if (typeof at !== "number" || !(Array.isArray(all) || ArrayBuffer.isView(all))) return false;
  return at < (all as unknown as ArrayLike<unknown>).length && Object.is((all as unknown as ArrayLike<unknown>)[at], value);
}

function refuseSlot(place: Container): void {
  const { scope } = active(place.target);
  if (targetOf(place.target, scope) instanceof Block) return;
  throw new AppError("argument", "st.write: a single element cannot be replaced with several", {
    hint: "Write one value, or make room first: place.container().write(…).",
  });
}

/** Texts of a generator grow one element; anything else between them stands by itself. */
function stream(place: Container, values: Iterable<unknown>): void {
  let text = "";
  let growing: Container | undefined;
  for (const value of values) {
    if (typeof value === "string") {
      text += value;
      growing = growing ? markdown.call(growing, text) : markdown.call(place, text);
      continue;
    }
    text = "";
    growing = undefined;
    write.call(place, value);
  }
}

/** Puts values into one line, with one space between two of them. */
function sentence(words: readonly string[]): string {
  return words.reduce((line, word) => (line === "" || /\s$/.test(line) || /^\s/.test(word) ? line + word : `${line} ${word}`), "");
}
