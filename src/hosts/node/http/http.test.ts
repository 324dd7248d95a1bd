import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import { createServer } from "node:net";
import { join } from "node:path";

import { afterEach, expect, test } from "vitest";

import { CERTIFICATE, KEY } from "../testing/certificate.ts";
import { openPage } from "../testing/page.ts";
import { project, serve, type ServeOptions, type TestServer } from "../testing/serve.ts";

const running: TestServer[] = [];
async function start(options: ServeOptions = {}): Promise<TestServer> {
  const server = await serve(options);
  running.push(server);
  return server;
}
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

const ASSET = "client/assets/index-a1b2c3d4.js";

test("srv-001 health answers 200 ok to GET and HEAD, also while the script's thread is stuck", async () => {
  const server = await start({ more: { timing: { patience: 60_000, warnAfter: 60_000, moveAfter: 60_000, tellAfter: 60_000, every: 50 } } });
  const page = await openPage(server.url);
  await page.next("finished");
  page.send({ type: "rerun", seq: 1, triggers: { hang: 60_000 } });
  await page.next("started");
  for (const path of ["/_stcore/health", "/healthz"]) {
    const response = await fetch(server.url + path);
    expect([response.status, await response.text()]).toEqual([200, "ok"]);
    expect((await fetch(server.url + path, { method: "HEAD" })).status).toBe(200);
  }
  expect((await fetch(server.url)).status).toBe(200);
  // The run that holds the thread has not come to its end.
  expect(page.heard.filter(({ type }) => type === "finished")).toHaveLength(1);
});

test("srv-006 an unknown path gets the page itself, with assets addressed from the root", async () => {
  const server = await start();
  const response = await fetch(`${server.url}/any/thing`);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('src="/assets/index-a1b2c3d4.js"');
});

test("srv-020 the page is always asked for anew, hashed files never again, and both answer 304 to what is known", async () => {
  const server = await start({ files: { [ASSET]: "x".repeat(5000) } });
  const index = await fetch(server.url);
  expect(index.headers.get("cache-control")).toBe("no-cache");
  const asset = await fetch(`${server.url}/assets/index-a1b2c3d4.js`);
  expect(asset.headers.get("cache-control")).toContain("immutable");
  expect(asset.headers.get("content-type")).toContain("javascript");
  expect(asset.headers.get("content-encoding")).toBe("gzip");
  expect(await asset.text()).toBe("x".repeat(5000));
  for (const [path, etag] of [
    ["/", index.headers.get("etag")],
    ["/assets/index-a1b2c3d4.js", asset.headers.get("etag")],
  ]) {
    expect((await fetch(server.url + path, { headers: { "If-None-Match": etag as string } })).status).toBe(304);
  }
  expect((await fetch(`${server.url}/assets/gone-a1b2c3d4.js`)).status).toBe(404);
});

test("srv-005 everything answers under the base path, and nothing outside it", async () => {
  const server = await start({ flags: { "server.baseUrlPath": "/foo/" }, files: { [ASSET]: "1" } });
  const origin = new URL(server.url).origin;
  expect(server.url).toBe(`${origin}/foo`);
  expect(await (await fetch(`${origin}/foo`)).text()).toContain('src="/foo/assets/index-a1b2c3d4.js"');
  expect((await fetch(`${origin}/foo/_stcore/health`)).status).toBe(200);
  expect((await fetch(`${origin}/foo/assets/index-a1b2c3d4.js`)).status).toBe(200);
  expect((await fetch(`${origin}/bar`)).status).toBe(404);
  const page = await openPage(`${origin}/foo`);
  await page.next("welcome");
  await expect(openPage(origin)).rejects.toThrow("404");
});

test("srv-019 a trailing slash is redirected away and never leads to another host", async () => {
  const server = await start();
  const get = (path: string) => fetch(server.url + path, { redirect: "manual" });
  expect((await get("/page2/?a=1")).headers.get("location")).toBe("/page2?a=1");
  expect((await get("//evil.example/")).headers.get("location")).toBe("/evil.example");
});

