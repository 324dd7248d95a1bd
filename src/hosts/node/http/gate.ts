import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** Reads an option of the moment by its full name. */
export type ReadOption = (name: string) => unknown;

export const XSRF_COOKIE = "_rivulet_xsrf";
export const XSRF_HEADER = "x-xsrftoken";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "0.0.0.0", "[::1]"]);

function hostName(host: string): string {
  return host.replace(/:\d+$/, "").toLowerCase();
}

/** True when the app may be reached under the name in the Host header: `server.allowedHosts`, or any. */
export function isAllowedHost(host: string | undefined, option: ReadOption): boolean {
  const allowed = option("server.allowedHosts") as readonly string[] | null;
  if (!allowed) return true;
  if (host === undefined) return false;
  const name = hostName(host);
  return allowed.some((entry) => entry === "*" || entry.toLowerCase() === name || entry.toLowerCase() === host.toLowerCase());
}

/**
 * Tells whether a page of this origin may talk to the server. Programs that are no browser send no origin and may.
 *
 * @param origin The Origin header.
 * @param host The Host header of the same request.
 * @param option Settings: `server.enableCORS`, `server.corsAllowedOrigins`, `browser.serverAddress`.
 * @example isAllowedOrigin("https://evil.example", "localhost:8501", option) // false
 */
export function isAllowedOrigin(origin: string | undefined, host: string | undefined, option: ReadOption): boolean {
  if (origin === undefined || option("server.enableCORS") === false) return true;
  let parsed: URL;
  try {
    parsed = new URL(origin);
  } catch {
    // "null": sandboxed frames and local files.
    return false;
  }
  if (host !== undefined && parsed.host === host.toLowerCase()) return true;
  // Development servers of one's own machine, as long as the app itself is reached there.
  if (LOOPBACK.has(parsed.hostname) && host !== undefined && LOOPBACK.has(hostName(host))) return true;
  if (parsed.hostname === option("browser.serverAddress")) return true;
  const allowed = (option("server.corsAllowedOrigins") as readonly string[] | null) ?? [];
  return allowed.some((entry) => entry === "*" || entry.replace(/\/$/, "").toLowerCase() === parsed.origin);
}

/** Cookies of a request by name. */
export function readCookies(header: string | undefined): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const part of header?.split(";") ?? []) {
    const at = part.indexOf("=");
    if (at < 0) continue;
    const raw = part
      .slice(at + 1)
      .trim()
      .replace(/^"(.*)"$/, "$1");
    try {
      cookies[part.slice(0, at).trim()] = decodeURIComponent(raw);
    } catch {
      cookies[part.slice(0, at).trim()] = raw;
    }
  }
  return cookies;
}

/** Headers with one text per name. */
export function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return plain;
}

/** A Set-Cookie header that gives a page the token it must echo. */
export function xsrfCookie(option: ReadOption, isSecure: boolean): string {
  const sameSite = String(option("server.xsrfCookieSameSite") ?? "lax").toLowerCase();
  const name = `${sameSite.charAt(0).toUpperCase()}${sameSite.slice(1)}`;
  const token = randomBytes(16).toString("hex");
  const signature = signatureOf(token, option);
  return `${XSRF_COOKIE}=${signature === undefined ? token : `${token}.${signature}`}; Path=/; SameSite=${name}${isSecure ? "; Secure" : ""}`;
}

const isSame = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && left.length > 0 && timingSafeEqual(left, right);
};

/** What only servers with the same `server.cookieSecret` can make of a token; undefined when there is no such key. */
function signatureOf(token: string, option: ReadOption): string | undefined {
  const secret = option("server.cookieSecret");
  return typeof secret === "string" && secret !== "" ? createHmac("sha256", secret).update(token).digest("hex") : undefined;
}

/** True when a token was made by this server, or by one with the same key. */
export function isOwnToken(cookie: string, option: ReadOption): boolean {
  const [token = "", given = ""] = cookie.split(".");
  const signature = signatureOf(token, option);
  return signature === undefined || isSame(signature, given);
}

/** True when a request that changes something proves that it comes from a page of this server. */
export function hasXsrfToken(cookie: string | undefined, echoed: string | undefined, option: ReadOption): boolean {
  const token = readCookies(cookie)[XSRF_COOKIE];
  return token !== undefined && echoed !== undefined && isSame(token, echoed) && isOwnToken(token, option);
}

/**
 * What browsers may do with the page: nothing from elsewhere runs, and only the named sites may frame it. Scripts that bear
 * the nonce run too: the page gives it to those of `st.html` whose author asked for it.
 */
export function contentSecurityPolicy(host: string | undefined, isEmbed: boolean, nonce: string, option: ReadOption): string {
  const own = host !== undefined && /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : "";
  const sites = ((option("client.allowedOrigins") as readonly string[] | null) ?? []).filter((site) => /^[\w.:/*-]+$/.test(site));
  const framing = sites.length > 0 ? ` ${sites.join(" ")}` : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https: http:",
    "media-src 'self' data: blob: https: http:",
    "font-src 'self' data:",
    `connect-src 'self'${own}`,
    "worker-src 'self' blob:",
    "frame-src 'self' blob: data: https: http:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    `frame-ancestors ${isEmbed && framing === "" ? "*" : `'self'${framing}`}`,
  ].join("; ");
}
