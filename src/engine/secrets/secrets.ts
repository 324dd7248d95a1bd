import { AppError } from "../errors/errors.ts";
import { currentCore } from "../runs/scope.ts";

/** What `st.secrets` can do besides holding the secrets themselves. */
export interface SecretsCommands {
  /**
   * Reads a secret by its name, or by names with dots: `get("db.host")`.
   *
   * @returns The secret, or `fallback` (undefined) when it is missing.
   */
  // biome-ignore lint/suspicious/noExplicitAny: secrets are whatever the file holds
  get(name: string, fallback?: unknown): any;
  /**
   * Reads a secret that must be there.
   *
   * @throws AppError naming the secret and the files it may stand in.
   * @example const password = st.secrets.require("db.password");
   */
  // biome-ignore lint/suspicious/noExplicitAny: secrets are whatever the file holds
  require(name: string): any;
  /** Whether the secret is there; takes dots as `get` does. */
  has(name: string): boolean;
  /** A copy of all secrets that may be changed. */
  // biome-ignore lint/suspicious/noExplicitAny: secrets are whatever the file holds
  toDict(): Record<string, any>;
  /** Names and values of the top level. */
  // biome-ignore lint/suspicious/noExplicitAny: secrets are whatever the file holds
  [Symbol.iterator](): IterableIterator<[string, any]>;
}

/** The app's secrets: an object that can be read only. Missing ones are undefined. */
// biome-ignore lint/suspicious/noExplicitAny: secrets are whatever the file holds
export type Secrets = SecretsCommands & { readonly [name: string]: any };

type Table = Readonly<Record<string, unknown>>;

/** What the host reads, frozen; made again only when the host has read the files again. */
const frozen = new WeakMap<object, Table>();

function all(): Table {
  const source = currentCore()?.host.secrets() ?? {};
  const known = frozen.get(source);
  if (known) return known;
  const copy = frozenCopy(source) as Table;
  frozen.set(source, copy);
  return copy;
}

function isTable(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function frozenCopy(value: unknown): unknown {
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy));
  return isTable(value) ? Object.freeze(Object.fromEntries(Object.entries(value).map(([name, one]) => [name, frozenCopy(one)]))) : value;
}

function openCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(openCopy);
  return isTable(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, openCopy(one)])) : value;
}

/** A name as it stands goes before a path of that spelling. */
function find(name: string, table: Record<string, unknown> = all()): { value: unknown } | undefined {
  if (Object.hasOwn(table, name)) return { value: table[name] };
  let value: unknown = table;
  for (const part of name.split(".")) {
    if (!isTable(value) || !Object.hasOwn(value, part)) return undefined;
    value = value[part];
  }
  return { value };
}

/** What to say of a secret that is not there; undefined for one that is. */
export function missingSecret(table: Record<string, unknown>, name: string): AppError | undefined {
  if (find(name, table)) return undefined;
  const isEmpty = Object.keys(table).length === 0;
  return new AppError("secrets", isEmpty ? `no secrets were found, so there is no "${name}"` : `st.secrets has no key "${name}"`, {
    hint: `Add ${JSON.stringify(name)} to .streamlit/secrets.toml in the folder of the app, or to the file of that name in your home folder.`,
  });
}

const commands: SecretsCommands = {
  get(name, fallback) {
    const found = find(name);
    return found ? found.value : fallback;
  },
  require(name) {
    const missing = missingSecret(all(), name);
    if (missing) throw missing;
    return find(name)?.value;
  },
  has: (name) => find(name) !== undefined,
  toDict: () => openCopy(all()) as Record<string, unknown>,
  [Symbol.iterator]: () => Object.entries(all())[Symbol.iterator](),
};

export const SECRETS_COMMANDS: readonly string[] = Object.keys(commands);

function readOnly(name: string | symbol): TypeError {
  return new TypeError(`st.secrets can only be read: ${String(name)} cannot be changed. Secrets are changed in secrets.toml.`);
}

/**
 * The app's secrets, from `.streamlit/secrets.toml` in the folder of the app or in your home folder: an object that can be
 * read only, by the names in the file. A missing one is undefined. Modules may read them while they are imported. Secrets
 * never show in an error. A secret goes before a method of its name.
 *
 * @example
 * const { host, password } = st.secrets.require("db");
 */
export const secrets: Secrets = new Proxy({} as Secrets, {
  get(_, name) {
    if (typeof name === "string") {
      const table = all();
      if (Object.hasOwn(table, name)) return table[name];
    }
    // Their names do no harm, their values might.
    if (name === Symbol.toPrimitive) return () => `st.secrets (${Object.keys(all()).join(", ")})`;
    return Object.hasOwn(commands, name) ? commands[name as keyof SecretsCommands] : undefined;
  },
  has: (_, name) => typeof name === "string" && Object.hasOwn(all(), name),
  ownKeys: () => Object.keys(all()),
  getOwnPropertyDescriptor(_, name) {
    const table = all();
    if (typeof name === "symbol" || !Object.hasOwn(table, name)) return undefined;
    return { value: table[name], writable: false, enumerable: true, configurable: true };
  },
  set(_, name) {
    throw readOnly(name);
  },
  defineProperty(_, name) {
    throw readOnly(name);
  },
  deleteProperty(_, name) {
    throw readOnly(name);
  },
});
