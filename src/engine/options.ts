import { AppError } from "./errors.ts";
import { nearestName } from "./nearest-name.ts";
import { currentCore } from "./scope.ts";

/** What a script may set: nothing that the server was started with depends on these. */
const SETTABLE = ["client.showErrorDetails", "client.showSidebarNavigation"];

function known(command: string, name: string): Record<string, unknown> {
  const options = currentCore()?.config ?? {};
  if (Object.hasOwn(options, name)) return options;
  const near = nearestName(String(name), Object.keys(options));
  throw new AppError("config", `${command}: there is no option ${JSON.stringify(name)}`, {
    hint: near === undefined ? "`rivulet config show` lists all options." : `Did you mean "${near}"? \`rivulet config show\` lists all options.`,
  });
}

/**
 * Reads an option of the configuration.
 *
 * @param name - Section and name, such as `"server.port"`.
 * @returns Its value; null where nothing is set.
 * @throws AppError for a name that is no option, with the nearest that is one.
 * @example if (st.getOption("client.toolbarMode") === "developer") st.write("Hello, developer!");
 */
export function getOption(name: string): unknown {
  return known("st.getOption", name)[name];
}

/**
 * Sets an option while the app runs, for all sessions.
 *
 * @param name - `"client.showErrorDetails"` or `"client.showSidebarNavigation"`.
 * @param value - What the configuration file would say.
 * @throws AppError for a name that is no option, or for one that is read at the start only.
 * @example st.setOption("client.showErrorDetails", "none");
 */
export function setOption(name: string, value: unknown): void {
  const options = known("st.setOption", name);
  if (!SETTABLE.includes(name)) {
    throw new AppError("config", `st.setOption: ${name} cannot be set while the app runs`, {
      hint: `Set it in .streamlit/config.toml or at the start: --${name}. A script can set ${SETTABLE.join(" and ")}.`,
    });
  }
  options[name] = value;
}
