/** True when the page shows what only a developer needs. */
export function isDeveloper(mode: string): boolean {
  if (mode === "developer") return true;
  return mode === "auto" && ["localhost", "127.0.0.1", "[::1]"].includes(window.location.hostname);
}
