import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";

import { type WebSocket, WebSocketServer } from "ws";

import { isAllowedHost, isAllowedOrigin, plainHeaders, type ReadOption, readCookies } from "./gate.ts";
import type { Connection } from "../sessions/session.ts";
import type { Sessions } from "../sessions/sessions.ts";

export interface SocketsOptions {
  base: string;
  option: ReadOption;
  sessions: Sessions;
}

const PROBE_MS = 1500;

function toConnection(socket: WebSocket, line: Duplex): Connection {
  return {
    send(bytes) {
      if (socket.readyState !== socket.OPEN) return;
      // What is said in one turn leaves as one write.
      if (line.writableCorked === 0) {
        line.cork();
        process.nextTick(() => line.uncork());
      }
      socket.send(bytes, { binary: true });
    },
    buffered: () => socket.bufferedAmount,
    probe: () =>
      new Promise((resolve) => {
        if (socket.readyState !== socket.OPEN) return resolve(false);
        const answer = (isAlive: boolean) => () => {
          clearTimeout(timer);
          socket.off("pong", alive);
          socket.off("close", dead);
          resolve(isAlive);
        };
        const [alive, dead] = [answer(true), answer(false)];
        const timer = setTimeout(dead, PROBE_MS);
        socket.once("pong", alive);
        socket.once("close", dead);
        socket.ping();
      }),
    close(code) {
      socket.close(code);
      // A page that does not answer the farewell is gone.
      setTimeout(() => socket.terminate(), PROBE_MS).unref();
    },
  };
}

/** Signs of life: a line whose other end is silent for two rounds is cut, so that its session can be taken up again. */
function keepAlive(sockets: WebSocketServer, seconds: number): NodeJS.Timeout {
  const silent = new WeakSet<WebSocket>();
  sockets.on("connection", (socket) => socket.on("pong", () => silent.delete(socket)));
  const timer = setInterval(() => {
    for (const socket of sockets.clients) {
      if (silent.has(socket)) socket.terminate();
      else {
        silent.add(socket);
        socket.ping();
      }
    }
  }, seconds * 1000);
  return timer.unref();
}

/**
 * Accepts connections of pages at `/_rivulet/stream` once origin and host are known to be right.
 *
 * @param server The HTTP server whose upgrades are taken.
 * @param options Settings and the sessions to connect to.
 * @returns A function that closes every connection.
 * @example const close = serveSockets(server, { base: "", option, sessions })
 */
export function serveSockets(server: Server, options: SocketsOptions): () => void {
  const { base, option, sessions } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: (option("server.maxMessageSize") as number) * 1_048_576,
    perMessageDeflate: option("server.enableWebsocketCompression") === true ? { threshold: 1024, zlibDeflateOptions: { level: 3 } } : false,
  });
  const timer = keepAlive(sockets, (option("server.websocketPingInterval") as number | null) ?? 30);

  const refuse = (socket: Duplex, status: string, reason: string): void => {
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: ${Buffer.byteLength(reason)}\r\n\r\n${reason}`);
  };

  const welcome = (socket: WebSocket, duplex: Duplex, request: IncomingMessage): void => {
    const line = sessions.connect(toConnection(socket, duplex), {
      headers: plainHeaders(request.headers),
      cookies: readCookies(request.headers.cookie),
      address: request.socket.remoteAddress ?? null,
    });
    // A text frame decodes to nothing a page would say, and is refused like any other nonsense.
    socket.on("message", (message) => line.message(new Uint8Array(message as Buffer)));
    socket.on("close", () => line.closed());
    socket.on("error", () => socket.terminate());
  };

  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    const { host, origin } = request.headers;
    const path = (request.url ?? "").split("?")[0];
    if (path !== `${base}/_rivulet/stream`) return refuse(socket, "404 Not Found", "There is no stream here.");
    if (!isAllowedHost(host, option)) return refuse(socket, "403 Forbidden", "This name of the server is refused: see server.allowedHosts.");
    if (!isAllowedOrigin(origin, host, option)) return refuse(socket, "403 Forbidden", "Pages of this site are refused: see server.corsAllowedOrigins.");
    sockets.handleUpgrade(request, socket, head, (open) => {
      sockets.emit("connection", open, request);
      welcome(open, socket, request);
    });
  });

  return () => {
    clearInterval(timer);
    for (const socket of sockets.clients) setTimeout(() => socket.terminate(), 300).unref();
    sockets.close();
  };
}
