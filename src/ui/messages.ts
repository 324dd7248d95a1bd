/**
 * Every word the page itself says. One catalogue per language; other languages are partial and fall back to English.
 * A word in braces is replaced by the argument of that name.
 */
export const english = {
  running: "Running",
  stop: "Stop",
  stopping: "Stopping",
  rerun: "Rerun",
  alwaysRerun: "Always rerun",
  sourceChanged: "The source changed.",
  settings: "Settings",
  print: "Print",
  about: "About",
  getHelp: "Get help",
  reportBug: "Report a bug",
  clearCache: "Clear cache",
  clearCacheQuestion: "Clear everything the app has cached?",
  clearCacheDetail: "Cached results of all its functions are forgotten, for everyone who uses the app.",
  shortcuts: "Keyboard shortcuts",
  shortcutRerun: "Rerun the app",
  shortcutClear: "Clear the cache",
  shortcutApply: "Apply the value of a text field",
  shortcutClose: "Close a dialog or menu",
  mainMenu: "Main menu",
  cancel: "Cancel",
  close: "Close",
  theme: "Theme",
  themeSystem: "Use system setting",
  themeLight: "Light",
  themeDark: "Dark",
  themeCustom: "Custom theme",
  wideMode: "Wide mode",
  wideModeDetail: "Use the whole width of the window.",
  runOnSave: "Run on save",
  runOnSaveDetail: "Rerun the app when its source changes.",
  appearance: "Appearance",
  development: "Development",
  madeWith: "Made with Rivulet",
  aboutDetail: "Turn a TypeScript script into a live data app.",
  version: "Version {version}",
  connecting: "Connecting",
  reconnecting: "Reconnecting",
  connectionError: "No connection",
  connectionErrorDetail: "The app's server does not answer. If you started it on this machine, check that it is still running. The page goes on trying and recovers by itself.",
  tryNow: "Try now",
  compileError: "The script cannot be read",
  compileErrorDetail: "The last good screen stays until this is mended.",
  pageNotFound: "Page not found",
  pageNotFoundDetail: "There is no page “{page}” in this app. The main page is shown instead.",
  openSidebar: "Open sidebar",
  closeSidebar: "Close sidebar",
  resizeSidebar: "Width of the sidebar",
  sidebar: "Sidebar",
  pages: "Pages",
  viewMore: "View {count} more",
  viewLess: "View less",
  more: "More",
  emptyTitle: "Nothing here yet",
  emptyDetail: "The script ran to its end without drawing anything. Write something with st.write and save.",
  help: "Help",
  helpFor: "Help for {label}",
  linkToHeading: "Link to this heading",
  copy: "Copy",
  copied: "Copied",
  pressEnterToApply: "Press Enter to apply",
  pressEnterToSubmit: "Press Enter to submit form",
  showPassword: "Show the text",
  hidePassword: "Hide the text",
  from: "{label}, from",
  to: "{label}, to",
  dismiss: "Dismiss",
  notifications: "Notifications",
  viewFailed: "This element could not be shown",
  unknownKind: "This page does not know the element “{kind}”. It may be from a newer version: reload the page.",
  loading: "Loading",
  scriptFailed: "The script ended with an error.",
  scriptStopped: "The script was stopped.",
  reload: "Reload",
  skipToContent: "Skip to content",
} as const;

export type MessageName = keyof typeof english;
export type Catalogue = Partial<Record<MessageName, string>>;

let current: Catalogue = english;

/** Sets the language of the page; called once, before the first paint. */
export function setCatalogue(catalogue: Catalogue): void {
  current = catalogue;
}

/**
 * A word of the page in the viewer's language.
 * @example t("viewMore", { count: 3 }) // "View 3 more"
 */
export function t(name: MessageName, values?: Record<string, string | number>): string {
  const text = current[name] ?? english[name];
  return values ? text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole)) : text;
}
