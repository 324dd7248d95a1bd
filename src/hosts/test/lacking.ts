import { factsOf } from "./edits.ts";
import type { Element } from "./element.ts";
import { AppTestError } from "./test-error.ts";

const isNull = (wire: unknown): boolean => wire === null || wire === undefined;
const isBlank = (wire: unknown): boolean => isNull(wire) || String(wire).trim() === "";

/** Fields that hold their form back where they are `required`, and when each is empty; choices such as pills never do. */
const isEmpty: Readonly<Record<string, (wire: unknown, props: { isRange?: boolean }) => boolean>> = {
  textInput: isBlank,
  textArea: isBlank,
  numberInput: isNull,
  selectbox: isNull,
  dateInput: (wire, { isRange }) => !Array.isArray(wire) || wire.length < (isRange ? 2 : 1),
  timeInput: isNull,
  datetimeInput: isNull,
};

function lacks({ kind, node, wire, disabled }: Element): boolean {
  const { required } = node.props as { required?: unknown };
  return required === true && !disabled && isEmpty[kind]?.(wire, node.props as { isRange?: boolean }) === true;
}

/**
 * Refuses what the page would hold back: forms that are submitted while a field they need is empty.
 *
 * @param forms - Names of the forms that are submitted.
 * @param elements - All that is on the page.
 * @throws AppTestError naming each such field.
 */
export function refuseLacking(forms: ReadonlySet<string>, elements: Iterable<Element>): void {
  const lacking: Element[] = [];
  let form = "";
  for (const element of elements) {
    const own = factsOf(element.node)?.form;
    if (own === undefined || !forms.has(own) || !lacks(element)) continue;
    lacking.push(element);
    form = own;
  }
  if (lacking.length === 0) return;
  const isOne = lacking.length === 1;
  throw new AppTestError(
    `The form ${JSON.stringify(form)} cannot be sent: ${lacking.join(" and ")} ${isOne ? "is" : "are"} required and ${isOne ? "has" : "have"} no${lacking.some(({ wire }) => Array.isArray(wire) && wire.length === 1) ? " whole" : ""} value. ` +
      `The page holds it back, too. Give ${isOne ? "it a value" : "each a value"} before the click, as in setValue(…).`,
  );
}
