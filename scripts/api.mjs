// Writes api.md, the flat list of everything public, and the names of all options: `npm run api`.
// With --check it only says whether they are stale.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { optionLines } from "./option-names.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const ENTRIES = { rivulet: "dist/types/index.d.ts", "rivulet/testing": "dist/types/hosts/test/index.d.ts" };

const files = Object.entries(ENTRIES).filter(([, path]) => existsSync(root + path));
const program = ts.createProgram(
  files.map(([, path]) => root + path),
  {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2023,
    skipLibCheck: true,
    strict: true,
    types: ["node"],
  },
);
const checker = program.getTypeChecker();
const FLAGS = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.WriteArrayAsGenericType | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;
const short = (text) => text.replaceAll(/import\("[^"]*"\)\./g, "").replaceAll(/\s+/g, " ");

/** Call signatures, one line each; anything else as its type. */
function signatures(name, type, at) {
  const calls = type.getCallSignatures();
  if (calls.length === 0) return [`${name}: ${short(checker.typeToString(type, at, FLAGS))}`];
  return calls.map((call) => `${name}${short(checker.signatureToString(call, at, FLAGS)).replace(/\(this: [^,)]*(, |(?=\)))/, "(")}`);
}

function declaration(symbol) {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const node = target.declarations?.[0];
  if (!node) return [];
  if (node.getSourceFile().fileName.includes("node_modules"))
    return [`${symbol.name} from ${node.getSourceFile().fileName.split("node_modules/").at(-1).split("/")[0]}`];
  if (ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node)) return signatures(symbol.name, checker.getTypeOfSymbol(target), node);
  const text = ts.createPrinter({ removeComments: true }).printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
  return [short(text.replace(/^export (declare )?/, ""))];
}

let options = [];
const lines = ["# Public API", "", "Everything that is public, one line each. Written by `npm run api`; a stale list fails `npm test`.", ""];
for (const [name, path] of files) {
  const source = program.getSourceFile(root + path);
  const exports = checker.getExportsOfModule(checker.getSymbolAtLocation(source)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  lines.push(`## ${name}`, "", "```ts");
  for (const symbol of exports) if (symbol.name !== "st" && symbol.name !== "default") lines.push(...declaration(symbol));
  lines.push("```", "");
  const st = exports.find((symbol) => symbol.name === "st");
  if (!st) continue;
  lines.push("## st", "", "```ts");
  const node = st.declarations[0];
  options = optionLines(checker, checker.getTypeOfSymbol(st), node);
  const commands = checker
    .getPropertiesOfType(checker.getTypeOfSymbol(st))
    .filter((one) => !(ts.getCombinedModifierFlags(one.declarations?.[0] ?? node) & ts.ModifierFlags.Private));
  for (const command of commands.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    lines.push(...signatures(command.name, checker.getTypeOfSymbolAtLocation(command, node), node));
  lines.push("```", "");
}
const names = `/**
 * What the options of each command may be called: the command, from which argument on its options may stand,
 * in how many places values and in how many functions may stand, and the names of the options.
 * Written by \`npm run api\` from the types of the commands.
 */
export const OPTION_NAMES = \`
${options.join("\n")}
\`;
`;
const WRITTEN = { "api.md": `${lines.join("\n").trim()}\n`, "src/elements/option-names.ts": names };
for (const [name, text] of Object.entries(WRITTEN)) {
  const file = root + name;
  if (!process.argv.includes("--check")) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
    console.error(`${name} is stale: look at the change with \`npm run api && git diff ${name}\`, and commit it if it is meant.`);
    process.exitCode = 1;
  }
}

// The pages that are made of the same facts.
await import("./docs.mjs");
