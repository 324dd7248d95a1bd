import type { EngineCore } from "../engine.ts";

/** Until a computation that failed is tried again behind the back of a good old result. */
export const RETRY_AFTER_MS = 60_000;
const DEFAULT_MULTIPLIER = 2;

/** How many times its ttl a result may be handed out while a newer one is computed: `runner.cacheBackgroundRefreshTTLMultiplier`. */
export function staleMultiplier(core: EngineCore): number {
  const given = core.option<unknown>("runner.cacheBackgroundRefreshTTLMultiplier", DEFAULT_MULTIPLIER) ?? DEFAULT_MULTIPLIER;
  if (typeof given === "number" && Number.isFinite(given) && given > 1) return given;
  core.once("cache-multiplier", () => {
    core.host.log("warning", `runner.cacheBackgroundRefreshTTLMultiplier must be a number above 1, not ${String(given)}; ${DEFAULT_MULTIPLIER} is used.`);
  });
  return DEFAULT_MULTIPLIER;
}
