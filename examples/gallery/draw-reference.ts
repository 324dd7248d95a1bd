import st from "rivulet";
import type { Entry, Member, Said } from "./reference.ts";

/** What nearly every widget takes comes after what is its own. */
const COMMON = ["key", "help", "disabled", "labelVisibility", "width", "height", "bind", "persistState", "onChange", "onClick", "args"];

/** Types are full of signs that mean something in Markdown. */
const plain = (type: string) => type.replaceAll(/[[\]*_<>$:\\`~|]/g, "\\$&");

function row({ name, about, standard, type, required }: Said, kind = ""): Record<string, string> {
  const facts = [kind, type === undefined ? "" : plain(type), standard === undefined ? "" : `default ${standard}`, required === true ? "required" : ""];
  const fact = facts.filter(Boolean).join(" · ");
  const lines = [about, fact && `:small[:gray[${fact}]]`].filter(Boolean);
  return { Name: `\`${name}\``, "What it is": lines.map((line) => line.replaceAll(/\s*\n\s*/g, " ")).join("  \n") };
}

function list(rows: readonly Record<string, string>[]): void {
  if (rows.length > 0) st.table(rows, { hideIndex: true, border: "horizontal" });
}

function member(one: Member): void {
  if (one.signatures.length === 0) return;
  st.subheader(one.name, { anchor: false });
  st.code(one.signatures.join("\n"), { language: "typescript", wrapLines: true });
  if (one.about) st.markdown(one.about);
  list(one.options.map((option) => row(option)));
}

/** The options that are listed after the arguments. */
const ONLY_NAMES = /^(?:`\w+`(?:, |\.|$))+$/;

/** Arguments get their types from the options of the same name. */
function split({ params, options }: Entry): [args: Said[], options: Said[]] {
  const typed = new Map(options.map((one) => [one.name, one]));
  const names = new Set(params.map(({ name }) => name));
  const rank = ({ name }: Said) => COMMON.indexOf(name);
  const own = params.filter(({ name, about }) => name !== "options" || options.length === 0 || !ONLY_NAMES.test(about));
  const args = own.map(({ name, about, standard }): Said => {
    const type = typed.get(name)?.type;
    return { name, about, ...(standard === undefined ? {} : { standard }), ...(type === undefined ? {} : { type }) };
  });
  return [args, options.filter(({ name }) => !names.has(name)).toSorted((a, b) => rank(a) - rank(b))];
}

/** Draws all that is known of a command, in the order a reader asks for it. */
export function drawReference(entry: Entry): void {
  const { returns, throws, examples, signatures, members } = entry;
  const [args, options] = split(entry);
  if (examples.length > 0) st.code(examples.join("\n\n"), { language: "typescript" });
  list([...args.map((one) => row(one, "argument")), ...options.map((one) => row(one))]);
  if (args.some(({ name }) => entry.options.some((option) => option.name === name))) {
    st.caption("Arguments that can be left out may stand among the options instead.");
  }
  list(members.filter((one) => one.signatures.length === 0).map((one) => row({ ...one, required: false })));
  if (returns) st.markdown(`**Returns** ${returns.charAt(0).toLowerCase()}${returns.slice(1)}`);
  for (const one of throws) st.markdown(`**Throws** ${one.replace(/^AppError\b/, "`AppError`")}`);
  for (const one of members) member(one);
  if (signatures.length === 0) return;
  st.expander("Signatures", { icon: ":material/data_object:" }, () => {
    st.code(signatures.join("\n"), { language: "typescript", wrapLines: true });
  });
}
