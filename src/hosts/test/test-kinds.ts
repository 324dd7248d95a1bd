import { kinds } from "../../elements/index.ts";
import { Exception } from "../../engine/errors/exception-kind.ts";
import { Fragment } from "../../engine/fragments/fragments.ts";
import type { AnyKind } from "../../protocol/kind.ts";

/** Every kind of node that can stand on a page. */
export type PageKind = (typeof kinds)[number] | typeof Exception | typeof Fragment;

export const pageKinds: ReadonlyMap<string, AnyKind> = new Map([Exception, Fragment, ...kinds].map((kind: AnyKind): [string, AnyKind] => [kind.name, kind]));

/** Commands that draw several things at once: their lists hold these parts. */
export const PARTS = { columns: "column", tabs: "tab" } as const;

/** Lists that hold further kinds, which a person cannot tell from theirs. */
export const ALSO: Readonly<Record<string, readonly string[]>> = { button: ["formSubmitButton"] };

/** Numbers that a page shows as words: tests see them as texts, too. */
export const SHOWN_AS_TEXT: Readonly<Record<string, readonly string[]>> = { metric: ["value", "delta"] };
