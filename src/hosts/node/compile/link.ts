import { compileFunction } from "node:vm";

import { type CompiledModule, MODULE_PARAMETERS } from "../../../engine/host.ts";

/** Names that a module finds around it, in place of those of the runtime. */
export interface OuterNames {
  names: readonly string[];
  values: readonly unknown[];
}

/**
 * Makes the function of a compiled module. Its stacks name the module's id, with lines and columns of `code`.
 *
 * @throws SyntaxError when the code cannot be parsed.
 * @example const run = link(module); await run(exports, importModule, …);
 */
export function link(module: CompiledModule, outer: OuterNames = { names: [], values: [] }): (...args: unknown[]) => Promise<void> {
  // A negative offset takes the wrapper out of the first line's columns. A line of its own would need a line offset,
  // which V8 forgets where it tells from which line an `eval` was called.
  const wrapper = `"use strict"; return async (${MODULE_PARAMETERS.join(", ")}) => {`;
  const make = compileFunction(`${wrapper}${module.code}\n}`, [...outer.names], { filename: module.id, columnOffset: -wrapper.length });
  return make(...outer.values);
}
