import { CodecError, encode } from "../../protocol/codec.ts";
import type { EngineCore } from "../engine.ts";
import { AppError } from "../errors/errors.ts";
import type { OffloadCall } from "../host.ts";
import { createQuietWork } from "../runs/quiet-work.ts";
import { within } from "../runs/scope.ts";

/** Puts a value into a nested place; the place is known to be there. */
function put(root: unknown, path: readonly (string | number)[], value: unknown): void {
  const last = path.at(-1) as string | number;
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], root);
  (holder as Record<string | number, unknown>)[last] = value;
}

export interface Execution {
  core: EngineCore;
  call: OffloadCall;
  signal: AbortSignal;
  /** Throws once the call may not go on. */
  check?: (() => void) | undefined;
}

/**
 * Runs an offloaded function in this thread, away from every page.
 *
 * @param fn The function, if it is at hand; else its module is imported.
 * @returns The encoded result.
 * @throws What the function throws, and AppError for a result that cannot travel.
 */
export async function executeOffloaded({ core, call, signal, check }: Execution, fn?: (...args: unknown[]) => unknown): Promise<Uint8Array> {
  const { module, name, signals } = call;
  const shown = fn?.name || name;
  const work = fn ?? (await core.modules.importLocal(module))[name];
  if (typeof work !== "function") {
    throw new AppError("argument", `st.offload: ${core.host.displayPath(module)} exports no function ${name} any more`, { hint: "Run the script again." });
  }
  const args = core.decodeState(call.args) as unknown[];
  for (const path of signals) put(args, path, signal);
  const shared = createQuietWork({
    what: "the offloaded function",
    name: shown,
    why: "it runs on another thread",
    hint: "Return what it makes, and draw that in the script.",
    signal,
    check,
  });
  const result: unknown = await within({ run: undefined, target: shared.roots.main, shared, core }, () => (work as (...args: unknown[]) => unknown)(...args));
  try {
    return encode(result, { references: true });
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    throw new AppError("argument", `st.offload: what ${shown} returns cannot come back from its thread. ${error.message}`, {
      hint: "Return plain data; connections and other living objects stay in the thread that made them.",
    });
  }
}
