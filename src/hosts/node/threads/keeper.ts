import type { Log } from "./log.ts";
import { askWhere, raise } from "./stop-cells.ts";
import type { Tenant } from "./tenant.ts";
import type { ScriptThread } from "./thread.ts";
import type { StopCell } from "./thread-messages.ts";
import type { Timing } from "./timing.ts";

/** A message that a thread has not taken up yet. */
export interface Unheard {
  position: number;
  at: number;
  lease: Rented | undefined;
  bytes: Uint8Array | undefined;
  level: 0 | 1 | 2;
  /** Source files were saved. */
  isEdit?: boolean;
  /** Called once the thread has taken it up, or is gone. */
  heard?: () => void;
}

/** A script thread, and what is to be known of it. */
export interface Keeper {
  thread: ScriptThread;
  tenants: Map<number, Rented>;
  unheard: Unheard[];
  isReady: boolean;
  started: number;
  /** Takes no new sessions; ends with its last one. */
  isLeaving: boolean;
  /** When it last took up a message: a thread that goes on doing so is busy, not stuck. */
  heardAt: number;
  /** The hold that was already written to the log. */
  warned: number;
  /** The hold that its page knows of. */
  told?: { rented: Rented; since: number } | undefined;
}

/** A session in the thread it has at the moment. */
export interface Rented {
  tenant: Tenant;
  number: number;
  cell: StopCell;
  keeper: Keeper;
}

/** Milliseconds code may hold its thread before it counts as a run that could not say it began. */
const UNHEARD_AFTER = 50;

/** The session whose code has the thread, and since when. */
export function holderOf(keeper: Keeper): { holder: Rented | undefined; since: number } {
  const { lease, since } = keeper.thread.holder();
  return { holder: keeper.tenants.get(lease), since };
}

/** Crosses out what the thread has taken up. */
export function hearUp(keeper: Keeper): void {
  const handled = keeper.thread.handled();
  let count = 0;
  for (const one of keeper.unheard) {
    if (one.position > handled) break;
    one.heard?.();
    count++;
  }
  if (count === 0) return;
  keeper.unheard.splice(0, count);
  keeper.heardAt = Date.now();
}

/** The page that was told of a hold need not know of it any more. */
export function tellOver(keeper: Keeper): void {
  keeper.told?.rented.tenant.holds(undefined);
  keeper.told = undefined;
}

/** Whoever looks at a page should know that, and where, its run does not let go of the thread. */
export function tellHold(keeper: Keeper, now: number, { tellAfter }: Timing): void {
  const { holder, since } = holderOf(keeper);
  if (keeper.told && (keeper.told.rented !== holder || keeper.told.since !== since)) tellOver(keeper);
  if (!holder || now - since < UNHEARD_AFTER) return;
  holder.tenant.unheard();
  if (now - since < tellAfter) return;
  holder.tenant.holds((now - since) / 1000);
  if (!keeper.told) askWhere(holder.cell);
  keeper.told = { rented: holder, since };
}

/** What was saved is to take effect: a run that keeps its thread from hearing of it is stopped. */
export function makeWay(keeper: Keeper, now: number, { warnAfter }: Timing, log: Log): void {
  const edit = keeper.unheard.find((one) => one.isEdit && one.level === 0);
  const { holder, since } = holderOf(keeper);
  if (!edit || !holder || now - edit.at < warnAfter || now - since < warnAfter) return;
  log("warning", `The script was saved while the run of session ${holder.tenant.name} held its thread, so that run was stopped.`);
  raise(holder.cell, 2);
  Object.assign(edit, { lease: holder, level: 2 } satisfies Partial<Unheard>);
}

/** True when somebody asked for a run to end, and nothing was taken up for longer than patience lasts. */
export function isStuck(keeper: Keeper, now: number, { patience }: Timing): boolean {
  const { holder } = holderOf(keeper);
  const isUnheard = keeper.unheard.some((one) => one.level > 0 && now - one.at >= patience && (!holder || one.lease === holder));
  return isUnheard && now - keeper.heardAt >= patience;
}

/** The sessions that wait while somebody else's code has the thread. */
export function waitingIn(keeper: Keeper): ReadonlySet<Rented> {
  const { holder } = holderOf(keeper);
  if (!holder) return new Set();
  return new Set(keeper.unheard.flatMap(({ lease }) => (lease && lease !== holder ? [lease] : [])));
}

/** Writes to the log, once, that others wait for a run. */
export function warnOfHold(keeper: Keeper, held: number, waiting: number, log: Log): void {
  const { holder, since } = holderOf(keeper);
  if (!holder || keeper.warned === since) return;
  keeper.warned = since;
  askWhere(holder.cell);
  log(
    "warning",
    `The run of session ${holder.tenant.name} has held its thread for ${(held / 1000).toFixed(1)} s while ${waiting} other ` +
      `session${waiting === 1 ? " waits" : "s wait"}. Await what takes long, cache it, or raise runner.workers.`,
  );
}
