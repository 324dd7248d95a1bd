import * as rivulet from "../../../index.ts";

/** The modules of this very build, so that script and engine are one. */
const PUBLISHED: Readonly<Record<string, Record<string, unknown>>> = { ".": rivulet };

/**
 * What a script gets when it imports `rivulet` or one of its sub-paths.
 *
 * @param subpath - `"."`, or `"./data"` and the like.
 * @throws Error naming what can be imported.
 * @example createEngine({ …, rivulet: published })
 */
export function published(subpath: string): Record<string, unknown> {
  const module = PUBLISHED[subpath];
  if (module) return module;
  const names = Object.keys(PUBLISHED).map((known) => `rivulet${known.slice(1)}`);
  throw new Error(`A script cannot import rivulet${subpath.slice(1)}. It can import: ${names.join(", ")}.`);
}
