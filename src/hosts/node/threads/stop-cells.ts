import type { StopCell } from "./thread-messages.ts";

const PER_BUFFER = 1024;

/** Hands out cells of shared memory and takes them back. */
export interface StopCells {
  take(): StopCell;
  give(cell: StopCell): void;
}

/** Asks the run only to say where it is; gives way to everything else. */
export const WHERE = 3;

/** Raises a cell; a Stop (2) is never weakened to a newer interaction (1). */
export function raise({ buffer, index }: StopCell, level: 1 | 2): void {
  const cells = new Int32Array(buffer);
  const now = Atomics.load(cells, index);
  if (now === WHERE || now < level) Atomics.store(cells, index, level);
}

/** Asks the run that reads a cell to write to the log where it is, unless it is asked to end. */
export function askWhere({ buffer, index }: StopCell): void {
  Atomics.compareExchange(new Int32Array(buffer), index, 0, WHERE);
}

/**
 * Makes a store of cells; one buffer serves many sessions.
 *
 * @example const cells = createStopCells(); const cell = cells.take(); raise(cell, 2); cells.give(cell);
 */
export function createStopCells(): StopCells {
  const free: StopCell[] = [];
  return {
    take() {
      if (free.length === 0) {
        const buffer = new SharedArrayBuffer(PER_BUFFER * Int32Array.BYTES_PER_ELEMENT);
        for (let index = PER_BUFFER - 1; index >= 0; index--) free.push({ buffer, index });
      }
      const cell = free.pop() as StopCell;
      Atomics.store(new Int32Array(cell.buffer), cell.index, 0);
      return cell;
    },
    give: (cell) => void free.push(cell),
  };
}
