import { randomBytes } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";

import type { ClientFile, ClientFiles } from "./client-files.ts";
import { addMedia } from "../files/media-route.ts";
import { addUploads, type FindSession } from "../files/upload-route.ts";
import {
  contentSecurityPolicy,
  hasXsrfToken,
  isOwnToken,
  isAllowedHost,
  isAllowedOrigin,
  type ReadOption,
  readCookies,
  XSRF_COOKIE,
  XSRF_HEADER,
  xsrfCookie,
} from "./gate.ts";
import { serveStatic } from "./static-files.ts";

export interface HttpOptions {
  /** "" or "/prefix". */
  base: string;
  option: ReadOption;
  client: ClientFiles;
  /** The app's own `static/` folder. */
  staticFolder: string;
  isSecure: boolean;
  findSession: FindSession;
  /** False while no script can run. */
  isAble(): boolean;
  /** Runs the script once in a session of its own; true when it ended well. */
  checkScript(): Promise<boolean>;
}

type Env = { Bindings: HttpBindings };

const NO_CLIENT = "The page was not built. Run `npm run build` in the folder of Rivulet.";
const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

async function sendFile(c: Context<Env>, file: ClientFile, extra: Record<string, string>): Promise<Response> {
  const headers: Record<string, string> = {
    "Content-Type": file.type,
    ETag: file.etag,
    "Cache-Control": file.isForever ? "public, max-age=31536000, immutable" : "no-cache",
    "X-Content-Type-Options": "nosniff",
    Vary: "Accept-Encoding",
    ...extra,
  };
  const known = c.req
    .header("If-None-Match")
    ?.split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  if (known?.includes(file.etag)) return c.body(null, 304, headers);
  const gzipped = /\bgzip\b/.test(c.req.header("Accept-Encoding") ?? "") ? await file.gzipped() : undefined;
  if (gzipped) headers["Content-Encoding"] = "gzip";
  const bytes = gzipped ?? file.bytes;
  headers["Content-Length"] = String(bytes.byteLength);
  return c.req.method === "HEAD" ? c.body(null, 200, headers) : c.body(bytes as Uint8Array<ArrayBuffer>, 200, headers);
}

/** The page, whose own scripts bear a nonce; its tag tells the nonce of the copy a browser has. */
function withNonce(file: ClientFile, nonce: string): ClientFile {
  const html = Buffer.from(file.bytes).toString("utf8").replaceAll("<script ", `<script nonce="${nonce}" `);
  return { ...file, bytes: Buffer.from(html), etag: `${file.etag.slice(0, -1)}.${nonce}"`, gzipped: () => Promise.resolve(undefined) };
}

/** The nonce of the copy a browser asks about, if that is still good: it goes on with that, and the policy must name it. */
function keptNonce(file: ClientFile, known: string | undefined): string | undefined {
  const [tag, nonce] = /"[\w-]+\.([\w-]{22})"/.exec(known ?? "") ?? [];
  return tag !== undefined && nonce !== undefined && tag === withNonce(file, nonce).etag ? nonce : undefined;
}

function pathInside(c: Context<Env>, prefix: string): string | undefined {
  try {
    return decodeURIComponent(new URL(c.req.url).pathname.slice(prefix.length));
  } catch {
    return undefined;
  }
}

/** Routes that say how the server is. */
function addHealth(app: Hono<Env>, options: HttpOptions): void {
  const health = (c: Context<Env>): Response => {
    const isAble = options.isAble();
    return c.text(isAble ? "ok" : "unavailable", isAble ? 200 : 503, { "Cache-Control": "no-cache" });
  };
  // An old name that monitors still ask for.
  app.get("/healthz", (c) => {
    const response = health(c);
    response.headers.set("Deprecation", "true");
    response.headers.set("Link", `<${options.base}/_stcore/health>; rel="alternate"`);
    return response;
  });
  app.get("/_stcore/health", health);
  app.get("/_stcore/script-health-check", async (c, next) => {
    if (options.option("server.scriptHealthCheckEnabled") !== true) return next();
    const isWell = await options.checkScript();
    return c.text(isWell ? "ok" : "error", isWell ? 200 : 503, { "Cache-Control": "no-cache" });
  });
  app.get("/_stcore/host-config", (c) =>
    c.json({
      allowedOrigins: (options.option("client.allowedOrigins") as string[] | null) ?? [],
      useExternalAuthToken: false,
      enableCustomParentMessages: false,
      enforceDownloadInNewTab: false,
    }),
  );
}

