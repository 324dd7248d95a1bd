/**
 * The name somebody most likely meant, whatever its letter case.
 *
 * @returns Undefined when no name is near enough to suggest.
 * @example nearestName("server.prot", ["server.port", "server.address"]) // "server.port"
 */
export function nearestName(given: string, names: Iterable<string>): string | undefined {
  const wanted = given.toLowerCase();
  let best: string | undefined;
  let most = Math.max(2, Math.floor(given.length / 3));
  for (const name of names) {
    const away = editDistance(wanted, name.toLowerCase(), most);
    if (away > most) continue;
    best = name;
    most = away - 1;
  }
  return best;
}

/** Letters to put in, take out, change, or swap with their neighbour; anything above `limit` when there are more. */
export function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = from[i - 1] === to[j - 1] ? 0 : 1;
      let best = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + change);
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (isSwap) best = Math.min(best, (before[j - 2] as number) + 1);
      row.push(best);
    }
    before = above;
    above = row;
  }
  return above[to.length] as number;
}

/** A name as Python spells it, in the spelling of this library: `min_value` is `minValue`. */
export function inCamelCase(name: string): string {
  return name.replace(/_+([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** What somebody who wrote `given` meant among `names`: the same word in another spelling, else the nearest. */
export function meantName(given: string, names: readonly string[]): string | undefined {
  const plain = inCamelCase(given);
  return names.includes(plain) ? plain : nearestName(plain, names);
}
