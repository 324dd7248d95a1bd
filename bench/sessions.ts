import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import { readConfig } from "../src/hosts/node/config/config.ts";
import { type RunningServer, startServer } from "../src/hosts/node/server.ts";
import { openPage } from "./clients.ts";
import { ratioLine } from "./figures.ts";
import { appFile } from "./servers.ts";

/** Sessions that are opened before the first measurement: compilers and caches are warm then. */
const WARM_UP = 1000;
const AT_ONCE = 20;

interface Heaps {
  /** Where scripts run. */
  scripts: number;
  /** Where the network is served: this very thread. */
  network: number;
}

function usedHeap(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return getHeapStatistics().used_heap_size;
}

async function serve(): Promise<RunningServer> {
  const dist = new URL("../../dist/", import.meta.url);
  const folder = mkdtempSync(join(tmpdir(), "rivulet-bench-"));
  const flags = { "server.port": "0", "server.address": "127.0.0.1", "server.disconnectedSessionTTL": "0" };
  const server = await startServer({
    entry: appFile("sessions.ts"),
    config: readConfig({ cwd: folder, home: folder, env: {}, flags }),
    isProduction: true,
    log: (level, message) => level !== "info" && console.error(message),
    threads: {
      script: new URL("script-worker.js", dist),
      compiler: new URL("compiler-thread.js", dist),
      offload: new URL("offload-worker.js", dist),
    },
    client: fileURLToPath(new URL("client/", dist)),
  });
  await server.ready;
  return server;
}

/** Opens so many sessions, moves the slider of each, and closes them again. */
async function visits(server: RunningServer, count: number): Promise<void> {
  let left = count;
  const visit = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const page = await openPage(server.port);
      await page.move();
      page.close();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, visit));
  while (server.sessions().all > 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function heaps(server: RunningServer): Promise<Heaps> {
  const page = await openPage(server.port, "heap=1");
  const scripts = Number(/heap (\d+)/.exec(page.text())?.[1]);
  page.close();
  while (server.sessions().all > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  return { scripts, network: usedHeap() };
}

/** How much more memory is in use after many sessions have come and gone. */
export async function measureSessions(count: number): Promise<void> {
  const server = await serve();
  try {
    await visits(server, WARM_UP);
    const before = await heaps(server);
    await visits(server, count);
    const after = await heaps(server);
    const line = (name: string, key: keyof Heaps): string =>
      `${name}: ${(before[key] / 1e6).toFixed(2)} MB in use before, ${(after[key] / 1e6).toFixed(2)} MB after ${count} sessions (${(after[key] / before[key]).toFixed(3)})`;
    console.log(line("Thread of the scripts", "scripts"));
    console.log(line("Thread of the network and of the clients", "network"));
    console.log(ratioLine("sessions", Math.max(after.scripts / before.scripts, after.network / before.network)));
  } finally {
    await server.close();
  }
}
