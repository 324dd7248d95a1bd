import { words } from "./languages/en.ts";

/** One text, or one for each kind of number (`one`, `few`, `other` … as `Intl.PluralRules` names them), told apart by `count`. */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

export type MessageName = keyof typeof words;
/** All words of one language. */
export type Catalogue = Record<MessageName, Message>;

export const english: Catalogue = words satisfies Record<string, Message>;

let current: Catalogue = english;
let locale = "en";

/** Makes the page speak another language from the next rendering on. */
export function setWords(catalogue: Catalogue, language: string): void {
  current = catalogue;
  locale = language;
}

/**
 * A word of the page in the viewer's language; numbers are written as there.
 * @example t("viewMore", { count: 3 }) // "View 3 more"
 */
export function t(name: MessageName, values?: Record<string, string | number>): string {
  const text = formOf(current[name], values?.count);
  return values ? text.replace(/\{(\w+)\}/g, (whole, key: string) => written(values[key] ?? whole)) : text;
}

function formOf(message: Message, count: string | number | undefined): string {
  if (typeof message === "string") return message;
  return message[new Intl.PluralRules(locale).select(Number(count ?? 0))] ?? message.other;
}

const written = (value: string | number): string => (typeof value === "number" ? value.toLocaleString(locale) : value);
