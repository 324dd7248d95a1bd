import { themeOptions } from "./theme-options.ts";
import type { ConfigOption } from "./option.ts";

const runner: ConfigOption[] = [
  { name: "runner.magicEnabled", type: "boolean", default: true, about: "Write bare expressions of the script to the page." },
  {
    name: "runner.fastReruns",
    type: "boolean",
    default: true,
    about: "Let a new interaction end the run in progress at once; false lets it come to its next command or await first.",
  },
  {
    name: "runner.enforceSerializableSessionState",
    type: "boolean",
    default: false,
    about: "Raise an error when session state holds a value that could not be stored outside the process.",
  },
  {
    name: "runner.enumCoercion",
    type: "string",
    default: "nameOnly",
    choices: ["off", "nameOnly", "nameAndValue"],
    about: "How members of an enum are matched to options after its module was loaded again.",
  },
  {
    name: "runner.cacheBackgroundRefreshTTLMultiplier",
    type: "number",
    default: null,
    about: "How many times its ttl a stale cached value may still be served while a new one is computed.",
  },
  { name: "runner.workers", type: "integer", default: 1, about: "Threads that run scripts. With more than one, every thread has cached resources of its own." },
  {
    name: "runner.offloadThreads",
    type: "integer",
    default: null,
    about: "Most threads at once for functions of st.offload. By default one less than there are processors.",
  },
  { name: "runner.maxMemory", type: "integer", default: null, about: "Megabytes of heap a script thread may use before it is replaced." },
];

const client: ConfigOption[] = [
  {
    name: "client.showErrorDetails",
    type: "string",
    default: "full",
    choices: ["full", "stacktrace", "type", "none"],
    scriptable: true,
    about: "How much of an uncaught error the page shows: message and frames, frames, name only, or nothing.",
  },
  {
    name: "client.toolbarMode",
    type: "string",
    default: "auto",
    choices: ["auto", "developer", "viewer", "minimal"],
    scriptable: true,
    about: "Which entries toolbar and menu show; auto is developer on localhost and viewer elsewhere.",
  },
  { name: "client.showSidebarNavigation", type: "boolean", default: true, scriptable: true, about: "Show the list of pages found in the pages/ folder." },
  { name: "client.allowedOrigins", type: "list", default: null, about: "Sites that may embed the app in a frame and exchange messages with it." },
  { name: "client.disableDataExport", type: "boolean", default: false, about: "Hide downloads of tables and charts and copying from read-only tables." },
];

const server: ConfigOption[] = [
  {
    name: "server.address",
    type: "string",
    default: null,
    about: "Address to listen on: a host name, 0.0.0.0 for every interface, or unix:///path. Nothing set means localhost only.",
  },
  { name: "server.port", type: "integer", default: 8501, about: "Port to listen on. When it is not set and 8501 is taken, the next free one is used." },
  { name: "server.baseUrlPath", type: "string", default: "", about: "Path under which the app is served, without slashes at its ends." },
  { name: "server.headless", type: "boolean", default: null, about: "Do not open a browser at the start. Nothing set means: on Linux without a display." },
  { name: "server.runOnSave", type: "boolean", default: false, about: "Rerun open pages whenever the script or one of its modules is saved." },
  { name: "server.allowRunOnSave", type: "boolean", default: true, about: "Let people turn rerunning on save on and off in the page." },
  {
    name: "server.fileWatcherType",
    type: "string",
    default: "auto",
    choices: ["auto", "watchdog", "poll", "none"],
    about: "How changed files are noticed: by the system's events, by looking again and again, or not at all.",
  },
  { name: "server.folderWatchBlacklist", type: "list", default: [], about: "Folders whose files are not watched." },
  { name: "server.folderWatchList", type: "list", default: [], about: "Further folders to watch; a change in one counts as a change of the script." },
  {
    name: "server.cookieSecret",
    type: "string",
    default: null,
    sensitive: true,
    about: "Key with which the token of enableXsrfProtection is signed, so that none made elsewhere is taken. Servers that share sessions share it.",
  },
  { name: "server.enableCORS", type: "boolean", default: true, about: "Refuse requests that come from pages of other sites." },
  { name: "server.corsAllowedOrigins", type: "list", default: [], about: "Other sites whose pages may connect while enableCORS is true." },
  { name: "server.allowedHosts", type: "list", default: null, about: "Host names under which the app may be reached; nothing set means any." },
  { name: "server.enableXsrfProtection", type: "boolean", default: true, about: "Ask for a token with every request that changes something." },
  {
    name: "server.xsrfCookieSameSite",
    type: "string",
    default: "lax",
    choices: ["lax", "strict", "none"],
    about: "SameSite attribute of the cookie that carries the token.",
  },
  { name: "server.maxUploadSize", type: "integer", default: 200, about: "Largest uploaded file, in megabytes." },
  { name: "server.maxMessageSize", type: "integer", default: 200, about: "Largest message between page and server, in megabytes." },
  { name: "server.maxWidgetStateSize", type: "integer", default: 25, about: "Largest set of widget values one page may send, in megabytes." },
  { name: "server.enableWebsocketCompression", type: "boolean", default: false, about: "Compress messages; worth it on slow lines only." },
  { name: "server.websocketPingInterval", type: "integer", default: null, about: "Seconds between two signs of life on a connection; 30 when not set." },
  { name: "server.enableStaticServing", type: "boolean", default: false, about: "Serve the files of the folder static/ beside the script under /app/static." },
  { name: "server.disconnectedSessionTTL", type: "integer", default: 120, about: "Seconds a session waits for a page whose connection broke." },
  { name: "server.scriptHealthCheckEnabled", type: "boolean", default: false, about: "Answer /_stcore/script-health-check by running the script." },
  { name: "server.sslCertFile", type: "string", default: null, about: "Certificate (PEM) for https; needs sslKeyFile." },
  { name: "server.sslKeyFile", type: "string", default: null, about: "Private key (PEM) of the certificate." },
];

