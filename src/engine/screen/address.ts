import type { ToClient } from "../../protocol/messages.ts";

const EMBED = new Set(["embed", "embed_options"]);

/** Options of an embedding page: they are no business of the script and stay in the address. */
export function isEmbedKey(key: string): boolean {
  return EMBED.has(key.toLowerCase());
}

/** Query of the page's address as the script sees and sets it; the page hears once of all that is set in one go. */
export class Address {
  /** Without the question mark, and with the options of an embedding page. */
  query: string;
  /** What the page has in its address bar. */
  private known: string;
  private isFlushing = false;
  /** Grows when the address is changed by anybody but the script's own setting of parameters. */
  version = 0;
  /** True when the last such change came with another page. */
  isOtherPage = false;

  constructor(
    query: string,
    private readonly send: (message: ToClient) => void,
    private readonly soon: (task: () => void) => void,
  ) {
    this.query = query.replace(/^\?/, "");
    this.known = visible(this.query);
  }

  /** The page said what its address is. */
  reported(query: string, options: { isOtherPage?: boolean } = {}): void {
    const next = withEmbed(query.replace(/^\?/, ""), this.query);
    const { isOtherPage = false } = options;
    if (next !== this.query || isOtherPage) this.changed(isOtherPage);
    this.query = next;
    this.known = visible(next);
  }

  /** Another page is shown, and nothing was said of its query. */
  leave(): void {
    this.changed(true);
    this.set("");
  }

  private changed(isOtherPage: boolean): void {
    this.version += 1;
    this.isOtherPage = isOtherPage;
  }

  /** All values of a parameter. */
  texts(key: string): string[] {
    return new URLSearchParams(this.query).getAll(key);
  }

  /** Sets one parameter to these values; none take it away. */
  put(key: string, texts: readonly string[]): void {
    const params = new URLSearchParams(visible(this.query));
    params.delete(key);
    for (const text of texts) params.append(key, text);
    this.set(params.toString());
  }

  /** The script sets the whole query, without the options of an embedding page. */
  set(query: string): void {
    this.query = withEmbed(query, this.query);
    if (this.isFlushing) return;
    this.isFlushing = true;
    this.soon(() => this.flush());
  }

  /** Tells the page what was set since the last time. */
  flush(): void {
    this.isFlushing = false;
    const query = visible(this.query);
    if (query === this.known) return;
    this.known = query;
    this.send({ type: "url", query, push: false });
  }

  /** The script shows another page. */
  moved(page: string, query: string): void {
    this.changed(true);
    this.query = withEmbed(query, this.query);
    this.known = visible(this.query);
    this.send({ type: "url", page, query: this.known, push: true });
  }

  /** What was asked for is not what is shown. */
  corrected(page: string): void {
    this.send({ type: "url", page, push: false });
  }
}

function visible(query: string): string {
  const params = new URLSearchParams(query);
  const hidden = [...params.keys()].filter(isEmbedKey);
  if (hidden.length === 0) return query;
  for (const key of hidden) params.delete(key);
  return params.toString();
}

/** A query with the embedding options of another, unless it brings its own. */
function withEmbed(query: string, before: string): string {
  if ([...new URLSearchParams(query).keys()].some(isEmbedKey)) return query;
  const kept = new URLSearchParams([...new URLSearchParams(before)].filter(([key]) => isEmbedKey(key))).toString();
  return kept === "" ? query : query === "" ? kept : `${query}&${kept}`;
}
