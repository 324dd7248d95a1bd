import { createEngine } from "../../engine/engine.ts";
import { link } from "./compile/link.ts";
import { runScriptThread } from "./script-thread.ts";

runScriptThread(createEngine, link);