test("srv-011 static files are served beside the script when enabled, readable from everywhere", async () => {
  const server = await start({ flags: { "server.enableStaticServing": "true" }, files: { "static/cat.png": "PNG" } });
  const response = await fetch(`${server.url}/app/static/cat.png`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("image/png");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(await response.text()).toBe("PNG");
});

test("srv-012 six types of static files keep their own, all others are text", async () => {
  const types: Record<string, string> = {
    "a.jpg": "image/jpeg",
    "a.jpeg": "image/jpeg",
    "a.png": "image/png",
    "a.gif": "image/gif",
    "a.webp": "image/webp",
    "a.pdf": "application/pdf",
    "a.html": "text/plain; charset=utf-8",
    "a.js": "text/plain; charset=utf-8",
    "a.svg": "text/plain; charset=utf-8",
  };
  const files = Object.fromEntries(Object.keys(types).map((name) => [`static/${name}`, "x"]));
  const server = await start({ flags: { "server.enableStaticServing": "true" }, files });
  for (const [name, type] of Object.entries(types)) {
    expect((await fetch(`${server.url}/app/static/${name}`)).headers.get("content-type"), name).toBe(type);
  }
});

test("srv-013 static files are not served unless enabled", async () => {
  const server = await start({ files: { "static/cat.png": "PNG" } });
  expect(await (await fetch(`${server.url}/app/static/cat.png`)).text()).toContain("<!doctype html>");
});

test("srv-014 no path and no link leads out of the static folder", async () => {
  const server = await start({ flags: { "server.enableStaticServing": "true" }, files: { "static/ok.png": "x", "secret.txt": "hush" } });
  symlinkSync(join(server.folder, "secret.txt"), join(server.folder, "static/link.txt"));
  mkdirSync(join(server.folder, "static-other"));
  writeFileSync(join(server.folder, "static-other/x.txt"), "hush");
  for (const path of ["%2e%2e/secret.txt", "..%2fsecret.txt", "..%5csecret.txt", "link.txt", "%2e%2e%2fstatic-other%2fx.txt", "a%00.png"]) {
    const response = await fetch(`${server.url}/app/static/${path}`);
    expect(await response.text(), path).not.toContain("hush");
    if (!path.startsWith("%2e%2e/")) expect(response.status, path).toBe(404);
  }
});

test("srv-023 a folder and a missing static file are 404", async () => {
  const server = await start({ flags: { "server.enableStaticServing": "true" }, files: { "static/sub/a.png": "x" } });
  expect((await fetch(`${server.url}/app/static/sub`)).status).toBe(404);
  expect((await fetch(`${server.url}/app/static/none.png`)).status).toBe(404);
});

test("srv-018 host-config is JSON with what an embedding page may do", async () => {
  const server = await start({ flags: { "client.allowedOrigins": "https://a.example" } });
  const config = (await (await fetch(`${server.url}/_stcore/host-config`)).json()) as Record<string, unknown>;
  expect(config).toEqual({
    allowedOrigins: ["https://a.example"],
    useExternalAuthToken: false,
    enableCustomParentMessages: false,
    enforceDownloadInNewTab: false,
  });
});

test("srv-017 the script health check runs the script when enabled, and is the page otherwise", async () => {
  const server = await start({ flags: { "server.scriptHealthCheckEnabled": "true" } });
  expect(await (await fetch(`${server.url}/_stcore/script-health-check`)).text()).toBe("ok");
  const other = await start();
  expect(await (await fetch(`${other.url}/_stcore/script-health-check`)).text()).toContain("<!doctype html>");
});

test("srv-007 a taken default port gives way to the next, and srv-008 a taken explicit one is an error", async () => {
  const blocker = createServer();
  const port = await new Promise<number>((resolve) => blocker.listen(0, "127.0.0.1", () => resolve((blocker.address() as { port: number }).port)));
  await expect(start({ flags: { "server.port": String(port) } })).rejects.toThrow(`Port ${port} is already in use`);
  const { listen } = await import("./listen.ts");
  const server = createServer();
  const got = await listen(server, { address: null, port, isExplicit: false });
  expect(got).toBeGreaterThan(port);
  server.close();
  blocker.close();
});

test("srv-007 the search for a free port leaves out 3000", async () => {
  const { listen } = await import("./listen.ts");
  const asked: number[] = [];
  const busy = {
    once(event: string, run: (error: Error) => void) {
      if (event === "error") queueMicrotask(() => run(Object.assign(new Error("busy"), { code: "EADDRINUSE" })));
    },
    off() {},
    listen: (where: { port: number }) => asked.push(where.port),
  };
  await expect(listen(busy as never, { address: null, port: 2998, isExplicit: false })).rejects.toThrow("No free port");
  expect(asked.slice(0, 3)).toEqual([2998, 2999, 3001]);
  expect(asked).toHaveLength(100);
});

test("the page may run only its own scripts and be framed only as the options say", async () => {
  const server = await start();
  const answers = [await fetch(server.url), await fetch(server.url)];
  const [policy = "", other = ""] = answers.map(({ headers }) => headers.get("content-security-policy") ?? "");
  const nonce = /script-src 'self' 'nonce-([\w-]{22})';/.exec(policy)?.[1] as string;
  expect(await answers[0]?.text()).toContain(`<script nonce="${nonce}" `);
  expect(other).not.toContain(nonce);
  const again = await fetch(server.url, { headers: { "If-None-Match": answers[0]?.headers.get("etag") ?? "" } });
  expect([again.status, again.headers.get("content-security-policy")]).toEqual([304, policy]);
  expect(policy).not.toContain("unsafe-eval");
  expect(policy).toContain("frame-ancestors 'self'");
  expect((await fetch(`${server.url}/?embed=true`)).headers.get("content-security-policy")).toContain("frame-ancestors *");
  const named = await start({ flags: { "client.allowedOrigins": "https://a.example" } });
  expect((await fetch(`${named.url}/?embed=true`)).headers.get("content-security-policy")).toContain("frame-ancestors 'self' https://a.example");
});

test("a connection from a page of another site is refused, from one's own or a named site it is not", async () => {
  const server = await start({ flags: { "server.corsAllowedOrigins": "https://friend.example" } });
  await expect(openPage(server.url, undefined, { Origin: "https://evil.example" })).rejects.toThrow("403");
  await expect(openPage(server.url, undefined, { Origin: "null" })).rejects.toThrow("403");
  for (const origin of [server.url, "https://friend.example", "http://localhost:3000"]) {
    const page = await openPage(server.url, undefined, { Origin: origin });
    await page.next("welcome");
  }
});

test("a server with allowedHosts answers to no other name", async () => {
  const server = await start({ flags: { "server.allowedHosts": "localhost" } });
  expect((await fetch(server.url)).status).toBe(200);
  expect((await fetch(server.url.replace("localhost", "127.0.0.1"))).status).toBe(403);
  await expect(openPage(server.url, undefined, { Host: "rebound.example" })).rejects.toThrow("403");
});

test("a request that changes something must echo the token of its cookie", async () => {
  const server = await start();
  const cookie = (await fetch(server.url)).headers.get("set-cookie")?.split(";")[0] ?? "";
  const token = cookie.split("=")[1] as string;
  const post = (headers: Record<string, string>) => fetch(`${server.url}/x`, { method: "POST", headers });
  expect((await post({})).status).toBe(403);
  expect((await post({ Cookie: cookie, "X-Xsrftoken": "0".repeat(token.length) })).status).toBe(403);
  expect((await post({ Cookie: cookie, "X-Xsrftoken": token })).status).toBe(404);
});

test("with server.cookieSecret only tokens of servers that share it count, and a page with another gets a new one", async () => {
  const file = { ".streamlit/config.toml": '[server]\ncookieSecret = "hush"' };
  const [one, other] = [await start({ files: file }), await start({ files: file })];
  const stranger = await start();
  const cookieOf = async (server: TestServer, headers = {}) => (await fetch(server.url, { headers })).headers.get("set-cookie")?.split(";")[0];
  const cookie = (await cookieOf(one)) as string;
  const foreign = (await cookieOf(stranger)) as string;
  const post = async (server: TestServer, given: string) =>
    (await fetch(`${server.url}/x`, { method: "POST", headers: { Cookie: given, "X-Xsrftoken": given.split("=")[1] as string } })).status;
  expect([await post(one, cookie), await post(other, cookie), await post(one, foreign), await post(stranger, foreign)]).toEqual([404, 404, 403, 404]);
  expect(await cookieOf(one, { Cookie: cookie })).toBeUndefined();
  expect(await cookieOf(one, { Cookie: foreign })).not.toBe(foreign);
});

test("srv-016 the old address of the health check answers, and says where the new one is", async () => {
  const server = await start();
  const { status, headers } = await fetch(`${server.url}/healthz`);
  expect([status, headers.get("deprecation"), headers.get("link")]).toEqual([200, "true", '</_stcore/health>; rel="alternate"']);
  expect((await fetch(`${server.url}/_stcore/health`)).headers.get("deprecation")).toBeNull();
});

test("srv-021 with certificate and key the app is served over https, and with one of them it does not start", async () => {
  const folder = project({ "cert.pem": CERTIFICATE, "key.pem": KEY });
  const flags = { "server.sslCertFile": join(folder, "cert.pem"), "server.sslKeyFile": join(folder, "key.pem") };
  const server = await start({ flags });
  expect(server.url).toMatch(/^https:\/\/localhost:/);
  const status = await new Promise((resolve, reject) => {
    get(`${server.url}/healthz`, { ca: CERTIFICATE }, (response) => resolve(response.resume().statusCode)).on("error", reject);
  });
  expect(status).toBe(200);
  await expect(start({ flags: { "server.sslCertFile": join(folder, "cert.pem") } })).rejects.toThrow("server.sslKeyFile is not");
});
