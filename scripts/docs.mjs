// `npm run docs`: puts the examples into the guides and writes docs/from-streamlit.md. With --check it only says what is stale.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { root } from "./lib/install.mjs";

const guides = `${root}docs/guides/`;
const BLOCK = /(<!-- ([\w./-]+\.ts) -->\n\n)```ts\n(?:.*?\n)??```/gs;

/** One rule for all names. */
const camel = (name) => name.replaceAll(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** A guide with its examples as they are now. */
function filled(text, guide) {
  return text.replaceAll(BLOCK, (_, head, example) => {
    const path = `${root}examples/guides/${example}`;
    if (!existsSync(path)) throw new Error(`docs/guides/${guide} names examples/guides/${example}, which is not there`);
    return `${head}\`\`\`ts\n${readFileSync(path, "utf8")}\`\`\``;
  });
}

const read = (path) => JSON.parse(readFileSync(root + path, "utf8"));
const { commands } = read("dist/reference.json");

/** What is known of a command or of what belongs to one; undefined when it is not there. */
function known(name) {
  const [first, second] = name.split(".");
  const command = commands[first];
  if (second === undefined || command === undefined) return command;
  const member = command.members.find((one) => one.name === second);
  return member ?? (second === "clear" && command.signatures.length > 0 ? { options: [], params: [] } : undefined);
}

function row([name, params]) {
  const here = name.split(".").map(camel).join(".");
  const command = known(here);
  if (command === undefined) return undefined;
  const names = new Set([...command.options, ...(command.params ?? [])].map((one) => one.name));
  const renamed = params.filter((one) => one.includes("_") && names.has(camel(one))).map((one) => `\`${camel(one)}\``);
  return `| \`st.${name}\` | \`st.${here}\` | ${renamed.join(", ")} |`;
}

/** What the language does by itself: `Object.keys`, `??=`. */
const OWN = /\.(keys|values|items|setdefault|has_key|load_if_toml_exists)$/;

function fromStreamlit() {
  const sections = Object.entries(read("scripts/lib/streamlit-commands.json"));
  const tables = sections.map(([title, names]) => {
    const rows = Object.entries(names).map(row).filter(Boolean);
    return rows.length === 0 ? "" : `### ${title}\n\n| Streamlit | Rivulet | options that look different |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
  });
  const absent = sections.flatMap(([, names]) => Object.keys(names).filter((name) => !OWN.test(name) && !known(name.split(".").map(camel).join("."))));
  const list = absent.length === 0 ? "None: every command is there." : `${absent.map((name) => `\`st.${name}\``).join(", ")}.`;
  return `${readFileSync(`${root}docs/from-streamlit.head.md`, "utf8").trimEnd()}\n\n## Every command\n\n${tables.filter(Boolean).join("\n")}\n### Not there\n\n${list}\n`;
}

const isCheck = process.argv.includes("--check");
const stale = [];
function put(path, text) {
  const before = existsSync(root + path) ? readFileSync(root + path, "utf8") : undefined;
  if (before === text) return;
  if (isCheck) stale.push(path);
  else writeFileSync(root + path, text);
}
for (const guide of readdirSync(guides)) put(`docs/guides/${guide}`, filled(readFileSync(guides + guide, "utf8"), guide));
put("docs/from-streamlit.md", fromStreamlit());
if (stale.length > 0) {
  console.error(`Stale: ${stale.join(", ")}. Run: npm run docs`);
  process.exitCode = 1;
}
