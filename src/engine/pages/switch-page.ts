import { endedWith } from "../runs/control.ts";
import { AppError, SwitchPageSignal } from "../errors/errors.ts";
import { sessionOf } from "../screen/place.ts";
import { type QueryInput, queryText } from "../request/query-text.ts";
import type { Session } from "../sessions/session.ts";
import { type AnyPage, AppPage, elsewhere } from "./page.ts";
import type { GivenParams, LinkOptions } from "./page-params.ts";
import { fillPath, neededParams } from "./page-pattern.ts";
import type { Entry } from "./entry.ts";

export interface SwitchPageOptions {
  /** Query parameters the page opens with. Default: none. */
  queryParams?: QueryInput | undefined;
}

/**
 * Ends this run and shows another page of the app.
 *
 * @param page - A page that was given to `st.navigation`, or the path of its file relative to the entry script.
 * @param options - `params`, for the parts of its path that differ, and `queryParams`.
 * @throws AppError for a page that is not among those of the app, and for parameters its path does not have, or lacks.
 * @example
 * if (st.button("Back")) st.switchPage("reports/dashboard.ts");
 * if (st.button("First order")) st.switchPage(order, { params: { id: 1 } });
 */
export function switchPage<Path extends string = string>(page: AppPage<Path> | string, ...rest: LinkOptions<Path, SwitchPageOptions>): never {
  const session = sessionOf("st.switchPage");
  const { queryParams, params } = (rest[0] ?? {}) as SwitchPageOptions & { params?: GivenParams<string> };
  if (typeof page !== "string" && page instanceof AppPage && page.isElsewhere) throw elsewhere("switched to", page.title);
  const entry = findPage(session, "st.switchPage", page);
  const path = pathOf("st.switchPage", entry, params);
  const query = queryParams === undefined ? undefined : queryText("st.switchPage", queryParams);
  throw endedWith(new SwitchPageSignal(path, query));
}

/** Path of a page with these values in it. */
export function pathOf(command: string, entry: Entry, params: GivenParams<string> | undefined): string {
  const given: unknown = params ?? {};
  if (typeof given !== "object") throw new AppError("argument", `${command}: params must be an object, not ${String(given)}`);
  const filled = entry.pattern
    ? fillPath(entry.pattern, given as GivenParams<string>)
    : Object.keys(given as object).length === 0
      ? { path: entry.path }
      : undefined;
  if (filled && "path" in filled) return filled.path;
  const reason = filled ? filled.wrong : `the path of "${entry.title}" takes no params`;
  const names = entry.pattern ? neededParams(entry.pattern).map((name) => `${name}: …`) : [];
  throw new AppError("argument", `${command}: ${reason}`, {
    hint: filled
      ? `The path is ${JSON.stringify(entry.path)}: write { params: { ${names.join(", ")} } }.`
      : 'Leave params out, or give the page a path such as { urlPath: "orders/:id" }.',
  });
}

/** The page somebody names, among those this session can reach. */
export function findPage(session: Session, command: string, page: AnyPage | string): Entry {
  const entries = session.pages.entries();
  const found = page instanceof AppPage ? samePage(entries, page) : sameFile(session, entries, command, page);
  if (found) return found;
  const name = page instanceof AppPage ? page.title : page;
  const files = entries.flatMap(({ id, title }) => (id === undefined ? `"${title}"` : session.core.host.displayPath(id)));
  throw new AppError("page", `${command}: the page "${name}" is not among the pages of this app`, {
    hint:
      files.length === 0
        ? "Declare it first: give it to st.navigation, or put its file into the folder pages/ beside the entry script."
        : `Give it to st.navigation; paths are relative to the entry script. The pages are: ${files.join(", ")}.`,
  });
}

function samePage(entries: readonly Entry[], page: AnyPage): Entry | undefined {
  const isSame = ({ page: other, ownPath }: Entry) => other !== undefined && ownPath === page.ownPath && sourceName(other) === sourceName(page);
  return entries.find((entry) => entry.page === page) ?? entries.find(isSame);
}

/** Every run makes its functions anew; their names stay. */
function sourceName({ source }: AnyPage): string {
  return typeof source === "string" ? source : `function ${source.name}`;
}

function sameFile(session: Session, entries: readonly Entry[], command: string, path: string): Entry | undefined {
  if (typeof path !== "string") {
    throw new AppError("argument", `${command}: page must be a page or the path of its file, not ${String(path)}`);
  }
  const { host, entry } = session.core;
  const id = host.resolvePage(entry, path);
  return entries.find((one) => one.id === id);
}
