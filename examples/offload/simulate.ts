export interface Outcome {
  /** Savings at the end of each year, for the middle one of all lives. */
  readonly middle: readonly number[];
  /** Share of lives in which the money lasts. */
  readonly lasts: number;
}

/** Lives of `years` years each, with a random return every month. */
export function simulate(start: number, monthly: number, years: number, lives: number): Outcome {
  const ends: Float64Array[] = Array.from({ length: years + 1 }, () => new Float64Array(lives));
  let lasting = 0;
  for (let life = 0; life < lives; life += 1) {
    let savings = start;
    for (let month = 0; month <= years * 12; month += 1) {
      if (month % 12 === 0) (ends[month / 12] as Float64Array)[life] = savings;
      const luck = Math.random() + Math.random() + Math.random() - 1.5;
      savings = Math.max(0, savings * (1.004 + 0.05 * luck) - monthly);
    }
    if (savings > 0) lasting += 1;
  }
  const middle = ends.map((year) => year.sort()[Math.floor(lives / 2)] as number);
  return { middle, lasts: lasting / lives };
}
