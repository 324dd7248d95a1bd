import { type ErrorReport, HELD } from "../../../protocol/messages.ts";
import { AppUnderTest } from "../../test/app-under-test.ts";
import { nodesIn } from "../../test/finders.ts";
import { fileScript } from "../../test/script.ts";
import { LateError } from "../../test/settle.ts";
import type { SmokeResult, SmokeSettings } from "./messages.ts";

export interface OpenPagesOptions extends SmokeSettings {
  /** Errors that nobody caught since it was last asked. */
  strays(): ErrorReport[];
  opening(path: string): void;
  opened(result: SmokeResult): void;
}

function boxes(app: AppUnderTest, isErrorAllowed: boolean): ErrorReport[] {
  const found: ErrorReport[] = [];
  for (const { kind, props } of nodesIn(app.roots)) {
    if (kind === "exception" && props.level !== "warning") found.push(props as ErrorReport);
    if (kind === "error" && !isErrorAllowed) found.push({ name: "st.error", message: String(props.body) });
  }
  return found;
}

/** Why a page did not come to rest; with the line, where a loop held its thread. */
function lateness(app: AppUnderTest, error: Error, seconds: number): ErrorReport {
  if (!(error instanceof LateError)) return { name: error.name, message: error.message };
  const held = app.mirror.messages.findLast((message) => message.type === "notice" && message.topic === HELD);
  const frames = held?.type === "notice" ? held.frames : undefined;
  return {
    name: "Timeout",
    message: `the page was still running after ${seconds} s`,
    hint: "Look for a loop without an end, or a wait for what never comes. What is to be updated again and again belongs into st.fragment with runEvery.",
    ...(frames ? { frames } : {}),
  };
}

/** Opens one page in a session of its own, as a person does who follows a link. */
async function openPage(options: OpenPagesOptions, path: string): Promise<{ app: AppUnderTest; result: SmokeResult }> {
  const { config, secrets, seconds, script } = options;
  const app = AppUnderTest.start(fileScript(script), { config, defaultTimeout: seconds });
  app.secrets = { ...secrets };
  app.openAt(path);
  const began = performance.now();
  const late: ErrorReport[] = [];
  await app.run().catch((error: Error) => late.push(lateness(app, error, seconds)));
  const milliseconds = performance.now() - began;
  const troubles = [...boxes(app, options.isErrorAllowed), ...late, ...options.strays()];
  const title = app.pageConfig.title ?? app.pages.find((page) => page.isCurrent)?.title ?? "";
  return { app, result: { path, title, milliseconds, elements: [...nodesIn(app.roots)].length, troubles } };
}

/**
 * Opens the first page of an app and every page its menu knows, hidden ones too.
 *
 * @param options The app, and who is told.
 */
export async function openPages(options: OpenPagesOptions): Promise<void> {
  const waiting = [""];
  const seen = new Set(waiting);
  for (const path of waiting) {
    options.opening(path);
    const { app, result } = await openPage(options, path);
    options.opened(result);
    for (const page of app.pages) {
      if (seen.has(page.path)) continue;
      seen.add(page.path);
      waiting.push(page.path);
    }
    app.close();
  }
}
