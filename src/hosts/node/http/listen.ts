import type { Server } from "node:net";

import { ConfigError } from "../config/value.ts";

const MOST_TRIES = 100;
/** Taken by development servers of the page so often that it would only confuse. */
const SKIPPED = 3000;

export interface Place {
  /** Host name, address, or `unix:///path`; null for localhost only. */
  address: string | null;
  port: number;
  /** Somebody asked for exactly this port. */
  isExplicit: boolean;
}

function listenOnce(server: Server, where: { host: string; port: number } | { path: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void => {
      server.off("listening", done);
      reject(error);
    };
    const done = (): void => {
      server.off("error", failed);
      resolve();
    };
    server.once("error", failed);
    server.once("listening", done);
    server.listen(where);
  });
}

/**
 * Starts listening: on the port asked for, or on the next free one when nobody asked for one.
 *
 * @param server A server that does not listen yet.
 * @param place Where.
 * @returns The port; 0 for a Unix socket.
 * @throws ConfigError when an explicit port is taken, the address cannot be used, or no port is free.
 * @example await listen(server, { address: null, port: 8501, isExplicit: false })
 */
export async function listen(server: Server, place: Place): Promise<number> {
  if (place.address?.startsWith("unix://")) {
    await listenOnce(server, { path: place.address.slice("unix://".length) });
    return 0;
  }
  const host = place.address ?? "127.0.0.1";
  let { port } = place;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    try {
      await listenOnce(server, { host, port });
      const address = server.address();
      return typeof address === "object" && address ? address.port : port;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EACCES") throw new ConfigError(`Port ${port} may not be used by this user. Choose one above 1023, for example --server.port 8501`);
      if (code !== "EADDRINUSE")
        throw new ConfigError(`server.address "${host}" cannot be listened on (${code}). Use an address of this machine, localhost, or 0.0.0.0 for all.`);
      if (place.isExplicit)
        throw new ConfigError(`Port ${port} is already in use. Stop the program that uses it, or choose another with --server.port ${port + 1}`);
      port += port + 1 === SKIPPED ? 2 : 1;
    }
  }
  throw new ConfigError(`No free port between ${place.port} and ${port}. Choose one with --server.port`);
}
