let isDown = false;
const waiting = new Set<() => void>();

const release = () => {
  isDown = false;
  // The click comes after it.
  setTimeout(() => {
    for (const act of waiting) act();
    waiting.clear();
  });
};

window.addEventListener("pointerdown", () => (isDown = true), true);
window.addEventListener("pointerup", release, true);
window.addEventListener("pointercancel", release, true);

/**
 * Runs at once, or when the pointer that is down was lifted: what moves the page while somebody presses a button
 * would make them miss it.
 */
export function afterPress(act: () => void): void {
  if (isDown) waiting.add(act);
  else act();
}
