import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

const LIMIT_MS = 60_000;

export interface Running {
  port: number;
  /** Milliseconds from starting the process to the first healthy answer. */
  startedIn: number;
  stop(): Promise<void>;
}

/** The file of a benchmark app, by name with ending. */
export function appFile(name: string): string {
  return fileURLToPath(new URL(`../../bench/apps/${name}`, import.meta.url));
}

/** A port of loopback that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

/** Makes sure that a child does not outlive this process when somebody ends it early. */
export function endWithUs(child: ChildProcess): void {
  const end = (): void => void child.kill("SIGTERM");
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
}

/** Ends a process by its id, gently first, and waits until it is gone. */
export function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill("SIGKILL"), 3000);
    child.once("exit", () => {
      clearTimeout(force);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

async function untilHealthy(child: ChildProcess, url: string, output: () => string): Promise<void> {
  const end = performance.now() + LIMIT_MS;
  while (performance.now() < end) {
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}:\n${output()}`);
    const isWell = await fetch(url).then(
      (answer) => answer.status === 200,
      () => false,
    );
    if (isWell) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`${url} did not answer within ${LIMIT_MS / 1000} s:\n${output()}`);
}

async function start(command: string, args: string[], port: number, health: string): Promise<Running> {
  const begin = performance.now();
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  endWithUs(child);
  let output = "";
  const keep = (text: Buffer): void => {
    output = (output + text).slice(-4000);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const lost = new Promise<never>((_, reject) => child.once("error", reject));
  try {
    await Promise.race([untilHealthy(child, `http://127.0.0.1:${port}${health}`, () => output), lost]);
  } catch (error) {
    await endProcess(child);
    throw error;
  }
  return { port, startedIn: performance.now() - begin, stop: () => endProcess(child) };
}

/** Starts Rivulet with one of the apps of `bench/apps`, or with `hello`. */
export async function startRivulet(app: string | "hello"): Promise<Running> {
  const port = await freePort();
  const bin = fileURLToPath(new URL("../../bin/rivulet.js", import.meta.url));
  const what = app === "hello" ? ["hello"] : ["run", appFile(`${app}.ts`)];
  const options = ["--server.port", `${port}`, "--server.address", "127.0.0.1", "--server.headless", "true", "--server.enableWebsocketCompression", "false"];
  return start(process.execPath, [bin, ...what, ...options], port, "/healthz");
}

/** Starts the Streamlit of a Python with the same app in Python, or with `hello`. */
export async function startStreamlit(python: string, app: string | "hello"): Promise<Running> {
  const port = await freePort();
  const what = app === "hello" ? ["hello"] : ["run", appFile(`${app}.py`)];
  const options = ["--server.port", `${port}`, "--server.address", "127.0.0.1", "--server.headless", "true"];
  const quiet = ["--server.enableWebsocketCompression", "false", "--browser.gatherUsageStats", "false"];
  return start(python, ["-m", "streamlit", ...what, ...options, ...quiet], port, "/_stcore/health");
}
