import type { HttpBindings } from "@hono/node-server";
import type { Context, Hono } from "hono";

import type { Session } from "../sessions/session.ts";
import { UploadRefused } from "./upload-folder.ts";

type Env = { Bindings: HttpBindings };

/** Finds a session by the key in the addresses of its files. */
export type FindSession = (key: string) => Session | undefined;

const PATH = "/_stcore/upload_file/:session/:upload";
const INACTIVE = "This session is not active: reload the page.";

/** Adds the addresses where pages send files to, and take them back. */
export function addUploads(app: Hono<Env>, find: FindSession): void {
  const refuse = (c: Context<Env>, { status, message }: UploadRefused): Response => {
    // The rest of the body is nobody's business; the connection cannot be used again.
    c.env.incoming.resume();
    return c.text(message, status, { Connection: "close" });
  };
  app.put(PATH, async (c) => {
    const { session, upload } = c.req.param();
    const found = find(session);
    if (!found) return refuse(c, new UploadRefused(400, INACTIVE));
    try {
      await found.files.receive(c.env.incoming, upload, found.uploadLimit(c.req.query("widget")));
    } catch (error) {
      if (error instanceof UploadRefused) return refuse(c, error);
      throw error;
    }
    return c.body(null, 204);
  });
  app.delete(PATH, (c) => {
    const { session, upload } = c.req.param();
    const found = find(session);
    if (!found) return c.text(INACTIVE, 400);
    found.files.discard(upload);
    return c.body(null, 204);
  });
}
