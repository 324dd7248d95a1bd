import type { EngineCore } from "../engine.ts";

/** All caches of one engine. */
export interface Caches {
  clearAll(): void;
}

export function createCaches(_core: EngineCore): Caches {
  return { clearAll() {} };
}
