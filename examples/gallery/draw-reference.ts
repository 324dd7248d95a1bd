import st from "rivulet";
import type { Entry, Member, Said } from "./reference.ts";

/** What nearly every widget takes comes after what is its own. */
const COMMON = ["key", "help", "disabled", "labelVisibility", "width", "height", "bind", "persistState", "onChange", "onClick", "args"];

function line({ name, about, standard, type, required }: Said): string {
  const facts = [
    type === undefined ? "" : `:gray[${type.replaceAll(/[[\]*_<>$:\\]/g, "\\$&")}]`,
    standard === undefined ? "" : `:gray[default ${standard}]`,
    required === true ? ":gray[required]" : "",
  ];
  const words = about.replaceAll(/\s*\n\s*/g, " ");
  return `- \`${name}\` ${facts.filter(Boolean).join(" · ")}${words ? `  \n  ${words}` : ""}`;
}

function list(title: string, said: readonly Said[]): void {
  if (said.length > 0) st.markdown(`**${title}**\n\n${said.map(line).join("\n")}`);
}

function member(one: Member): void {
  if (one.signatures.length === 0) return;
  st.subheader(one.name, { anchor: false });
  st.code(one.signatures.join("\n"), { language: "typescript", wrapLines: true });
  if (one.about) st.markdown(one.about);
  list("Options", one.options);
}

/** Arguments get their types from the options of the same name. */
function split({ params, options }: Entry): [args: Said[], options: Said[]] {
  const typed = new Map(options.map((one) => [one.name, one]));
  const names = new Set(params.map(({ name }) => name));
  const rank = ({ name }: Said) => COMMON.indexOf(name);
  const args = params.map(({ name, about, standard }): Said => {
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
  list("Arguments", args);
  if (args.some(({ name }) => entry.options.some((option) => option.name === name))) {
    st.caption("Those that can be left out may stand among the options instead.");
  }
  list("Options", options);
  list(
    "Properties",
    members.filter((one) => one.signatures.length === 0).map((one) => ({ ...one, required: false })),
  );
  if (returns) st.markdown(`**Returns** ${returns.charAt(0).toLowerCase()}${returns.slice(1)}`);
  for (const one of throws) st.markdown(`**Throws** ${one.replace(/^AppError\b/, "`AppError`")}`);
  for (const one of members) member(one);
  if (signatures.length === 0) return;
  st.expander("Signatures", { icon: ":material/data_object:" }, () => {
    st.code(signatures.join("\n"), { language: "typescript", wrapLines: true });
  });
}
