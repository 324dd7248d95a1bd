import { t } from "./messages.ts";

/** What a text must be before the script hears of it. */
export interface TextRules {
  required?: boolean | undefined;
  /** A pattern the whole text must match, and what is said otherwise. */
  validate?: { pattern: string; message?: string | undefined } | undefined;
}

/** What stands against a text, in words for the viewer; undefined when nothing does. */
export function checkText(text: string, { required, validate }: TextRules): string | undefined {
  if (text.trim() === "") return required ? t("enterValue") : undefined;
  if (!validate || new RegExp(validate.pattern, "u").test(text)) return undefined;
  return validate.message ?? t("valueDoesNotFit");
}
