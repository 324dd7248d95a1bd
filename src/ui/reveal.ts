/** Moves the focus to a field, also to one on a tab that is not shown or in a closed expander: these are opened first. */
export function reveal(field: HTMLElement): void {
  let isSeen = true;
  for (let around = hiddenAround(field); around; around = hiddenAround(around.parentElement)) {
    isSeen = false;
    openerOf(around)?.click();
  }
  if (isSeen) field.focus();
  // Once what was opened is drawn.
  else requestAnimationFrame(() => field.focus());
}

const hiddenAround = (element: Element | null) => element?.closest('[role="tabpanel"][hidden], details:not([open])');

function openerOf(hidden: Element): HTMLElement | null {
  if (hidden instanceof HTMLDetailsElement) return hidden.querySelector<HTMLElement>(":scope > summary");
  return document.getElementById(hidden.getAttribute("aria-labelledby") ?? "");
}
