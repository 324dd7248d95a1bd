import { kinds } from "../../elements/index.ts";
import { Exception } from "../../engine/exception-kind.ts";
import { Fragment } from "../../engine/fragments.ts";
import type { AnyKind } from "../../protocol/kind.ts";

/** Every kind of node that can stand on a page. */
export type PageKind = (typeof kinds)[number] | typeof Exception | typeof Fragment;

export const pageKinds: ReadonlyMap<string, AnyKind> = new Map(
  [Exception, Fragment, ...kinds].map((kind: AnyKind): [string, AnyKind] => [kind.name, kind]),
);
