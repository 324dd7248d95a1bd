/** How long a script thread may take before something is done about it. */
export interface Timing {
  /** Milliseconds a stop may go unheard before its thread is replaced. */
  patience: number;
  /** Milliseconds a run may hold its thread while others wait before it is logged, and before they move away. */
  warnAfter: number;
  moveAfter: number;
  /** Milliseconds a run may hold its thread before its page is told. */
  tellAfter: number;
  /** How often threads with unheard messages are looked at. */
  every: number;
}

export const TIMING: Timing = { patience: 2000, warnAfter: 1000, moveAfter: 5000, tellAfter: 3000, every: 100 };

/** A script that stands at a breakpoint is not stuck. */
export const PATIENCE_OF_DEBUGGERS: Timing = { patience: Infinity, warnAfter: Infinity, moveAfter: Infinity, tellAfter: Infinity, every: 1000 };
