#!/usr/bin/env node
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Error: Rivulet needs Node 20.19 or newer, but this is ${process.versions.node}. See https://nodejs.org`);
  process.exit(1);
}
const { runCli } = await import("../dist/cli.js");
await runCli();
