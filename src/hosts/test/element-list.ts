import { AppTestError } from "./test-error.ts";

/** What a list needs to know of its members to find them and to name them in messages. */
export interface Listed {
  readonly key: string | undefined;
  readonly label: string | undefined;
  readonly value: unknown;
  toString(): string;
}

type ArrayMethods = "at" | "entries" | "every" | "filter" | "find" | "findIndex" | "flatMap" | "forEach" | "includes" | "indexOf" | "map" | "some";

/**
 * Elements of one kind, in the order of the page. A list is a snapshot; its elements stay current.
 * Call it to find an element by key: `at.textInput("name")`.
 */
export interface ElementList<E> extends Pick<readonly E[], ArrayMethods>, Iterable<E> {
  /**
   * Finds an element by its key.
   *
   * @throws AppTestError naming the keys there are.
   */
  (key: string | number): E;
  readonly [index: number]: E;
  readonly length: number;
  /** The values of all elements. */
  readonly values: E extends { readonly value: infer V } ? V[] : unknown[];
  /** The one element there is; throws, naming what is there, unless there is exactly one. */
  readonly only: E;
  /**
   * Finds the one element with a label.
   *
   * @throws AppTestError naming the labels there are, also when several have it.
   */
  byLabel(label: string): E;
  /** A part of it, as an array. */
  slice(start?: number, end?: number): E[];
}

/** The members of a page or container, for messages when something is not there. */
export type Around = () => string;

class Elements<E extends Listed> {
  readonly items: readonly E[];
  readonly kind: string;
  readonly around: Around;

  constructor(items: readonly E[], kind: string, around: Around) {
    this.items = items;
    this.kind = kind;
    this.around = around;
  }

  byKey(key: string | number): E {
    const found = this.items.find((one) => one.key === String(key));
    if (found) return found;
    const keys = this.items.flatMap((one) => (one.key === undefined ? [] : [JSON.stringify(one.key)]));
    throw new AppTestError(`There is no ${this.kind} with the key ${JSON.stringify(String(key))}. ${this.present(keys, "Keys there are")}`);
  }

  byLabel(label: string): E {
    const found = this.items.filter((one) => one.label === label);
    if (found.length === 1) return found[0] as E;
    const name = `${this.kind} with the label ${JSON.stringify(label)}`;
    if (found.length > 1) throw new AppTestError(`There are ${found.length} of ${name}: find it by key or index.`);
    const labels = this.items.map((one) => JSON.stringify(one.label ?? ""));
    throw new AppTestError(`There is no ${name}. ${this.present(labels, "Labels there are")}`);
  }

  get only(): E {
    if (this.items.length === 1) return this.items[0] as E;
    const count = this.items.length === 0 ? `There is no ${this.kind}` : `There are ${this.items.length} of ${this.kind}`;
    const found = this.items.length === 0 ? this.around() : this.items.map((one) => `\n  ${one}`).join("");
    throw new AppTestError(`${count}, where exactly one is expected: ${found}`);
  }

  private present(names: string[], intro: string): string {
    if (this.items.length === 0) return `There is no ${this.kind} at all: ${this.around()}`;
    return names.length === 0 ? `None of the ${this.items.length} there has one.` : `${intro}: ${names.join(", ")}.`;
  }
}

const ARRAY_METHODS = ["at", "entries", "every", "filter", "find", "findIndex", "flatMap", "forEach", "includes", "indexOf", "map", "slice", "some"] as const;

/** Makes the list of some elements of one kind. */
export function elementList<E extends Listed>(items: readonly E[], kind: string, around: Around): ElementList<E> {
  const elements = new Elements(items, kind, around);
  const list = (key: string | number): E => elements.byKey(key);
  const constant = (value: unknown) => ({ value, enumerable: false, configurable: true });
  Object.defineProperties(list, {
    name: constant(kind),
    length: constant(items.length),
    byLabel: constant((label: string) => elements.byLabel(label)),
    only: { get: () => elements.only, configurable: true },
    values: { get: () => items.map((one) => one.value), configurable: true },
    toString: constant(() => `${kind} × ${items.length}${items.map((one) => `\n  ${one}`).join("")}`),
    [Symbol.for("nodejs.util.inspect.custom")]: constant(() => String(list)),
    [Symbol.iterator]: constant(() => items[Symbol.iterator]()),
  });
  for (const name of ARRAY_METHODS) Object.defineProperty(list, name, constant((items[name] as (...args: unknown[]) => unknown).bind(items)));
  for (const [index, item] of items.entries()) Object.defineProperty(list, index, { value: item, enumerable: true, configurable: true });
  return list as unknown as ElementList<E>;
}
