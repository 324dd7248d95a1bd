import { createEngine } from "../engine.ts";
import type { Host } from "../host.ts";
import { fingerprint } from "../fingerprint.ts";
import { Run } from "./run.ts";
import type { Scope } from "./scope.ts";
import type { Session } from "../sessions/session.ts";
import { variableSlot } from "../variable-slot.ts";

function bareHost(): Host {
  const nothing = () => Promise.reject(new Error("Start the app with `rivulet run`."));
  return {
    now: () => performance.now(),
    wallClock: () => Date.now(),
    after: () => ({ cancel() {} }),
    soon() {},
    slot: variableSlot,
    hash: (value) => fingerprint(typeof value === "string" ? new TextEncoder().encode(value) : value),
    randomId: () => "bare",
    compile: nothing,
    link() {
      throw new Error("Start the app with `rivulet run`.");
    },
    importExternal: nothing,
    resolvePage: (_, path) => path,
    displayPath: (id) => id,
    secrets: () => ({}),
    offload: "here",
    log: (level, message) => console[level === "info" ? "log" : level === "warning" ? "warn" : "error"](message),
  };
}

/**
 * What stands in when a script is executed by itself, as in `node app.js`: commands draw nowhere,
 * widgets stand at their start, and the console says how to run the app.
 */
export function createBareScope(): () => Scope {
  let scope: Scope | undefined;
  return () => {
    if (scope) return scope;
    const host = bareHost();
    const engine = createEngine({ host, entry: () => {}, rivulet: () => ({}), isBare: true });
    const session = engine.open({
      id: "bare",
      principal: { headers: {}, cookies: {}, address: null },
      context: { timezone: "UTC", timezoneOffset: 0, locale: "en", url: "", isEmbedded: false, theme: "light" },
      query: "",
      page: "",
      stop: { raised: () => 0, lower() {} },
      send() {},
    }) as Session;
    const run = new Run(session, 1, undefined, new Map(), 0);
    run.phase = "body";
    scope = { run, target: session.screen.roots.main };
    host.log("warning", "This script was executed by itself, so nothing is shown. Start it as an app: rivulet run <script>");
    return scope;
  };
}
