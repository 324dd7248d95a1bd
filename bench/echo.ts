import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import WebSocket, { WebSocketServer } from "ws";
import { Worker, isMainThread, parentPort } from "node:worker_threads";
import { fileURLToPath } from "node:url";

import { endProcess } from "./servers.ts";

/**
 * Serves answers of a given size, made in a worker thread as Rivulet makes them: main thread, worker, main thread.
 * Runs in a process of its own and prints its port.
 */
export function serveEcho(size: number): void {
  if (!isMainThread) {
    parentPort?.on("message", () => parentPort?.postMessage(new Uint8Array(size)));
    return;
  }
  const worker = new Worker(fileURLToPath(import.meta.url), { argv: process.argv.slice(2) });
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false });
  server.on("connection", (socket) => {
    worker.on("message", (bytes: Uint8Array) => socket.send(bytes));
    socket.on("message", (bytes: Buffer) => worker.postMessage(new Uint8Array(bytes)));
  });
  server.on("listening", () => console.log((server.address() as { port: number }).port));
}

/** Milliseconds of bare exchanges of so many bytes: what the machine itself costs. */
export async function measureEcho(size: number, count: number): Promise<number[]> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url).replace(/[^/\\]+$/, "bench.mjs"), "echo-server", `${size}`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const port = await new Promise<string>((resolve, reject) => {
      child.stdout.once("data", (text: Buffer) => resolve(text.toString().trim()));
      child.once("exit", () => reject(new Error("The echo server ended.")));
    });
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false });
    await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
    const samples: number[] = [];
    for (let index = 0; index < count; index++) {
      const begin = performance.now();
      await new Promise((resolve) => {
        socket.once("message", resolve);
        socket.send(new Uint8Array(40));
      });
      samples.push(performance.now() - begin);
    }
    socket.terminate();
    return samples.slice(Math.floor(count / 5));
  } finally {
    await endProcess(child);
  }
}
