import { createEngine } from "../../../engine/engine.ts";
import { link } from "../compile/link.ts";
import { published } from "./published.ts";
import { runScriptThread } from "./script-thread.ts";

runScriptThread(
  (request) =>
    createEngine({
      ...request,
      rivulet: published,
    }),
  link,
);
