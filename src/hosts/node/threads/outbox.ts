import type { FromScript } from "./thread-messages.ts";

/** Most milliseconds a message waits while its thread is busy. */
const PATIENCE = 5;

/** When a message leaves: at once, with all before it; soon, also in the middle of a long turn; or whenever the turn ends. */
export type Haste = "now" | "soon" | "later";

/** Collects what a thread has to say and sends it together. */
export interface Outbox {
  add(lease: number, bytes: Uint8Array, haste: Haste): void;
  flush(): void;
}

/**
 * One message per turn of the event loop in place of one per word; in a long synchronous run, where no turn ends,
 * everything that has waited leaves with the next word.
 *
 * @param post Sends to the network thread; takes over the listed buffers.
 * @example const outbox = createOutbox((message, transfer) => parentPort.postMessage(message, transfer));
 */
export function createOutbox(post: (message: FromScript, transfer: ArrayBuffer[]) => void): Outbox {
  let items: [number, Uint8Array][] = [];
  let isScheduled = false;
  let flushed = Number.NEGATIVE_INFINITY;

  const flush = (): void => {
    if (items.length === 0) return;
    const batch = items;
    items = [];
    flushed = performance.now();
    const transfer = new Set<ArrayBuffer>();
    for (const [, { buffer, byteLength }] of batch) {
      // A view into a larger buffer is cloned: moving the buffer would empty its neighbours.
      if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) transfer.add(buffer);
    }
    post({ type: "batch", items: batch }, [...transfer]);
  };

  return {
    flush,
    add(lease, bytes, haste) {
      items.push([lease, bytes]);
      if (haste === "now" || (haste === "soon" && performance.now() - flushed > PATIENCE)) flush();
      else if (!isScheduled) {
        isScheduled = true;
        setImmediate(() => {
          isScheduled = false;
          flush();
        });
      }
    },
  };
}
