/** An amount that knows its currency. */
export class Money {
  constructor(
    readonly cents: number,
    readonly currency: "EUR" | "USD",
  ) {}

  /** Both must be of one currency. */
  plus(other: Money): Money {
    if (other.currency !== this.currency) throw new RangeError(`cannot add ${other.currency} to ${this.currency}`);
    return new Money(this.cents + other.cents, this.currency);
  }

  toString(): string {
    return `${(this.cents / 100).toFixed(2)} ${this.currency}`;
  }
}
