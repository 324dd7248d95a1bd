import { compileFunction } from "node:vm";

import { type CompiledModule, MODULE_PARAMETERS } from "../../../engine/host.ts";

/**
 * Makes the function of a compiled module. Its stacks name the module's id, with lines and columns of `code`.
 *
 * @throws SyntaxError when the code cannot be parsed.
 * @example const run = link(module); await run(exports, importModule, …);
 */
export function link(module: CompiledModule): (...args: unknown[]) => Promise<void> {
  // A negative offset takes the wrapper out of the first line's columns. A line of its own would need a line offset,
  // which V8 forgets where it tells from which line an `eval` was called.
  const wrapper = `"use strict"; return async (${MODULE_PARAMETERS.join(", ")}) => {`;
  return compileFunction(`${wrapper}${module.code}\n}`, [], { filename: module.id, columnOffset: -wrapper.length })();
}
