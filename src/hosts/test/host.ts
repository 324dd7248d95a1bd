import type { CompileResult, Host } from "../../engine/host.ts";
import { link } from "../node/compile/link.ts";
import { createNodeHost } from "../node/host.ts";
import type { Clock } from "./clock.ts";
import { measuring } from "./coverage.ts";

/** Kept from before a test replaces it: the engine must go on while a test runner's timers stand still. */
const { setImmediate } = globalThis;

export interface TestHostOptions {
  compile?: ((id: string, options: { magic: boolean }) => Promise<CompileResult>) | undefined;
  secrets?: (() => Record<string, unknown>) | undefined;
  log?: ((level: "info" | "warning" | "error", message: string) => void) | undefined;
  /** Default: the real time. */
  clock?: Clock | undefined;
}

/** The engine's ports for a test: everything in this thread, nothing served. */
export function createTestHost(options: TestHostOptions = {}): Host {
  const { clock } = options;
  const host = createNodeHost({
    compile: options.compile ?? (() => Promise.reject(new Error("this test compiles nothing"))),
    link: measuring(link),
    secrets: options.secrets ?? (() => ({})),
    log: options.log ?? (() => {}),
  });
  const soon = (task: () => void) => void setImmediate(task);
  if (!clock) return { ...host, soon };
  return {
    ...host,
    soon,
    now: () => clock.now(),
    wallClock: () => clock.wallClock(),
    after: (milliseconds, run) => clock.after(milliseconds, run),
  };
}
