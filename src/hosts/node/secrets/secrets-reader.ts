import { readSecrets, secretsToEnvironment } from "./secrets.ts";
import type { LogLevel } from "../threads/log.ts";

/** The secrets of a thread that runs user code: read now, and again when somebody says so. */
export function createSecretsReader(files: readonly string[], log: (level: LogLevel, message: string) => void) {
  const publish = secretsToEnvironment(process.env);
  let values: Record<string, unknown> = {};
  const read = (): void => {
    try {
      values = { ...readSecrets({ files }).values };
      publish(values);
    } catch (error) {
      log("error", (error as Error).message);
    }
  };
  read();
  return { read, values: () => values };
}
