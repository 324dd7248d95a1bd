import { once } from "node:events";

import { WebSocket } from "ws";

interface Answer {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: { message: string };
}

interface ParsedScript {
  scriptId: string;
  url: string;
  sourceMapURL: string;
}

export interface Paused {
  /** As the source has it; counts from 1. */
  line: number;
  url: string;
  function: string;
  reason: string;
  /** Evaluates an expression where the script stands. */
  evaluate(expression: string): Promise<unknown>;
}

/** A debugger without a window: what an editor does over the inspector's protocol. */
export async function connectDebugger(url: string) {
  const socket = new WebSocket(url);
  await once(socket, "open");
  const answers = new Map<number, (answer: Answer) => void>();
  const events: Answer[] = [];
  const scripts: ParsedScript[] = [];
  let wake = (): void => {};
  let calls = 0;
  socket.on("message", (bytes: Buffer) => {
    const answer = JSON.parse(bytes.toString()) as Answer;
    if (answer.method === "Debugger.scriptParsed") scripts.push(answer.params as unknown as ParsedScript);
    // As editors do: the program ends only when they have let go.
    if (answer.method === "Runtime.executionContextDestroyed") socket.close();
    if (answer.id === undefined) events.push(answer);
    else answers.get(answer.id)?.(answer);
    wake();
  });
  const send = async (method: string, params: object = {}): Promise<Record<string, unknown>> => {
    calls += 1;
    const id = calls;
    socket.send(JSON.stringify({ id, method, params }));
    const answer = await new Promise<Answer>((done) => answers.set(id, done));
    if (answer.error) throw new Error(`${method}: ${answer.error.message}`);
    return answer.result ?? {};
  };
  /** The next event of a kind; what came before it is left out. */
  const event = async (method: string): Promise<Record<string, unknown>> => {
    for (;;) {
      const at = events.findIndex((one) => one.method === method);
      if (at >= 0) return events.splice(0, at + 1).at(-1)?.params ?? {};
      await new Promise<void>((done) => (wake = done));
    }
  };
  await send("Runtime.enable");
  await send("Debugger.enable");
  return {
    send,
    /** Every script so far that carries a map. */
    scripts: () => scripts.filter(({ sourceMapURL }) => sourceMapURL !== ""),
    /** Stops where a line of a source begins; lines count from 1. */
    stopAt: (file: string, line: number) => send("Debugger.setBreakpointByUrl", { url: file, lineNumber: line - 1, columnNumber: 0 }),
    go: () => send("Debugger.resume"),
    begin: () => send("Runtime.runIfWaitingForDebugger"),
    async paused(): Promise<Paused> {
      const { callFrames, reason } = (await event("Debugger.paused")) as { callFrames: Record<string, never>[]; reason: string };
      const [top] = callFrames as unknown as { callFrameId: string; functionName: string; location: { lineNumber: number; scriptId: string } }[];
      if (!top) throw new Error("The script stands nowhere.");
      return {
        line: top.location.lineNumber + 1,
        url: scripts.find(({ scriptId }) => scriptId === top.location.scriptId)?.url ?? "",
        function: top.functionName,
        reason,
        async evaluate(expression) {
          const { result } = (await send("Debugger.evaluateOnCallFrame", { callFrameId: top.callFrameId, expression, returnByValue: true })) as {
            result: { value: unknown };
          };
          return result.value;
        },
      };
    },
    close: () => socket.close(),
  };
}
