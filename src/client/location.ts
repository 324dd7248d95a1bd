import { addressOfPath, pathOfAddress } from "../protocol/page-path.ts";
import { createStore, type Store } from "../ui/store.ts";

/** Where the page stands: which page of the app, and its query without the embedding options. */
export interface Place {
  page: string;
  query: string;
}

export interface AppLocation {
  readonly base: URL;
  readonly place: Store<Place>;
  /** Options of an embedding page; they stay in the address whatever the script does. */
  readonly embed: Embed;
  href(page: string, query?: string): string;
  move(place: Partial<Place>, push: boolean): void;
  /** Calls `listener` when the viewer went back or forward; returns a function that stops it. */
  onTravel(listener: (place: Place, before: Place) => void): () => void;
}

export interface Embed {
  on: boolean;
  options: ReadonlySet<string>;
}

const EMBED_NAMES = ["embed", "embed_options"];

function split(search: string): { query: string; embed: URLSearchParams } {
  const all = new URLSearchParams(search);
  const embed = new URLSearchParams();
  for (const name of EMBED_NAMES) for (const value of all.getAll(name)) embed.append(name, value);
  if (embed.size === 0) return { query: search.replace(/^\?/, ""), embed };
  for (const name of EMBED_NAMES) all.delete(name);
  return { query: all.toString(), embed };
}

/** Reads and writes the address bar. `base` is the address of the app's main page. */
export function createLocation(base: URL): AppLocation {
  const read = (): Place => {
    const path = location.pathname;
    const page = path.startsWith(base.pathname) ? path.slice(base.pathname.length) : path.slice(1);
    return { page: pathOfAddress(page), query: split(location.search).query };
  };
  const { embed } = split(location.search);
  const place = createStore(read());
  const href = (page: string, query = "") => {
    const search = [query, embed.toString()].filter(Boolean).join("&");
    return new URL(addressOfPath(page) + (search ? `?${search}` : ""), base).href;
  };
  return {
    base,
    place,
    embed: {
      on: embed.getAll("embed").some((value) => value.toLowerCase() === "true"),
      options: new Set(embed.getAll("embed_options").map((option) => option.toLowerCase())),
    },
    href,
    move(to, push) {
      const before = place.get();
      const next = { ...before, ...to };
      if (next.page === before.page && next.query === before.query) return;
      const hash = next.page === before.page ? location.hash : "";
      history[push ? "pushState" : "replaceState"](null, "", href(next.page, next.query) + hash);
      place.set(next);
    },
    onTravel(listener) {
      const travel = () => {
        const before = place.get();
        const next = read();
        if (next.page === before.page && next.query === before.query) return;
        place.set(next);
        listener(next, before);
      };
      window.addEventListener("popstate", travel);
      return () => window.removeEventListener("popstate", travel);
    },
  };
}
