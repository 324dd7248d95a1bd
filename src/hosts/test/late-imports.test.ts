import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { expect, test } from "vitest";

import { AppTest } from "./index.ts";

/** A workspace: an app, a package beside it, and an installed one. */
function workspace(app: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-late-")));
  const files: Record<string, string> = {
    "app/main.ts": app,
    "app/package.json": '{ "name": "app", "type": "module", "imports": { "#part": "./part.ts" } }',
    "app/part.ts": 'export const part: string = "part";',
    "packages/shared/package.json": '{ "name": "@team/shared", "type": "module", "exports": { ".": "./main.ts", "./draw": "./draw.ts" } }',
    "packages/shared/main.ts": 'enum Who { Team = "team" }\nexport const who: string = Who.Team;',
    "packages/shared/draw.ts": 'import st from "rivulet";\nexport const draw = (body: string) => void st.text(body);',
    "node_modules/installed/package.json": '{ "name": "installed", "type": "module", "exports": "./main.js" }',
    "node_modules/installed/main.js": 'export const x = "installed";',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  mkdirSync(join(folder, "node_modules/@team"));
  symlinkSync(join(folder, "packages/shared"), join(folder, "node_modules/@team/shared"));
  return join(folder, "app/main.ts");
}

test("packages of the workspace are compiled also where their name is put together at run time", async () => {
  const entry = workspace(`import st from "rivulet";
const team = "@team";
const { who } = await import(\`\${team}/shared\`);
const { draw } = await import([team, "shared", "draw"].join("/"));
const { part } = await import("#" + "part");
const { x } = await import("install" + "ed");
draw([who, part, x].join(" "));
`);
  const at = await AppTest.fromFile(entry).run();
  expect(at.exception.values).toEqual([]);
  expect(at.text.values).toEqual(["team part installed"]);
});

test("a package that is not there is named, also where its name is put together", async () => {
  const at = await AppTest.fromFile(workspace('await import("@team" + "/none");')).run();
  expect(at.exception.only.value).toContain('Cannot find module "@team/none"');
});
