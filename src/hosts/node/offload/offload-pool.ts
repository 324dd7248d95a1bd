import { AppError } from "../../../engine/errors/errors.ts";
import type { ClearedResults, OffloadAnswer, OffloadCall, Offloader } from "../../../engine/host.ts";
import type { FromOffload, ToOffload } from "./offload-messages.ts";
import type { OffloadEvents, OffloadThread } from "./offload-thread.ts";
import type { LogLevel } from "../threads/log.ts";

export interface OffloadPoolOptions {
  start(events: OffloadEvents): OffloadThread;
  /** Most threads at once, asked whenever one is wanted. */
  size(): number;
  log(level: LogLevel, message: string): void;
  /** A call has cleared results of cached functions; the pool tells its other threads. */
  cleared?: ((what: ClearedResults) => void) | undefined;
  /** Milliseconds a call that was ended may go on before its thread is terminated. Default 500. */
  grace?: number | undefined;
  /** Milliseconds after which a thread with nothing to do is given up. Default 60,000. */
  idle?: number | undefined;
}

export interface OffloadPool extends Offloader {
  /** To all threads there are. */
  broadcast(message: Exclude<ToOffload, { type: "call" | "abort" }>): void;
  close(): void;
}

interface Job {
  readonly number: number;
  readonly call: OffloadCall;
  readonly owner: string;
  resolve(answer: OffloadAnswer): void;
  reject(error: unknown): void;
}

interface Seat {
  thread: OffloadThread;
  job: Job | undefined;
  /** Ends the thread: a call that does not give way, or nothing to do. */
  timer: NodeJS.Timeout | undefined;
}

/**
 * Runs offloaded calls on a bounded number of threads, which are started when they are needed and kept for the next
 * call. Of the calls that wait, one whose owner has the fewest running comes first.
 *
 * @param options How threads are started, and how many there may be.
 * @example const pool = createOffloadPool({ start, size: () => 3, log }); const { answer, stop } = pool.run(call, owner);
 */
export function createOffloadPool(options: OffloadPoolOptions): OffloadPool {
  const { grace = 500, idle = 60_000 } = options;
  const seats = new Set<Seat>();
  const queue: Job[] = [];
  let numbers = 0;

  const give = (seat: Seat): void => {
    clearTimeout(seat.timer);
    seats.delete(seat);
    seat.thread.terminate();
  };

  const free = (seat: Seat): void => {
    clearTimeout(seat.timer);
    seat.job = undefined;
    seat.timer = setTimeout(give, idle, seat);
    seat.timer.unref();
    pump();
  };

  const hear = (seat: Seat, message: FromOffload): void => {
    if (message.type === "log") return options.log(message.level, message.message);
    if (message.type === "cleared") {
      for (const other of seats) if (other !== seat) other.thread.post(message);
      options.cleared?.(message.what);
      return;
    }
    const { job } = seat;
    if (job?.number !== message.number) return;
    if (message.type === "value") job.resolve({ value: message.bytes });
    else job.resolve({ error: message.bytes });
    free(seat);
  };

  const ended = (seat: Seat, reason: string): void => {
    if (!seats.delete(seat)) return;
    clearTimeout(seat.timer);
    const { job } = seat;
    job?.reject(
      new AppError("run-over", `The thread on which ${job.call.name} ran has ended: ${reason}`, { hint: "Nothing else was lost. Try it with less." }),
    );
    pump();
  };

  const open = (): Seat => {
    const seat: Seat = { thread: undefined as unknown as OffloadThread, job: undefined, timer: undefined };
    seat.thread = options.start({ message: (message) => hear(seat, message), ended: (reason) => ended(seat, reason) });
    seats.add(seat);
    return seat;
  };

  const next = (): Job => {
    const running = (owner: string): number => [...seats].filter(({ job }) => job?.owner === owner).length;
    const job = queue.reduce((best, one) => (running(one.owner) < running(best.owner) ? one : best));
    queue.splice(queue.indexOf(job), 1);
    return job;
  };

  function pump(): void {
    while (queue.length > 0) {
      const seat = [...seats].find(({ job }) => !job) ?? (seats.size < options.size() ? open() : undefined);
      if (!seat) return;
      const job = next();
      clearTimeout(seat.timer);
      seat.job = job;
      seat.thread.post({ type: "call", number: job.number, call: job.call });
    }
  }

  const stop = (job: Job): void => {
    const at = queue.indexOf(job);
    if (at >= 0) return void queue.splice(at, 1);
    const seat = [...seats].find((one) => one.job === job);
    if (!seat) return;
    seat.thread.raise(job.number);
    seat.thread.post({ type: "abort", number: job.number });
    seat.timer = setTimeout(() => {
      give(seat);
      pump();
    }, grace);
  };

  return {
    run(call, owner) {
      numbers += 1;
      const number = numbers;
      let job!: Job;
      const answer = new Promise<OffloadAnswer>((resolve, reject) => {
        job = { number, call, owner, resolve, reject };
      });
      queue.push(job);
      pump();
      return { answer, stop: () => stop(job) };
    },
    broadcast(message) {
      for (const { thread } of seats) thread.post(message);
    },
    close() {
      for (const seat of seats) give(seat);
      queue.length = 0;
    },
  };
}
