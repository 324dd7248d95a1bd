import { parentPort, workerData } from "node:worker_threads";

import type { ErrorReport } from "../../../protocol/messages.ts";
import { guardProcess } from "../threads/stray.ts";
import type { FromSmoke, SmokeSettings } from "./messages.ts";
import { openPages } from "./open-pages.ts";

const settings = workerData as SmokeSettings;
const tell = (message: FromSmoke): void => parentPort?.postMessage(message);
process.argv.splice(1, process.argv.length - 1, settings.script);

const strays: ErrorReport[] = [];
guardProcess((thrown) => {
  const { name, message } = thrown instanceof Error ? thrown : { name: "Error", message: String(thrown) };
  strays.push({ name, message, hint: "Nobody caught this error. Await what may fail, or catch it." });
});

await openPages({
  ...settings,
  strays: () => strays.splice(0),
  opening: (path) => tell({ type: "opening", path }),
  opened: (result) => tell({ type: "opened", ...result }),
});
tell({ type: "done" });
