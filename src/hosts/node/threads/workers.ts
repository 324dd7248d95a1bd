import { encode } from "../../../protocol/codec.ts";
import type { FileMessage, FileNews } from "../files/messages.ts";
import { askWhere, createStopCells, raise } from "./stop-cells.ts";
import { type ScriptThread, startScriptThread, type ThreadEvents, type ThreadOptions } from "./thread.ts";
import type { LogLevel } from "./log.ts";
import type { FromScript, KeptFacts, Opening, StopCell, ToScript } from "./thread-messages.ts";
import { TIMING, type Timing } from "./timing.ts";

/** Why a session has to go on in another thread. */
export type MoveReason =
  /** Its own code held the thread and did not stop. */
  | "blocked"
  /** Somebody else's code holds or held the thread. */
  | "neighbour"
  /** The thread ended by itself. */
  | "crash";

/** A session as its thread's keeper sees it. */
export interface Tenant {
  readonly name: string;
  /** What to open it with; asked again whenever it moves. */
  opening(): Opening;
  received(bytes: Uint8Array): void;
  kept(facts: KeptFacts): void;
  /** Its engine says something about uploads and downloads. */
  file?(news: FileNews): void;
  /** Called before `opening` when it has to move. `detail` says what happened, for people; `again` is what will be repeated there. */
  moved(reason: MoveReason, detail: string, again: readonly Uint8Array[]): void;
  /** Its code has the thread and nothing was heard of it: its run may have been unable to say that it began. */
  unheard(): void;
  /** Its code has had the thread for so many seconds, or no longer has it. Called again while that lasts. */
  holds(seconds: number | undefined): void;
  /** The script was saved while a thread could not hear of it. */
  edited(): void;
  /** Called when no thread can be started any more. */
  failed(detail: string): void;
}

/** A session's place in some thread; it stays the same object when the session moves. */
export interface Lease {
  /** `level` raises the stop cell first: 1 for a newer interaction, 2 for Stop. */
  post(bytes: Uint8Array, level?: 0 | 1 | 2): void;
  /** Said once: whoever moves says it again, if it still matters. */
  tell(message: FileMessage): void;
  close(): void;
}

export interface WorkersOptions extends ThreadOptions {
  /** Threads to run scripts in. */
  count: number;
  log(level: LogLevel, message: string): void;
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

interface Unheard {
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

interface Keeper {
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

interface Rented {
  tenant: Tenant;
  number: number;
  cell: StopCell;
  keeper: Keeper;
}

/** Milliseconds code may hold its thread before it counts as a run that could not say it began. */
const UNHEARD_AFTER = 50;
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

  const hearUp = (keeper: Keeper): void => {
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
    const holder = keeper.tenants.get(keeper.thread.holder().lease);
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

  const tellOver = (keeper: Keeper): void => {
    keeper.told?.rented.tenant.holds(undefined);
    keeper.told = undefined;
  };

  /** Whoever looks at a page should know that, and where, its run does not let go of the thread. */
  const tell = (keeper: Keeper, now: number): void => {
    const { lease, since } = keeper.thread.holder();
    if (keeper.told && (keeper.told.rented.number !== lease || keeper.told.since !== since)) tellOver(keeper);
    const rented = keeper.tenants.get(lease);
    if (!rented || now - since < UNHEARD_AFTER) return;
    rented.tenant.unheard();
    if (now - since < timing.tellAfter) return;
    rented.tenant.holds((now - since) / 1000);
    if (!keeper.told) askWhere(rented.cell);
    keeper.told = { rented, since };
  };

  /** What was saved is to take effect: a run that keeps its thread from hearing of it is stopped. */
  const makeWay = (keeper: Keeper, now: number): void => {
    const edit = keeper.unheard.find((one) => one.isEdit && one.level === 0);
    const { lease, since } = keeper.thread.holder();
    const rented = keeper.tenants.get(lease);
    if (!edit || !rented || now - edit.at < timing.warnAfter || now - since < timing.warnAfter) return;
    options.log("warning", `The script was saved while the run of session ${rented.tenant.name} held its thread, so that run was stopped.`);
    raise(rented.cell, 2);
    Object.assign(edit, { lease: rented, level: 2 } satisfies Partial<Unheard>);
  };

  const judge = (keeper: Keeper, now: number): void => {
    hearUp(keeper);
    tell(keeper, now);
    makeWay(keeper, now);
    const [oldest] = keeper.unheard;
    if (!oldest || (!keeper.isReady && now - keeper.started < START_GRACE)) return;
    const { lease, since } = keeper.thread.holder();
    const holder = keeper.tenants.get(lease);
    const held = now - Math.max(since, keeper.started);
    if (now - oldest.at >= timing.patience / 2) spare ??= spawn();
    const isUnheard = keeper.unheard.some((one) => one.level > 0 && now - one.at >= timing.patience && (!holder || one.lease === holder));
    if (isUnheard && now - keeper.heardAt >= timing.patience) {
      const whose = holder ? `the run of session ${holder.tenant.name}` : "a run";
      options.log("warning", `A script thread did not stop within ${timing.patience / 1000} s because ${whose} never gave way, so the thread was replaced.`);
      replace(keeper, holder ?? keeper.unheard.find(({ level }) => level > 0)?.lease, "blocked", "its code never gave way");
      return;
    }
    const waiting = new Set(keeper.unheard.filter((one) => one.lease && one.lease !== holder).map((one) => one.lease as Rented));
    if (!holder || waiting.size === 0) return;
    if (held >= timing.warnAfter && keeper.warned !== since) {
      keeper.warned = since;
      askWhere(holder.cell);
      options.log(
        "warning",
        `The run of session ${holder.tenant.name} has held its thread for ${(held / 1000).toFixed(1)} s while ${waiting.size} other ` +
          `session${waiting.size === 1 ? " waits" : "s wait"}. Await what takes long, cache it, or raise runner.workers.`,
      );
    }
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
