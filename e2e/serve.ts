import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

export interface RunningApp {
  readonly url: string;
  /** All that the server has printed so far. */
  output(): string;
  /** Asks it to end, as Ctrl+C does, and resolves to true when it did so by itself. */
  stop(): Promise<boolean>;
}

/** Writes a script into a folder of its own and returns its path. */
export function script(source: string, name = "app.ts"): string {
  const path = join(mkdtempSync(join(tmpdir(), "rivulet-e2e-")), name);
  writeFileSync(path, source);
  return path;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Serves a script by the command line, as a user would, and waits until it answers. */
export function serveApp(target: string, ...options: string[]): Promise<RunningApp> {
  return serveIn(ROOT, target, ...options);
}

/** As `serveApp`, started in a folder of its own, whose settings count. */
export async function serveIn(folder: string, target: string, ...options: string[]): Promise<RunningApp> {
  const port = await freePort();
  const command = target === "hello" || target === "docs" ? [target] : ["run", target];
  const child = spawn(process.execPath, [join(ROOT, "bin/rivulet.js"), ...command, "--server.port", String(port), "--server.headless", "true", ...options], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes: Buffer) => void (text += bytes.toString()));
  const url = `http://localhost:${port}/`;
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await fetch(`${url}healthz`).catch(() => undefined);
    if (answer?.ok) break;
    if (child.exitCode !== null || Date.now() > end) throw new Error(`The server did not start:\n${text}`);
    await new Promise((next) => setTimeout(next, 50));
  }
  return {
    url,
    output: () => text,
    async stop() {
      if (child.exitCode !== null) return true;
      const ended = new Promise<NodeJS.Signals | null>((done) => child.once("exit", (_, signal) => done(signal)));
      child.kill("SIGINT");
      const timer = setTimeout(() => child.kill("SIGKILL"), 15_000);
      const signal = await ended;
      clearTimeout(timer);
      return signal !== "SIGKILL";
    },
  };
}
