import { encode } from "../../../protocol/codec.ts";
import { hearUp, holderOf, isStuck, type Keeper, makeWay, type Rented, tellHold, tellOver, type Unheard, waitingIn, warnOfHold } from "./keeper.ts";
import type { Log } from "./log.ts";
import { createStopCells, raise } from "./stop-cells.ts";
import type { Lease, MoveReason, Tenant } from "./tenant.ts";
import { type ScriptThread, startScriptThread, type ThreadEvents, type ThreadOptions } from "./thread.ts";
import type { FromScript, StopCell, ToScript } from "./thread-messages.ts";
import { TIMING, type Timing } from "./timing.ts";

export interface WorkersOptions extends ThreadOptions {
  /** Threads to run scripts in. */
  count: number;
  log: Log;
  timing?: Timing | undefined;
  /** Told what a script sets for everybody. */
  optionSet?: ((name: string, value: string | boolean) => void) | undefined;
  /** Told where debuggers of a thread connect. */
  inspectorOpened?: ((address: string) => void) | undefined;
  /** For tests. Default: a real worker thread. */
  start?: ((options: ThreadOptions, events: ThreadEvents) => ScriptThread) | undefined;
}

export interface Workers {
  open(tenant: Tenant): Lease;
  /** To all threads. */
  broadcast(message: Extract<ToScript, { type: "files" | "config" | "secrets" | "clearCaches" }>): void;
  /** True while scripts can run, counting a thread that is being replaced as able for 30 s. */
  isAble(): boolean;
  /** Resolves when the first thread is ready. */
  readonly ready: Promise<void>;
  close(): void;
}

const START_GRACE = 30_000;
/** A run can take its thread with no message to begin it: how often to look for such while nothing is waited for. */
const IDLE_LOOK = 1000;
const MOST_FAILED_STARTS = 3;

/**
 * Starts script threads and keeps sessions running in them: a thread that is stuck or gone is replaced,
 * and its sessions are opened again elsewhere.
 *
 * @param options What to run, and in how many threads.
 * @example const workers = createWorkers(options); const lease = workers.open(session); lease.post(bytes, 1);
 */
