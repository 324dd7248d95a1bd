import { networkInterfaces } from "node:os";
import { relative } from "node:path";

import pc from "picocolors";

import type { Config } from "../config/config.ts";
import { readConfig } from "../config/config.ts";
import type { ConfigValue } from "../config/option.ts";
import { isDebugged } from "../threads/inspector.ts";
import { createLog } from "../threads/log.ts";
import { type RunningServer, startServer } from "../server.ts";
import { isHeadless } from "./browser.ts";
import type { CommandLine } from "./flags.ts";
import type { Terminal } from "./terminal.ts";

/** What nobody has to say with `--production`: weaker than everything that is set. */
const PRODUCTION: Readonly<Record<string, ConfigValue>> = {
  "client.toolbarMode": "viewer",
  "client.showErrorDetails": "none",
  "server.headless": true,
  "server.runOnSave": false,
  "server.allowRunOnSave": false,
  "server.fileWatcherType": "none",
};

function networkUrl(config: Config, port: number): string | undefined {
  if (!/^(0\.0\.0\.0|::)$/.test(String(config.values["server.address"]))) return undefined;
  const address = Object.values(networkInterfaces())
    .flat()
    .find((one) => one && one.family === "IPv4" && !one.internal);
  return address && `${config.values["server.sslCertFile"] ? "https" : "http"}://${address.address}:${port}`;
}

function announce(server: RunningServer, terminal: Terminal, isProduction: boolean): void {
  const { config, url, port } = server;
  const network = networkUrl(config, port);
  const lines = ["", "  You can now view your Rivulet app in your browser.", "", `  ${pc.bold("Local URL:")}   ${pc.cyan(url)}`];
  if (network) lines.push(`  ${pc.bold("Network URL:")} ${pc.cyan(network)}`);
  if (isProduction) lines.push("", pc.dim("  Production: files are not watched and errors keep their details to the log."));
  terminal.out(`${lines.join("\n")}\n\n`);
}

/** Resolves when somebody asks the program to end. */
function untilStopped(terminal: Terminal): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      terminal.offSignal(stop);
      resolve();
    };
    terminal.onSignal(stop);
  });
}

export interface ServeOptions {
  /** True for the demo. */
  isHello?: boolean;
  /** Page to open in the browser. Default: the first. */
  path?: string | undefined;
}

/**
 * Serves a script until the program is asked to end.
 *
 * @param script Absolute path of the script.
 * @param line The command line: options, and arguments for the script.
 * @param terminal Where to write and whom to listen to.
 * @param options What is special about it.
 * @returns Exit status.
 */
export async function serve(script: string, line: CommandLine, terminal: Terminal, { isHello = false, path }: ServeOptions = {}): Promise<number> {
  const isProduction = line.switches.includes("production");
  const read = (): Config =>
    readConfig({ cwd: terminal.cwd, home: terminal.home, env: terminal.env, flags: line.flags, implied: isProduction ? PRODUCTION : undefined });
  const config = read();
  const log = createLog((name) => config.values[name], terminal.error);
  for (const warning of config.warnings) log("warning", warning);
  const server = await startServer({
    entry: script,
    args: line.scriptArgs,
    config,
    readConfig: read,
    log,
    isProduction,
    isHello,
    inspect: line.inspect,
    isDebugged: line.inspect !== undefined || isDebugged(),
    threads: terminal.threads,
    client: terminal.client,
  });
  announce(server, terminal, isProduction);
  log("debug", `Running ${relative(terminal.cwd, script)}`);
  if (!isHeadless(config, process.platform, terminal.env)) terminal.browse(path === undefined ? server.url : `${server.url.replace(/\/$/, "")}/${path}`);
  await untilStopped(terminal);
  terminal.out("  Stopping...\n");
  await server.close();
  return 0;
}
