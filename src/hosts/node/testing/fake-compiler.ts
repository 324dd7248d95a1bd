import { parentPort } from "node:worker_threads";

// Reports whatever it is asked for and compiles nothing.
parentPort?.on("message", ({ type, port }) => {
  if (type !== "serve") return;
  port.on("message", ({ call, id }: { call: number; id: string }) => {
    parentPort?.postMessage({ type: "compiled", id });
    port.postMessage({ call, result: { error: { name: "Fake", message: "compiles nothing" } } });
  });
});
