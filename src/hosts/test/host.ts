import type { CompileResult, Host } from "../../engine/host.ts";
import { link } from "../node/compile/link.ts";
import { createNodeHost } from "../node/threads/host.ts";
import type { Clock } from "./clock.ts";
import { linkMeasured } from "./coverage.ts";
import { TIMER_NAMES, type TimerGlobals } from "./script-timers.ts";

/** Kept from before a test replaces it: the engine must go on while a test runner's timers stand still. */
const { setImmediate } = globalThis;

export interface TestHostOptions {
  compile?: ((id: string, options: { magic: boolean }) => Promise<CompileResult>) | undefined;
  secrets?: (() => Record<string, unknown>) | undefined;
  log?: ((level: "info" | "warning" | "error", message: string) => void) | undefined;
  /** Default: the real time. */
  clock?: Clock | undefined;
  /** What scripts find under the names of timers and of the date. Default: the real ones. */
  timers?: TimerGlobals | undefined;
}

/** Links modules of the app; those under a clock of the test do not see the real timers. */
function linkWith(timers: TimerGlobals | undefined): Host["link"] {
  return (module) => {
    if (module.scriptName !== undefined) return linkMeasured(module, timers);
    return timers ? link(module, { names: TIMER_NAMES, values: TIMER_NAMES.map((name) => timers[name]) }) : link(module);
  };
}

/** The engine's ports for a test: everything in this thread, nothing served. */
export function createTestHost(options: TestHostOptions = {}): Host {
  const { clock } = options;
  const host = createNodeHost({
    compile: options.compile ?? (() => Promise.reject(new Error("this test compiles nothing"))),
    link: linkWith(options.timers),
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
