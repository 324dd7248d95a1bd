import { AppError } from "./errors/errors.ts";
import { quote } from "./errors/quote.ts";
import { nearestName } from "./nearest-name.ts";
import { currentCore } from "./runs/scope.ts";

/** What a script may set, and to what: nothing that the server was started with depends on these. */
const SETTABLE: Readonly<Record<string, readonly unknown[]>> = {
  "client.showErrorDetails": ["full", "stacktrace", "type", "none"],
  "client.toolbarMode": ["auto", "developer", "viewer", "minimal"],
  "client.showSidebarNavigation": [true, false],
};

function known(command: string, name: string): Record<string, unknown> {
  const options = currentCore()?.config ?? {};
  if (Object.hasOwn(options, name)) return options;
  const near = nearestName(String(name), Object.keys(options));
  throw new AppError("config", `${command}: the config key ${quote(name)} is not defined`, {
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
 * @param name - `"client.showErrorDetails"`, `"client.toolbarMode"` or `"client.showSidebarNavigation"`.
 * @param value - What the configuration file would say.
 * @throws AppError for a name that is no option, for one that is read at the start only, or for a value that it cannot have.
 * @example st.setOption("client.showErrorDetails", "none");
 */
export function setOption(name: string, value: unknown): void {
  const options = known("st.setOption", name);
  const choices = SETTABLE[name];
  if (!choices) {
    throw new AppError("config", `st.setOption: ${name} cannot be set on the fly, while the app runs`, {
      hint: `Set it in .streamlit/config.toml or at the start: --${name}. A script can set ${Object.keys(SETTABLE).join(", ")}.`,
    });
  }
  // Booleans are what it took before it had degrees.
  const modern = name === "client.showErrorDetails" && typeof value === "boolean" ? (value ? "full" : "stacktrace") : value;
  if (!choices.includes(modern)) {
    throw new AppError("config", `st.setOption: ${name} must be one of ${choices.map((one) => JSON.stringify(one)).join(", ")}, but is ${quote(value)}`);
  }
  if (options[name] === modern) return;
  options[name] = modern;
  currentCore()?.host.optionSet?.(name, modern as string | boolean);
}
