import type { EngineSession, OpenOptions } from "../../../engine/host.ts";
import { encode } from "../../../protocol/codec.ts";
import type { Op, RerunRequest, ToServer } from "../../../protocol/messages.ts";
import { type EngineRequest, runScriptThread, type ThreadEngine } from "../threads/script-thread.ts";

/** One text node whose props say what happened; triggers make the thread misbehave on purpose. */
function openFake(options: OpenOptions, request: EngineRequest & { saved: Set<() => void> }): EngineSession {
  const { send, stop } = options;
  let revision = options.restore?.revision ?? 0;
  let runs = 0;
  let seq = 0;
  let runOnSave = request.config["server.runOnSave"] === true;
  const values: Record<string, unknown> = { ...options.restore?.values };
  const isResumed = options.restore !== undefined;

  const patch = (ops: Op[]): void => {
    send({ type: "patch", from: revision, revision: revision + 1, ops });
    revision += 1;
  };
  const say = (facts: object): void => patch([{ op: "set", id: 17, kind: "text", props: encode(facts) }]);
  const report = (extra: object = {}): void =>
    say({ runs, values, isResumed, argv: process.argv.slice(2), secrets: request.host.secrets(), env: process.env.TOKEN ?? null, ...extra });

  const behave: Record<string, (argument: number) => object | void> = {
    spin() {
      const end = Date.now() + 10_000;
      while (stop.raised() === 0 && Date.now() < end);
      return { stopped: stop.raised() };
    },
    hang(milliseconds) {
      const end = Date.now() + milliseconds;
      while (Date.now() < end);
    },
    exit: () => process.exit(3),
    crash() {
      const hoard: number[][] = [];
      for (;;) hoard.push(Array.from({ length: 1e6 }, (_, i) => i));
    },
    reject: () => void Promise.reject(new Error("nobody caught me")),
    many(count) {
      for (let index = 0; index < count; index++) say({ index, padding: "x".repeat(1000) });
    },
    payload(size) {
      send({ type: "payload", hash: "h1", part: 0, parts: 1, bytes: new Uint8Array(size).fill(7) });
    },
    append: () => patch([{ op: "append", id: 17, prop: "text", value: "more" }]),
    load: () => void request.host.compile(`${request.entry.slice(0, request.entry.lastIndexOf("/"))}/helper.ts`, { magic: false }),
    keep: () => options.keep?.({ state: { n: encode(1) }, removed: [], lost: ["socket"] }),
  };

  const run = (message: Partial<RerunRequest>): void => {
    runs += 1;
    seq = Math.max(seq, message.seq ?? 0);
    stop.lower();
    send({ type: "started", run: runs });
    let extra: object = {};
    for (const [name, argument] of Object.entries(message.triggers ?? {})) {
      try {
        extra = { ...extra, ...behave[name]?.(argument as number) };
      } catch (error) {
        extra = { ...extra, error: String(error) };
      }
    }
    if (!message.triggers?.append) report(extra);
    send({ type: "finished", run: runs, seq, outcome: stop.raised() === 2 ? "stopped" : "done" });
  };

  if (!isResumed) patch([{ op: "insert", id: 17, parent: 1, after: 0, kind: "text", props: encode({}) }]);
  request.saved.add(() => (runOnSave ? run({}) : send({ type: "scriptChanged" })));
  return {
    id: options.id,
    receive(message: ToServer) {
      if (message.type === "runOnSave") runOnSave = message.value;
      if (message.type !== "rerun") return;
      Object.assign(values, message.values);
      run(message);
    },
    prepareMedia: () => Promise.resolve(undefined),
    openMedia: () => Promise.resolve(undefined),
    discardUpload: () => {},
    close: () => {},
  };
}

const saved = new Set<() => void>();
runScriptThread(
  (request): ThreadEngine => ({
    open: (options) => openFake(options, { ...request, saved }),
    filesChanged(ids) {
      request.host.log("info", `files ${ids.join()}`);
      for (const tell of saved) tell();
    },
    configChanged: () => request.host.log("info", `details ${String(request.config["client.showErrorDetails"])}`),
    clearResults: () => {},
    clearCaches: () => request.host.log("info", "caches cleared"),
    close: () => {},
    strayError: (error) => request.host.log("error", `stray ${String(error)}`),
  }),
  () => () => Promise.resolve(),
);