export function createWorkers(options: WorkersOptions): Workers {
  const timing = options.timing ?? TIMING;
  const start = options.start ?? startScriptThread;
  const cells = createStopCells();
  const keepers = new Set<Keeper>();
  let numbers = 0;
  let failedStarts = 0;
  /** Started when a thread seems stuck, so that its successor is ready by the time it is needed. */
  let spare: Keeper | undefined;
  let isClosed = false;
  let watch: NodeJS.Timeout | undefined;
  let markReady!: () => void;
  const ready = new Promise<void>((resolve) => (markReady = resolve));

  const spawn = (): Keeper => {
    const keeper: Keeper = {
      thread: undefined as unknown as ScriptThread,
      tenants: new Map(),
      unheard: [],
      isReady: false,
      started: Date.now(),
      heardAt: 0,
      isLeaving: false,
      warned: 0,
    };
    keepers.add(keeper);
    keeper.thread = start(options, {
      message: (message) => hear(keeper, message),
      ended: (reason) => crashed(keeper, reason),
    });
    return keeper;
  };

  /** What goes wrong for one session is no reason to fail the others. */
  const deliver = (rented: Rented | undefined, bytes: Uint8Array): void => {
    try {
      rented?.tenant.received(bytes);
    } catch (error) {
      options.log("error", `Session ${rented?.tenant.name}: ${(error as Error).message}`);
    }
  };

  const hear = (keeper: Keeper, message: FromScript): void => {
    try {
      take(keeper, message);
    } catch (error) {
      options.log(
        "warning",
        `A message of a script thread was left out (${(error as Error).message}). Scripts must not post through parentPort of node:worker_threads.`,
      );
    }
  };

  /** Libraries that find themselves in a worker may post anything: nothing here may rely on a shape. */
  const take = (keeper: Keeper, message: FromScript): void => {
    if (message.type === "batch") for (const [lease, bytes] of message.items) deliver(keeper.tenants.get(lease), bytes);
    else if (message.type === "file") keeper.tenants.get(message.lease)?.tenant.file?.(message.news);
    else if (message.type === "kept") keeper.tenants.get(message.lease)?.tenant.kept(message.facts);
    else if (message.type === "option") options.optionSet?.(message.name, message.value);
    else if (message.type === "inspector") options.inspectorOpened?.(message.address);
    else if (message.type === "cleared") tellOthers(keeper, message);
    else if (message.type === "log") options.log(message.level, message.message);
    else if (message.type === "ready") {
      keeper.isReady = true;
      failedStarts = 0;
      markReady();
    }
  };

  const tellOthers = (teller: Keeper, message: Extract<ToScript, { type: "cleared" }>): void => {
    for (const keeper of keepers) if (keeper !== teller) send(keeper, message, { lease: undefined, bytes: undefined, level: 0 });
  };

  const send = (keeper: Keeper, message: ToScript, unheard: Omit<Unheard, "position" | "at">): void => {
    keeper.thread.post(message);
    keeper.unheard.push({ ...unheard, position: keeper.thread.posted, at: Date.now() });
    startWatch();
  };

  const startWatch = (): void => {
    watch ??= setInterval(look, timing.every).unref();
  };

  const roomiest = (): Keeper => {
    const open = [...keepers].filter((keeper) => !keeper.isLeaving && keeper !== spare);
    if (open.length < options.count) {
      const next = spare ?? spawn();
      spare = undefined;
      return next;
    }
    return open.reduce((a, b) => (b.tenants.size < a.tenants.size ? b : a));
  };

  const settle = (rented: Rented, keeper: Keeper): void => {
    numbers += 1;
    rented.number = numbers;
    rented.keeper = keeper;
    rented.cell = cells.take();
    keeper.tenants.set(numbers, rented);
    const opening = encode(rented.tenant.opening());
    send(keeper, { type: "open", lease: numbers, stop: rented.cell, opening }, { lease: rented, bytes: undefined, level: 0 });
  };

  /** Closes a session in its thread. The cell is used again only when that thread can no longer touch it. */
  const shut = (keeper: Keeper, number: number, cell: StopCell): void => {
    keeper.tenants.delete(number);
    if (!keepers.has(keeper)) return;
    raise(cell, 2);
    send(keeper, { type: "close", lease: number }, { lease: undefined, bytes: undefined, level: 2, heard: () => cells.give(cell) });
  };

  /** Opens a session elsewhere; what its old thread has not heard is said again there. */
  const move = (rented: Rented, to: Keeper, reason: MoveReason, detail: string): void => {
    const { keeper, number, cell } = rented;
    // A Stop has done its work when the run it meant is gone.
    const again = keeper.unheard.flatMap(({ lease, bytes, level }) => (lease === rented && bytes && level !== 2 ? [bytes] : []));
    keeper.unheard = keeper.unheard.filter(({ lease }) => lease !== rented);
    shut(keeper, number, cell);
    rented.tenant.moved(reason, detail, again);
    settle(rented, to);
    for (const bytes of again) send(to, { type: "message", lease: rented.number, bytes }, { lease: rented, bytes, level: 0 });
  };

  /** Ends a thread and opens its sessions in others. */
  const replace = (keeper: Keeper, culprit: Rented | undefined, reason: "blocked" | "crash", detail: string): void => {
    const edit = keeper.unheard.some(({ isEdit }) => isEdit);
    tellOver(keeper);
    keeper.isLeaving = true;
    keepers.delete(keeper);
    keeper.thread.terminate();
    for (const rented of keeper.tenants.values()) {
      move(rented, roomiest(), reason === "crash" ? "crash" : rented === culprit ? "blocked" : "neighbour", detail);
      if (edit) rented.tenant.edited();
    }
    if (keeper === spare) spare = undefined;
    else if (!isClosed) roomiest();
  };

  const crashed = (keeper: Keeper, reason: string): void => {
    if (isClosed || !keepers.has(keeper)) return;
    const { holder } = holderOf(keeper);
    options.log("error", `A script thread ended: ${reason}.${holder ? ` It was running session ${holder.tenant.name}.` : ""} A new one is started.`);
    failedStarts = keeper.isReady ? 0 : failedStarts + 1;
    if (failedStarts < MOST_FAILED_STARTS) {
      hearUp(keeper);
      replace(keeper, holder, "crash", reason);
      return;
    }
    keepers.delete(keeper);
    options.log("error", `Script threads do not start (${reason}), so this is given up. Mend what the message names and start again.`);
    for (const { tenant } of keeper.tenants.values()) tenant.failed(reason);
  };

  const judge = (keeper: Keeper, now: number): void => {
    hearUp(keeper);
    tellHold(keeper, now, timing);
    makeWay(keeper, now, timing, options.log);
    const [oldest] = keeper.unheard;
    if (!oldest || (!keeper.isReady && now - keeper.started < START_GRACE)) return;
    if (now - oldest.at >= timing.patience / 2) spare ??= spawn();
    const { holder, since } = holderOf(keeper);
    if (isStuck(keeper, now, timing)) {
      const whose = holder ? `the run of session ${holder.tenant.name}` : "a run";
      options.log("warning", `A script thread did not stop within ${timing.patience / 1000} s because ${whose} never gave way, so the thread was replaced.`);
      replace(keeper, holder ?? keeper.unheard.find(({ level }) => level > 0)?.lease, "blocked", "its code never gave way");
      return;
    }
    const waiting = waitingIn(keeper);
    if (waiting.size === 0) return;
    const held = now - Math.max(since, keeper.started);
    if (held >= timing.warnAfter) warnOfHold(keeper, held, waiting.size, options.log);
    if (held < timing.moveAfter) return;
    keeper.isLeaving = true;
    const to = roomiest();
    for (const rented of waiting) move(rented, to, "neighbour", "another session's code held the thread");
  };

  const look = (): void => {
    const now = Date.now();
    for (const keeper of keepers) judge(keeper, now);
    if ([...keepers].every(({ unheard, thread, told }) => unheard.length === 0 && thread.holder().lease === 0 && !told)) {
      clearInterval(watch);
      watch = undefined;
      if (spare) discard(spare);
      spare = undefined;
    }
  };

  const discard = (keeper: Keeper): void => {
    keepers.delete(keeper);
    keeper.thread.terminate();
  };

  const leave = (keeper: Keeper): void => {
    if (keeper.isLeaving && keeper.tenants.size === 0) discard(keeper);
  };

  const idleLook = setInterval(() => {
    if ([...keepers].some(({ thread }) => thread.holder().lease !== 0)) startWatch();
  }, IDLE_LOOK).unref();
  for (let index = 0; index < options.count; index++) spawn();

  return {
    ready,
    open(tenant) {
      const rented = { tenant } as Rented;
      settle(rented, roomiest());
      return {
        post(bytes, level = 0) {
          if (level > 0) raise(rented.cell, level as 1 | 2);
          send(rented.keeper, { type: "message", lease: rented.number, bytes }, { lease: rented, bytes, level });
        },
        tell(message) {
          send(rented.keeper, { type: "file", lease: rented.number, message }, { lease: rented, bytes: undefined, level: 0 });
        },
        close() {
          shut(rented.keeper, rented.number, rented.cell);
          leave(rented.keeper);
        },
      };
    },
    broadcast(message) {
      // A thread started later begins with what holds now.
      if (message.type === "config") Object.assign(options.config, message.values);
      for (const keeper of keepers) send(keeper, message, { lease: undefined, bytes: undefined, level: 0, isEdit: message.type === "files" });
    },
    isAble: () => {
      const now = Date.now();
      return [...keepers].some((keeper) => keeper.isReady || now - keeper.started < START_GRACE);
    },
    close() {
      isClosed = true;
      clearInterval(watch);
      clearInterval(idleLook);
      for (const keeper of keepers) keeper.thread.terminate();
      keepers.clear();
    },
  };
}
