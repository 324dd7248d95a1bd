import { createEngine } from "../../engine/engine.ts";
import type { CompiledModule } from "../../engine/host.ts";
import * as rivulet from "../../index.ts";
import { decode, encode } from "../../protocol/codec.ts";
import type { ToServer } from "../../protocol/messages.ts";
import { createBrowserHost } from "./host.ts";

/** What the page tells the worker first. */
export interface BrowserStart {
  entry: string;
  modules: CompiledModule[];
}

/** What the worker's own scope tells of an error that nobody caught. */
interface StrayEvent {
  error?: unknown;
  reason?: unknown;
  preventDefault(): void;
}

interface WorkerPort {
  onmessage: ((event: { data: unknown }) => void) | null;
  addEventListener?(type: "error" | "unhandledrejection", listener: (event: StrayEvent) => void): void;
  postMessage(message: unknown, transfer?: Transferable[]): void;
}

/**
 * Serves one page from this worker: the first message is a BrowserStart, all others are encoded as on any wire.
 *
 * @example
 * startInWorker(self);
 */
export function startInWorker(port: WorkerPort): void {
  port.onmessage = ({ data }) => {
    const { entry, modules } = data as BrowserStart;
    const host = createBrowserHost(new Map(modules.map((module) => [module.id, module])));
    const engine = createEngine({ host, entry, rivulet: () => rivulet });
    let session: ReturnType<typeof engine.open> | undefined;
    // There is one page: whatever nobody caught is its own.
    const stray = (event: StrayEvent): void => {
      event.preventDefault();
      engine.strayError("reason" in event ? event.reason : event.error, session);
    };
    port.addEventListener?.("error", stray);
    port.addEventListener?.("unhandledrejection", stray);
    port.onmessage = (event) => {
      const message = decode(event.data as Uint8Array) as ToServer;
      if (message.type === "hello") {
        session = engine.open({
          id: host.randomId(),
          principal: { headers: {}, cookies: {}, address: null },
          context: message.context,
          query: message.query,
          page: message.page,
          stop: { raised: () => 0, lower() {} },
          send(answer) {
            const bytes = encode(answer);
            port.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
          },
        });
        session.receive({ type: "rerun", seq: 0 });
      } else session?.receive(message);
    };
  };
}
