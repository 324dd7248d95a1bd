import { endedWith } from "../control.ts";
import { AppError, SwitchPageSignal } from "../errors.ts";
import { sessionOf } from "../place.ts";
import { type QueryInput, queryText } from "../query-text.ts";
import type { Session } from "../session.ts";
import { AppPage } from "./page.ts";
import type { Entry } from "./pages.ts";

export interface SwitchPageOptions {
  /** Query parameters the page opens with. Default: none. */
  queryParams?: QueryInput | undefined;
}

/**
 * Ends this run and shows another page of the app.
 *
 * @param page - A page that was given to `st.navigation`, or the path of its file relative to the entry script.
 * @param options - `queryParams`.
 * @throws AppError for a page that is not among those of the app.
 * @example
 * if (st.button("Back")) st.switchPage("reports/dashboard.ts");
 */
export function switchPage(page: AppPage | string, options: SwitchPageOptions = {}): never {
  const session = sessionOf("st.switchPage");
  const { path } = findPage(session, "st.switchPage", page);
  const query = options.queryParams === undefined ? undefined : queryText("st.switchPage", options.queryParams);
  throw endedWith(new SwitchPageSignal(path, query));
}

/** The page somebody names, among those this session can reach. */
export function findPage(session: Session, command: string, page: AppPage | string): Entry {
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

function samePage(entries: readonly Entry[], page: AppPage): Entry | undefined {
  const isSame = ({ page: other, ownPath }: Entry) => other !== undefined && ownPath === page.ownPath && sourceName(other) === sourceName(page);
  return entries.find((entry) => entry.page === page) ?? entries.find(isSame);
}

/** Every run makes its functions anew; their names stay. */
function sourceName({ source }: AppPage): string {
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
