import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";

import { decodedMappings, encodedMap, TraceMap } from "@jridgewell/trace-mapping";

import { type CompiledModule, type Host, MODULE_PARAMETERS } from "../../engine/host.ts";
import { GATE, hashText, mapComment } from "../node/compile/transform.ts";
import { TIMER_NAMES, type TimerGlobals } from "./script-timers.ts";

/** What Vitest says of itself in the processes that run tests. */
interface VitestWorker {
  config?: { root?: string; coverage?: { enabled?: boolean; provider?: string } };
}

/** Names around a module are there in any case: the text does not depend on whose clock it goes by. */
const WRAPPER = `((${TIMER_NAMES.join(", ")}) => async (${MODULE_PARAMETERS.join(", ")}) => {"use strict";`;

/** The folder of the project whose coverage V8 measures right now. */
function measuredRoot(): string | undefined {
  const { config } = (globalThis as { __vitest_worker__?: VitestWorker }).__vitest_worker__ ?? {};
  return config?.coverage?.enabled === true && config.coverage.provider === "v8" ? config.root : undefined;
}

/** The map of the code behind its wrapper, and behind what no line of the source stands for. */
function mapBehindWrapper({ code, map, id, source }: CompiledModule): string {
  const traced = new TraceMap(map);
  const [first = [], ...rest] = decodedMappings(traced).map((line) => line.map((segment) => [...segment]));
  for (const segment of first) (segment[0] as number) += WRAPPER.length + (code.startsWith(GATE) ? GATE.length : 0);
  const moved = encodedMap(
    new TraceMap({ version: 3, sources: [pathToFileURL(id).href], sourcesContent: [source], names: [], mappings: [first, ...rest] as never }),
  );
  return Buffer.from(JSON.stringify(moved)).toString("base64");
}

/**
 * Names a module so that coverage reports find its source. V8 counts places in compiled code, and a report reads that
 * code from the file of the script's name: so there has to be such a file, with a map to the source.
 *
 * @returns The name for stacks and reports; undefined when nothing is measured, or the module lies outside the project.
 */
function nameForCoverage(module: CompiledModule): string | undefined {
  const root = measuredRoot();
  const path = root === undefined ? ".." : relative(root, module.id);
  if (root === undefined || path.startsWith("..") || isAbsolute(path) || module.id.endsWith(".json")) return undefined;
  // The path of the source is part of the name, because reports choose files by patterns like `src/**`.
  const file = join(root, ".rivulet", "cache", "measured", hashText(module.code).slice(0, 12), `${path}.js`);
  if (existsSync(file)) return file;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${textOf(module)}\n${mapComment(mapBehindWrapper(module))}\n`);
  return file;
}

const textOf = ({ code }: CompiledModule): string => `${WRAPPER}${code}\n});`;

/** Prepares a module for being measured, if coverage is measured. */
export function measurable(module: CompiledModule): CompiledModule {
  const scriptName = module.scriptName ?? nameForCoverage(module);
  return scriptName === undefined ? module : { ...module, scriptName };
}

/** Links what is measured as the very text that stands in its file. */
export function linkMeasured(module: CompiledModule, timers: TimerGlobals | undefined): ReturnType<Host["link"]> {
  const script = new Script(textOf(module), { filename: module.scriptName, columnOffset: -WRAPPER.length });
  const found: Readonly<Record<string, unknown>> = timers ?? globalThis;
  return script.runInThisContext()(...TIMER_NAMES.map((name) => found[name])) as ReturnType<Host["link"]>;
}
