import { nearestName } from "../../engine/nearest-name.ts";
import { elementList, type ElementList } from "./element-list.ts";
import type { Element, Page } from "./element.ts";
import type { MirrorNode } from "./mirror.ts";
import { AppTestError } from "./test-error.ts";
import { ALSO, pageKinds, PARTS } from "./test-kinds.ts";

/** Where a search goes: all that is inside of some nodes. */
export interface Reach {
  page: Page;
  roots: readonly MirrorNode[];
  /** What messages call it. */
  name: string;
}

/** All nodes inside, in the order of the page. */
export function* nodesIn(roots: readonly MirrorNode[]): Generator<MirrorNode> {
  for (const root of roots) {
    for (const child of root.children) {
      yield child;
      yield* nodesIn([child]);
    }
  }
}

/** Says which kinds of elements are there, for messages. */
function inventory({ roots, name }: Reach): string {
  const counts = new Map<string, number>();
  for (const { kind } of nodesIn(roots)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const errors = [...nodesIn(roots)].filter(({ kind }) => kind === "exception");
  const shown = errors.map(({ props }) => ` An exception says: ${String(props.message)}.`).join("");
  const kinds = [...counts].map(([kind, count]) => (count === 1 ? kind : `${kind} × ${count}`));
  return kinds.length === 0 ? `${name} is empty.` : `${name} holds ${kinds.join(", ")}.${shown}`;
}

/** All elements of a kind within reach. */
function find(reach: Reach, name: string): ElementList<Element> {
  const kind = (PARTS as Record<string, string>)[name] ?? name;
  const wanted = new Set([kind, ...(ALSO[kind] ?? [])]);
  const found: Element[] = [];
  for (const node of nodesIn(reach.roots)) if (wanted.has(node.kind)) found.push(reach.page.elementOf(node));
  return elementList(found, kind, () => inventory(reach));
}

function unknownKind(kind: string): AppTestError {
  const guess = nearestName(String(kind), [...pageKinds.keys(), ...Object.keys(PARTS)]);
  return new AppTestError(
    `get: no command draws ${JSON.stringify(kind)}.${guess ? ` Did you mean ${JSON.stringify(guess)}?` : ""} Kinds are named like commands, as in get("textInput").`,
  );
}

function findByKey(reach: Reach, key: string | number): Element {
  const keys: string[] = [];
  for (const node of nodesIn(reach.roots)) {
    const present = node.props.key as string | undefined;
    if (present === String(key)) return reach.page.elementOf(node);
    if (present !== undefined) keys.push(JSON.stringify(present));
  }
  const known = keys.length === 0 ? "None there has a key." : `Keys there are: ${keys.join(", ")}.`;
  throw new AppTestError(`There is no element with the key ${JSON.stringify(String(key))}. ${known}`);
}

/** Gives a prototype `get`, `getByKey`, and a list for every kind there is, so that no element can be missing. */
export function defineFinders<T>(prototype: T, reachOf: (self: T) => Reach): void {
  const define = (name: string, descriptor: PropertyDescriptor & ThisType<T>) => {
    Object.defineProperty(prototype, name, { configurable: true, ...descriptor });
  };
  for (const kind of pageKinds.keys()) {
    define(kind, {
      get() {
        return find(reachOf(this), kind);
      },
    });
  }
  define("get", {
    value(this: T, kind: string) {
      if (!pageKinds.has(kind) && !(kind in PARTS)) throw unknownKind(kind);
      return find(reachOf(this), kind);
    },
  });
  define("getByKey", {
    value(this: T, key: string | number) {
      return findByKey(reachOf(this), key);
    },
  });
}
