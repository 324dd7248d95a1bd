// `npm run hello` and `npm run rivulet -- run app.ts`: installs what is missing, builds what is stale, runs the command.
import { build } from "./build.mjs";
import { install } from "./lib/install.mjs";

install();
await build(["node", "client"]);
await import("../bin/rivulet.js");
