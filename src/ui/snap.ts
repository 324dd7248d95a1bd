/** `value`, but not below `low` nor above `high`. */
export const between = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** The nearest value on the grid that starts at the minimum; the maximum is always one of them. */
export function snap(value: number, { min, max, step }: { min: number; max: number; step: number }): number {
  const inside = between(value, min, max);
  if (!(step > 0) || inside === max) return inside;
  const snapped = min + Math.round((inside - min) / step) * step;
  return Math.min(max, Number(snapped.toPrecision(12)));
}
