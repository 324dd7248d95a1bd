import type { ClientConfig } from "../../../protocol/messages.ts";
import type { Config } from "./config.ts";

/** Theme options somebody set, nested as in TOML: `{ primaryColor, sidebar: { … }, dark: { … } }`. */
export function themeOf(config: Config): Record<string, unknown> | undefined {
  const theme: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(config.values)) {
    if (!name.startsWith("theme.") || value === null) continue;
    const path = name.split(".").slice(1);
    const last = path.pop() as string;
    let table = theme;
    for (const part of path) table = (table[part] ??= {}) as Record<string, unknown>;
    table[last] = value;
  }
  return Object.keys(theme).length > 0 ? theme : undefined;
}

/**
 * What the page needs to know of the settings.
 *
 * @param config Options as read.
 * @param facts What is not an option: whether the demo runs, and what this session chose.
 * @returns The part of `welcome` and `config` messages.
 * @example clientConfig(readConfig(), { isHello: false, runOnSave: undefined })
 */
export function clientConfig(config: Config, facts: { isHello: boolean; runOnSave: boolean | undefined }): ClientConfig {
  const { values } = config;
  const theme = themeOf(config);
  return {
    ...(theme ? { theme } : {}),
    toolbarMode: values["client.toolbarMode"] as ClientConfig["toolbarMode"],
    showErrorDetails: values["client.showErrorDetails"] as ClientConfig["showErrorDetails"],
    runOnSave: facts.runOnSave ?? values["server.runOnSave"] === true,
    allowRunOnSave: values["server.allowRunOnSave"] === true,
    showSidebarNavigation: values["client.showSidebarNavigation"] === true,
    isHello: facts.isHello,
    maxUploadSize: values["server.maxUploadSize"] as number,
    disableDataExport: values["client.disableDataExport"] === true,
  };
}