const others: ConfigOption[] = [
  {
    name: "global.disableWidgetStateDuplicationWarning",
    type: "boolean",
    default: false,
    about: "Do not warn when a widget has a default and a value in session state.",
  },
  {
    name: "logger.level",
    type: "string",
    default: "info",
    choices: ["error", "warning", "info", "debug"],
    about: "How much the server writes to the terminal.",
  },
  {
    name: "logger.messageFormat",
    type: "string",
    default: "%(message)s",
    about: "Form of a line in the terminal; %(asctime)s, %(levelname)s and %(message)s are filled in.",
  },
  { name: "browser.serverAddress", type: "string", default: null, about: "Name under which people reach the app; used for printed and shared links." },
  { name: "browser.serverPort", type: "integer", default: null, about: "Port under which people reach the app; server.port when not set." },
  { name: "browser.gatherUsageStats", type: "boolean", default: false, about: "Accepted and without effect: nothing is ever sent anywhere." },
  {
    name: "secrets.files",
    type: "list",
    default: [],
    about: "Files or folders with secrets, later ones win. Nothing set means the home's and the project's secrets.toml.",
  },
];

/** Every option that has a meaning here, in the order `config show` prints them. */
export const OPTIONS: readonly ConfigOption[] = [...others.slice(0, 3), ...client, ...runner, ...server, ...others.slice(3), ...themeOptions()];

const PYTHON_ONLY = "it concerns the Python runtime and changes nothing here";
const INTERNAL = "it is internal to Streamlit and changes nothing here";

/** Options of Streamlit that are taken without complaint, and why they do nothing. */
export const WITHOUT_EFFECT: Readonly<Record<string, string>> = {
  "global.showWarningOnDirectExecution": "a script started directly always explains how to run it",
  "global.developmentMode": INTERNAL,
  "global.e2eTest": INTERNAL,
  "global.unitTest": INTERNAL,
  "global.appTest": INTERNAL,
  "global.minCachedMessageSize": "big values are always sent once per page",
  "global.maxCachedMessageAge": "big values are kept by size, not by age",
  "global.storeCachedForwardMessagesInMemory": "big values are always sent once per page",
  "global.suppressDeprecationWarnings": "no name of a command is deprecated, so there is nothing to warn about",
  "client.showErrorLinks": "error boxes say the fix themselves and link to no other site",
  "logger.enableRich": PYTHON_ONLY,
  "runner.postScriptGC": PYTHON_ONLY,
  "server.enableArrowTruncation": "big tables are read piece by piece, so nothing is cut off",
  "server.showEmailPrompt": "nobody is asked for an e-mail address",
  "server.useStarlette": PYTHON_ONLY,
  "ui.hideTopBar": "use client.toolbarMode",
  "mapbox.token": "maps are drawn without Mapbox",
  "magic.displayRootDocString": "a string on the first line is written like every other bare expression",
  "magic.displayLastExprIfNoSemicolon": "every bare expression is written, with or without a semicolon",
};

/** Where an option can also be set: `server.port` → `SERVER_PORT`. */
export function environmentName(option: string): string {
  return option
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .replaceAll(".", "_")
    .toUpperCase();
}
