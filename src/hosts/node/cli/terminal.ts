import { homedir } from "node:os";
import { fileURLToPath } from "node:url";

import { openBrowser } from "./browser.ts";

import type { ThreadEntries } from "../threads/thread.ts";

/** Everything a command touches outside its own process memory; tests bring their own. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  /** Ctrl-C, or a polite request of the system to end. */
  onSignal(run: () => void): void;
  offSignal(run: () => void): void;
  readonly cwd: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Entries of threads, built. */
  readonly threads: ThreadEntries & { smoke: URL };
  /** Folder of the built page. */
  readonly client: string;
  /** The demo's script. */
  readonly hello: string;
  /** The documentation's script, and the list of commands it knows. */
  readonly docs: { script: string; reference: string };
  /** Shows an address to the person. */
  browse(url: string): void;
  /** Folder of this package. */
  readonly root: string;
}

/** The terminal this process was started from. `dist` is the address of the built package's folder. */
export function processTerminal(dist: URL): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    onSignal(run) {
      process.on("SIGINT", run);
      process.on("SIGTERM", run);
    },
    offSignal(run) {
      process.off("SIGINT", run);
      process.off("SIGTERM", run);
    },
    cwd: process.cwd(),
    home: homedir(),
    env: process.env,
    threads: {
      script: new URL("./script-worker.js", dist),
      compiler: new URL("./compiler-thread.js", dist),
      offload: new URL("./offload-worker.js", dist),
      smoke: new URL("./smoke-worker.js", dist),
    },
    client: fileURLToPath(new URL("./client/", dist)),
    hello: fileURLToPath(new URL("../examples/hello/app.ts", dist)),
    docs: { script: fileURLToPath(new URL("../examples/gallery/app.ts", dist)), reference: fileURLToPath(new URL("./reference.json", dist)) },
    browse: (url) => openBrowser(url),
    root: fileURLToPath(new URL("../", dist)),
  };
}
