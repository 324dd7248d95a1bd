/** The name most like a given one, whatever its letter case; undefined when none is near. */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  const wanted = given.toLowerCase();
  const most = Math.max(2, Math.floor(given.length / 3));
  const ranked = names.map((name) => ({ name, away: distance(wanted, name.toLowerCase()) })).toSorted((a, b) => a.away - b.away);
  const [best] = ranked;
  return best && best.away <= most ? best.name : undefined;
}

/** Letters to put in, take out or change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((next[j - 1] as number) + 1, (row[j] as number) + 1, (row[j - 1] as number) + same));
    }
    row = next;
  }
  return row.at(-1) as number;
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
