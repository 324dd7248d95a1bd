import st from "rivulet";
import type { Entry, Member, Said } from "./reference.ts";

const cell = (text: string) => text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|");

function row({ name, about, standard, type }: Said): string {
  const isLong = (type?.length ?? 0) > 70;
  const kind = type === undefined || isLong ? "" : ` ${cell(`\`${type}\``)}`;
  const words = [about, standard === undefined ? "" : `Default: ${standard}.`].filter(Boolean).join(" ");
  return `| \`${name}\` |${kind} | ${cell(words)} |`;
}

/** Names on the left, what they are for on the right. */
function table(title: string, said: readonly Said[]): void {
  if (said.length === 0) return;
  const hasTypes = said.some(({ type }) => type !== undefined);
  const rows = said.map((one) => (hasTypes ? row(one) : row(one).replace("| |", "|")));
  const head = hasTypes ? `| ${title} | Type | |\n| --- | --- | --- |` : `| ${title} | |\n| --- | --- |`;
  st.markdown(`${head}\n${rows.join("\n")}`);
}

function member(one: Member): void {
  st.markdown(`**\`${one.name}\`**${one.signatures.length > 0 ? "" : cell(one.type ? `: \`${one.type}\`` : "")}`);
  if (one.signatures.length > 0) st.code(one.signatures.join("\n"), { language: "typescript", wrapLines: true });
  if (one.about) st.markdown(one.about);
  table("Option", one.options);
}

/** Draws all that is known of a command, in the order a reader asks for it. */
export function drawReference(entry: Entry): void {
  const { params, options, returns, throws, examples, signatures, members } = entry;
  if (examples.length > 0) st.code(examples.join("\n\n"), { language: "typescript" });
  table("Argument", params);
  table("Option", options);
  if (returns) st.markdown(`**Returns** ${lower(returns)}`);
  for (const one of throws) st.markdown(`**Throws** ${one.replace(/^AppError\b/, "`AppError`")}`);
  for (const one of members) member(one);
  if (signatures.length > 0) {
    st.expander("Signatures", { icon: ":material/data_object:" }, () => {
      st.code(signatures.join("\n"), { language: "typescript", wrapLines: true });
    });
  }
}

const lower = (text: string) => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
