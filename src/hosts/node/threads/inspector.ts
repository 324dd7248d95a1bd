import { open, url, waitForDebugger } from "node:inspector";

import { WebSocket } from "ws";

import type { Host } from "../../../engine/host.ts";
import type { LogLevel } from "./log.ts";

/** Where a debugger connects to the thread that runs scripts. */
export interface Inspect {
  host: string;
  port: number;
  /** True when the script waits for a debugger, and stops at its first line. */
  isWaiting: boolean;
}

/** Threads that run scripts each need a port. */
const MOST_PORTS = 20;

/** True when this process was itself started for a debugger, as editors do. */
export const isDebugged = (): boolean => url() !== undefined;

export interface InspectorEvents {
  opened(address: string): void;
  log(level: LogLevel, message: string): void;
}

/**
 * Lets debuggers connect to this thread; where it listens is printed by Node. A port that is taken is passed over.
 *
 * @param inspect Where, and whether to wait until one has connected.
 * @param events Told where it listens, or that no port is free.
 */
export function openInspector({ host, port, isWaiting }: Inspect, { log, opened }: InspectorEvents): void {
  for (let next = port; next < port + MOST_PORTS; next += 1) {
    open(next, host, false);
    if (url() === undefined) continue;
    opened(url() as string);
    // Waits only where one listens: without a port nobody could ever come.
    if (isWaiting) waitForDebugger();
    return;
  }
  log(
    "error",
    `No debugger can connect: ${host} has no free port from ${port} to ${port + MOST_PORTS - 1}. Name another one, for example: --inspect=127.0.0.1:0`,
  );
}

/** A thread that answers nobody else still answers debuggers. */
const RELEASE_MS = 1000;

/**
 * Lets a script go that stands at a breakpoint, so that its thread can be ended.
 *
 * @param address Where its debuggers connect.
 */
export async function release(address: string): Promise<void> {
  const socket = new WebSocket(address);
  const timer = setTimeout(() => socket.terminate(), RELEASE_MS);
  await new Promise<void>((done) => {
    const say = (id: number, method: string, params = {}): void => socket.send(JSON.stringify({ id, method, params }));
    socket.on("error", () => {});
    socket.on("close", () => done());
    socket.on("open", () => {
      say(1, "Debugger.enable");
      say(2, "Debugger.setSkipAllPauses", { skip: true });
      say(3, "Runtime.runIfWaitingForDebugger");
      say(4, "Debugger.resume");
    });
    socket.on("message", (bytes: Buffer) => {
      if ((JSON.parse(bytes.toString()) as { id?: number }).id === 4) socket.close();
    });
  });
  clearTimeout(timer);
}

/**
 * Makes a script stop at its first line when it runs for the first time.
 *
 * @param link Makes functions of compiled modules.
 * @param entry The script.
 */
export function stopAtStart(link: Host["link"], entry: string): Host["link"] {
  let isFirst = true;
  return (module) => {
    const run = link(module);
    if (module.id !== entry || !isFirst) return run;
    const stopping = link({ ...module, code: `debugger; ${module.code}` });
    return (...args) => {
      const chosen = isFirst ? stopping : run;
      isFirst = false;
      return chosen(...args);
    };
  };
}
