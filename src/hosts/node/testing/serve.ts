import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { readConfig } from "../config/config.ts";
import type { Config } from "../config/config.ts";
import { type RunningServer, type ServerOptions, startServer } from "../server.ts";
import type { ThreadEntries } from "../threads/thread.ts";
import { bundleThread } from "./bundle.ts";

let threads: Promise<ThreadEntries> | undefined;

export interface TestServer extends RunningServer {
  readonly folder: string;
  readonly log: string[];
  /** Waits for a line that contains the text. */
  logged(text: string, within?: number): Promise<string>;
}

export interface ServeOptions {
  flags?: Record<string, string>;
  /** Files of the project, by path. */
  files?: Record<string, string | Uint8Array>;
  client?: Record<string, string>;
  more?: Partial<ServerOptions>;
}

/** Files in a temporary folder. */
export function project(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), "rivulet-host-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A real server with a fake engine, on a free port of this machine. */
export async function serve(options: ServeOptions = {}): Promise<TestServer> {
  threads ??= Promise.all([bundleThread(new URL("./fake-script.ts", import.meta.url)), bundleThread(new URL("./fake-compiler.ts", import.meta.url))]).then(
    ([script, compiler]) => ({ script, compiler, offload: script }),
  );
  const folder = project({ "app.ts": "", "client/index.html": '<!doctype html><script src="./assets/index-a1b2c3d4.js"></script>', ...options.files });
  const log: string[] = [];
  const read = (): Config =>
    readConfig({
      cwd: folder,
      home: join(folder, "home"),
      env: {},
      flags: { "server.port": "0", "secrets.files": join(folder, ".streamlit/secrets.toml"), ...options.flags },
    });
  const server = await startServer({
    entry: join(folder, "app.ts"),
    config: read(),
    readConfig: read,
    log: (level, message) => void log.push(`${level}: ${message}`),
    threads: await threads,
    client: join(folder, "client"),
    ...options.more,
  });
  await server.ready;
  return {
    ...server,
    get config() {
      return server.config;
    },
    folder,
    log,
    async logged(text, within = 5000) {
      const end = Date.now() + within;
      for (;;) {
        const line = log.find((one) => one.includes(text));
        if (line) return line;
        if (Date.now() > end) throw new Error(`Nothing logged with "${text}": ${log.join(" | ")}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}