/** What every request has to pass. */
function addGate(app: Hono<Env>, { option }: HttpOptions): void {
  app.use(async (c, next) => {
    const host = c.req.header("Host");
    if (!isAllowedHost(host, option)) return c.text(`This server does not answer to the name ${host}: see server.allowedHosts.`, 403);
    if (!SAFE_METHODS.has(c.req.method)) {
      if (!isAllowedOrigin(c.req.header("Origin"), host, option)) return c.text("Requests from this site are refused: see server.corsAllowedOrigins.", 403);
      if (option("server.enableXsrfProtection") === true && !hasXsrfToken(c.req.header("Cookie"), c.req.header(XSRF_HEADER), option)) {
        return c.text(`The header ${XSRF_HEADER} must repeat the cookie ${XSRF_COOKIE}.`, 403);
      }
    }
    await next();
    if (option("server.enableCORS") === false) c.res.headers.set("Access-Control-Allow-Origin", "*");
    return undefined;
  });
}

/**
 * Everything the server answers over HTTP. None of it needs a script thread.
 *
 * @param options Settings and files.
 * @returns A Hono app; `app.request("/healthz")` works without a port.
 * @example const app = createHttp(options); await app.request("/healthz");
 */
export function createHttp(options: HttpOptions): Hono<Env> {
  const { base, option, client } = options;
  const root = new Hono<Env>();
  const app = base === "" ? root : root.basePath(base);
  addGate(root, options);
  addHealth(app, options);
  addUploads(app, options.findSession);
  addMedia(app, options.findSession);

  app.get("/app/static/*", async (c, next) => {
    if (option("server.enableStaticServing") !== true) return next();
    const path = pathInside(c, `${base}/app/static/`);
    return path === undefined ? c.notFound() : serveStatic(options.staticFolder, path, c.req.method === "HEAD");
  });

  const index = (c: Context<Env>): Promise<Response> | Response => {
    const file = client.index();
    if (!file) return c.text(NO_CLIENT, 503);
    const nonce = keptNonce(file, c.req.header("If-None-Match")) ?? randomBytes(16).toString("base64url");
    const extra: Record<string, string> = {
      "Content-Security-Policy": contentSecurityPolicy(c.req.header("Host"), c.req.query("embed") === "true", nonce, option),
      "Referrer-Policy": "same-origin",
    };
    const token = readCookies(c.req.header("Cookie"))[XSRF_COOKIE];
    if (!token || !isOwnToken(token, option)) extra["Set-Cookie"] = xsrfCookie(option, options.isSecure);
    return sendFile(c, withNonce(file, nonce), extra);
  };

  root.get("*", (c) => {
    const url = new URL(c.req.url);
    if (base !== "" && url.pathname !== base && !url.pathname.startsWith(`${base}/`)) return c.text("Not Found", 404);
    const path = pathInside(c, `${base}/`);
    if (path === undefined) return c.text("Bad Request", 400);
    const file = path === "" || path === "index.html" ? undefined : client.get(path);
    if (file) return sendFile(c, file, {});
    if (path !== "" && path.endsWith("/")) {
      // One slash in front, or the address would name another host.
      return c.redirect(`/${url.pathname.replace(/^\/+/, "").replace(/\/+$/, "")}${url.search}`, 301);
    }
    // What looks like a file of the page but is not there would only confuse as HTML.
    if (path.startsWith("assets/")) return c.text("Not Found", 404);
    return index(c);
  });
  return root;
}
