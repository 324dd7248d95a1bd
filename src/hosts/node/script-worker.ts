import { createEngine } from "../../engine/engine.ts";
import * as rivulet from "../../index.ts";
import { link } from "./compile/link.ts";
import { runScriptThread } from "./script-thread.ts";

/** What scripts import: the modules of this very build, so that script and engine are one. */
const PUBLISHED: Readonly<Record<string, Record<string, unknown>>> = { ".": rivulet };

runScriptThread(
  (request) =>
    createEngine({
      ...request,
      rivulet(subpath) {
        const published = PUBLISHED[subpath];
        if (published) return published;
        throw new Error(`A script cannot import rivulet${subpath.slice(1)}. It can import: rivulet.`);
      },
    }),
  link,
);
