/** Moves the focus to a field, also to one on a tab that is not shown: that is chosen first. */
export function reveal(field: HTMLElement): void {
  let isSeen = true;
  for (let panel = hiddenAround(field); panel; panel = hiddenAround(panel.parentElement)) {
    isSeen = false;
    document.getElementById(panel.getAttribute("aria-labelledby") ?? "")?.click();
  }
  if (isSeen) field.focus();
  // Once the tabs are drawn.
  else requestAnimationFrame(() => field.focus());
}

const hiddenAround = (element: Element | null) => element?.closest('[role="tabpanel"][hidden]');
