import { t } from "../../ui/messages.ts";
import type { TextInputProps } from "./text-input.ts";

/** What stands against a text, in words for the viewer; undefined when nothing does. */
export function checkText(text: string, { required, validate }: Pick<TextInputProps, "required" | "validate">): string | undefined {
  if (text.trim() === "") return required ? t("enterValue") : undefined;
  if (!validate || new RegExp(validate.pattern, "u").test(text)) return undefined;
  return validate.message ?? t("valueDoesNotFit");
}
