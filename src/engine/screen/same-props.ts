type Props = Record<string, unknown>;

/**
 * True when both surely encode alike, so that the bytes of the first serve for the second: simple values, and the facts of
 * the widget, which are the engine's own. Any other object may have been changed by its owner since it was encoded.
 */
export function areSameProps(before: object, now: object): boolean {
  return areAlike(before as Props, now as Props, true);
}

function areAlike(before: Props, now: Props, isOutermost: boolean): boolean {
  let count = 0;
  for (const name in now) {
    const value = now[name];
    count += 1;
    if (value === before[name] && (typeof value !== "object" || value === null)) continue;
    if (!isOutermost || name !== "widget" || !before.widget || !areAlike(before.widget as Props, value as Props, false)) return false;
  }
  for (const _ in before) count -= 1;
  return count === 0;
}
