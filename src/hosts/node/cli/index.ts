import { main } from "./main.ts";
import { processTerminal } from "./terminal.ts";

/** Runs the command line of this process; `bin/rivulet.js` and `scripts/start.mjs` call it. */
export async function runCli(argv: readonly string[] = process.argv.slice(2)): Promise<void> {
  const code = await main(argv, processTerminal(new URL("./", import.meta.url)));
  // Threads and sockets are closed by now; what user code left open must not keep the program alive.
  process.exit(code);
}
