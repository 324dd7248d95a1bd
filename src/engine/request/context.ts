import { addressOfPath } from "../../protocol/page-path.ts";
import { sessionOf } from "../screen/place.ts";
import { createRequestFields, type RequestFields } from "./request-fields.ts";
import { currentScope } from "../runs/scope.ts";
import type { Session } from "../sessions/session.ts";

/** What is known of the visit: its request, the viewer's browser, and the run in progress. */
export interface Context {
  /** Headers of the request that opened the session; names in any letter case. Empty outside a session. */
  readonly headers: RequestFields;
  /** Cookies of that request. Empty outside a session. */
  readonly cookies: RequestFields;
  /** Address of the page shown, without query and fragment. */
  readonly url: string | undefined;
  /** Address of the viewer; null when the app is open on the machine that serves it. */
  readonly ipAddress: string | null;
  /** Language of the browser, such as `"en-US"`. */
  readonly locale: string | undefined;
  /** Time zone of the browser, such as `"Europe/Berlin"`. */
  readonly timezone: string | undefined;
  /** Minutes from the browser's local time to UTC: 300 in New York in winter. */
  readonly timezoneOffset: number | undefined;
  /**
   * What stands at the parts of the page's address that differ: `{ id: "42" }` for `orders/:id` opened as `orders/42`.
   * Empty for other pages. `page.params` has the same, typed.
   */
  readonly params: Readonly<Record<string, string | undefined>>;
  /** Whether the page stands in a frame of another one, opened with `?embed=true`. */
  readonly isEmbedded: boolean;
  /** The theme the viewer sees: `st.context.theme.type` is `"light"` or `"dark"`. */
  readonly theme: { readonly type: "light" | "dark" };
  /**
   * Fires when this run is ended: by a newer interaction, by Stop, or because nobody looks any more.
   * Inside a cached function it fires when nobody waits for the result any more.
   *
   * @example const answer = await fetch(url, { signal: st.context.signal });
   */
  readonly signal: AbortSignal;
}

/** Undefined outside a run; while a module is imported and in shared work there is no session to read. */
function visit(): Session | undefined {
  return currentScope() ? sessionOf("st.context") : undefined;
}

function isLocal(address: string): boolean {
  return address === "::1" || /^(::ffff:)?127\./.test(address);
}

/** The page's address as the browser gave it when the session began, moved to the page shown now. */
function addressOf({ context, pages }: Session): string | undefined {
  if (context.url === "") return undefined;
  const url = new URL(context.url);
  url.search = "";
  url.hash = "";
  url.pathname = `${pages.basePath}${addressOfPath(pages.current)}`;
  return url.href;
}

/**
 * What is known of the visit: the request that opened it, the viewer's browser, and the run in progress. It can be read only.
 *
 * @example
 * st.write(`Your browser speaks ${st.context.locale}, and its clock is set to ${st.context.timezone}.`);
 * const answer = await fetch("https://example.com/rows.json", { signal: st.context.signal });
 */
export const context: Context = Object.freeze({
  headers: createRequestFields(
    "st.context.headers",
    () => visit()?.principal.headers ?? {},
    (name) => name.toLowerCase(),
  ),
  cookies: createRequestFields(
    "st.context.cookies",
    () => visit()?.principal.cookies ?? {},
    (name) => name,
  ),
  get url() {
    const session = visit();
    return session && addressOf(session);
  },
  get ipAddress() {
    const address = visit()?.principal.address ?? null;
    return address === null || isLocal(address) ? null : address;
  },
  get locale() {
    return visit()?.context.locale;
  },
  get timezone() {
    return visit()?.context.timezone;
  },
  get timezoneOffset() {
    return visit()?.context.timezoneOffset;
  },
  get params() {
    return visit()?.pages.params ?? {};
  },
  get isEmbedded() {
    return visit()?.context.isEmbedded ?? false;
  },
  get theme() {
    return { type: visit()?.context.theme ?? "light" };
  },
  get signal() {
    const scope = currentScope();
    return scope?.shared?.signal ?? scope?.run?.signal ?? new AbortController().signal;
  },
});
