/** Commands that check their arguments first, and the functions behind them: what is shown of a command is that function. */
const originals = new WeakMap<object, object>();

export function standsFor(command: object, original: object): void {
  originals.set(command, original);
}

/** The text of a function as it was written. */
export function sourceTextOf(fn: object): string {
  return Function.prototype.toString.call(originals.get(fn) ?? fn);
}
