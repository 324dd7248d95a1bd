// `npm run hello` and `npm run rivulet -- run app.ts`: installs what is missing, builds what is stale, runs the command.
import { build } from "./build.mjs";
import { install } from "./lib/install.mjs";

install();
try {
  await build(["datasets", "node", "client", "types", "reference"]);
} catch (error) {
  console.error(`Rivulet could not be built: ${error.message}`);
  process.exit(1);
}
await import("../bin/rivulet.js");
