import { compileFunction } from "node:vm";

import { type CompiledModule, MODULE_PARAMETERS } from "../../../engine/host.ts";

/**
 * Makes the function of a compiled module. Its stacks name the module's id, with lines and columns of `code`.
 *
 * @throws SyntaxError when the code cannot be parsed.
 * @example const run = link(module); await run(exports, importModule, …);
 */
export function link(module: CompiledModule): (...args: unknown[]) => Promise<void> {
  // The wrapper has a line of its own, which counts as line 0: no column moves.
  const wrapped = `"use strict"; return async (${MODULE_PARAMETERS.join(", ")}) => {\n${module.code}\n}`;
  return compileFunction(wrapped, [], { filename: module.id, lineOffset: -1 })();
}
