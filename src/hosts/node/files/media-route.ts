import type { HttpBindings } from "@hono/node-server";
import type { Context, Hono } from "hono";

import { attachment } from "./media-type.ts";
import type { MediaAnswer } from "./messages.ts";
import type { FindSession } from "./upload-route.ts";

type Env = { Bindings: HttpBindings };
type Opened = Extract<MediaAnswer, { state: "open" }>;

/** Nothing that comes from here may act in the name of the app. */
const INERT = { "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'", "Cache-Control": "private, no-store" };
const NOT_FOUND = "Not Found";

function send({ name, type, size, part, body }: Opened): Response {
  const length = part ? part.end - part.start : size;
  return new Response(body, {
    status: part ? 206 : 200,
    headers: {
      ...INERT,
      "Content-Type": type,
      "Content-Disposition": attachment(name),
      ...(length === undefined ? {} : { "Content-Length": String(length), "Accept-Ranges": "bytes" }),
      ...(part ? { "Content-Range": `bytes ${part.start}-${part.end - 1}/${size}` } : {}),
    },
  });
}

/** Adds the addresses of what elements offer for download. */
export function addMedia(app: Hono<Env>, find: FindSession): void {
  const missing = (c: Context<Env>): Response => c.text(NOT_FOUND, 404, INERT);
  app.get("/media/:session/:name/:file?", async (c) => {
    const { session, name } = c.req.param();
    const found = find(session);
    if (!found) return missing(c);
    const answer = await found.files.media({ name, action: c.req.method === "HEAD" ? "head" : "open", range: c.req.header("Range") });
    if (answer.state === "open") return send(answer);
    if (answer.state === "outside") return c.text("Range Not Satisfiable", 416, { "Content-Range": `bytes */${answer.size}` });
    return missing(c);
  });
  // What is made on demand is asked for first, so that the page can show what goes wrong.
  app.post("/media/:session/:name", async (c) => {
    const { session, name } = c.req.param();
    const answer = await find(session)?.files.media({ name, action: "prepare" });
    if (answer?.state === "ready") return c.json({ ready: answer.name }, 200, INERT);
    if (answer?.state === "failed") return c.json({ error: answer.error }, 200, INERT);
    return missing(c);
  });
  app.get("/media/*", missing);
}
