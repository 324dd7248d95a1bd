import { randomBytes } from "node:crypto";

import type { Principal } from "../../../engine/host.ts";
import { encode } from "../../../protocol/codec.ts";
import { type ClientConfig, PROTOCOL_VERSION, type Refusal, type ToClient, type ToServer } from "../../../protocol/messages.ts";
import { createUploadFolder } from "../files/upload-folder.ts";
import { createPayloads } from "./payloads.ts";
import { type Connection, createSession, isHello, type Session } from "./session.ts";
import { readPageMessage } from "./validate.ts";
import type { Workers } from "../threads/workers.ts";

export interface SessionsOptions {
  workers: Workers;
  config(runOnSave: boolean | undefined): ClientConfig;
  option(name: string): unknown;
}

/** One end of a connection, to be fed by whoever owns the socket. */
export interface Line {
  message(bytes: Uint8Array): void;
  closed(): void;
}

export interface Sessions {
  connect(connection: Connection, principal: Principal): Line;
  /** The session that a key names in addresses of files. */
  byFileKey(key: string): Session | undefined;
  /** Tells every page, or reruns those that want it. */
  scriptChanged(): void;
  configChanged(): void;
  /** Sessions alive, and how many of them have a page at the moment. */
  count(): { all: number; connected: number };
  close(): void;
}

/** Sessions without a page that are kept at most; the one away longest goes first. */
const MOST_AWAY = 128;
/** Messages that may follow a greeting before it is answered. */
const MOST_EARLY = 100;

function refuse(connection: Connection, reason: Refusal): void {
  connection.send(encode({ type: "bye", reason } satisfies ToClient));
  connection.close(reason === "malformed" ? 1008 : 1000);
}

/**
 * All sessions of a server, by their secret tokens.
 *
 * @param options Where scripts run, and the settings of the moment.
 * @example const line = sessions.connect(connection, principal); socket.on("message", line.message);
 */
export function createSessions(options: SessionsOptions): Sessions {
  const sessions = new Map<string, Session>();
  /** Those without a page, the one away longest first. */
  const away = new Map<Session, NodeJS.Timeout>();
  const byFileKey = new Map<string, Session>();
  const payloads = createPayloads();
  const uploads = createUploadFolder();
  let isClosed = false;

  const end = (session: Session, reason?: Refusal): void => {
    clearTimeout(away.get(session));
    away.delete(session);
    sessions.delete(session.token);
    byFileKey.delete(session.files.key);
    session.end(reason);
  };

  const leave = (session: Session): void => {
    const seconds = options.option("server.disconnectedSessionTTL") as number;
    away.set(session, setTimeout(() => end(session), seconds * 1000).unref());
    if (away.size > MOST_AWAY) end(away.keys().next().value as Session);
  };

  const open = (): Session => {
    const session = createSession({
      token: randomBytes(24).toString("base64url"),
      id: randomBytes(6).toString("hex"),
      workers: options.workers,
      payloads,
      uploads,
      config: options.config,
      option: options.option,
      clearCaches: () => options.workers.broadcast({ type: "clearCaches" }),
    });
    sessions.set(session.token, session);
    byFileKey.set(session.files.key, session);
    return session;
  };

  /** The session a page asks for, a new one, or a reason to refuse. */
  const admit = async (token: string | undefined): Promise<{ session: Session; isNew: boolean } | Refusal> => {
    const known = token === undefined ? undefined : sessions.get(token);
    if (!known) return { session: open(), isNew: true };
    const other = known.connection;
    if (!other) return { session: known, isNew: false };
    if (await other.probe()) return "taken";
    known.detach(other);
    other.close(1001);
    return sessions.has(known.token) ? { session: known, isNew: false } : { session: open(), isNew: true };
  };

  const connect = (connection: Connection, principal: Principal): Line => {
    let session: Session | undefined;
    let isOpen = true;
    /** Messages that came while the first one was still being looked at. */
    let early: Uint8Array[] | undefined;

    const greet = async (hello: Extract<ToServer, { type: "hello" }>): Promise<void> => {
      if (isClosed) return refuse(connection, "shutdown");
      if (hello.version !== PROTOCOL_VERSION) return refuse(connection, "version");
      early = [];
      const admitted = await admit(hello.session);
      if (!isOpen) return typeof admitted === "object" && admitted.isNew ? end(admitted.session) : undefined;
      if (typeof admitted === "string") return refuse(connection, admitted);
      session = admitted.session;
      clearTimeout(away.get(session));
      away.delete(session);
      session.attach(connection, hello, principal, admitted.isNew);
      const waiting = early;
      early = undefined;
      for (const bytes of waiting) take(bytes);
    };

    const take = (bytes: Uint8Array): void => {
      if (!isOpen) return;
      const message = readPageMessage(bytes);
      // Exactly the first message is a greeting.
      if (!message) refuse(connection, "malformed");
      else if (isHello(message)) {
        if (session || early) refuse(connection, "malformed");
        else void greet(message);
      } else if (early && early.length < MOST_EARLY) early.push(bytes);
      else if (session) session.receive(message, bytes);
      else refuse(connection, "malformed");
    };

    return {
      message: take,
      closed() {
        isOpen = false;
        if (!session || session.connection !== connection) return;
        session.detach(connection);
        if (sessions.has(session.token)) leave(session);
      },
    };
  };

  return {
    connect,
    byFileKey: (key) => byFileKey.get(key),
    scriptChanged() {
      for (const session of sessions.values()) session.scriptChanged();
    },
    configChanged() {
      for (const session of sessions.values()) session.configChanged();
    },
    count: () => ({ all: sessions.size, connected: sessions.size - away.size }),
    close() {
      isClosed = true;
      for (const session of sessions.values()) end(session, "shutdown");
      uploads.close();
    },
  };
}
