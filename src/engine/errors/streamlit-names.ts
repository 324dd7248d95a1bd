import type { ErrorReport } from "../../protocol/messages.ts";
import { inCamelCase } from "../nearest-name.ts";

/** What stands in for a name of Streamlit that does not exist here by the rule for names. */
const INSTEAD: Readonly<Record<string, string>> = {
  altairChart: "st.vegaLiteChart takes the specification as an object",
  bokehChart: "st.lineChart, st.scatterChart and st.vegaLiteChart draw charts",
  cache: "st.cacheData keeps results, st.cacheResource connections and models",
  connection: "create the client in a function given to st.cacheResource, and read its settings from st.secrets",
  connections: "create the client in a function given to st.cacheResource, and read its settings from st.secrets",
  deckGlChart: "st.pydeckChart takes the layers",
  echartsChart: "st.vegaLiteChart takes a specification",
  experimentalGetQueryParams: "st.queryParams holds the parameters, as st.queryParams.name",
  experimentalMemo: "st.cacheData keeps results",
  experimentalSetQueryParams: "st.queryParams can be written to, as in st.queryParams.name = value",
  experimentalShow: "st.write shows several values at once",
  experimentalSingleton: "st.cacheResource keeps connections and models",
  graphvizChart: "st.mermaidChart draws graphs",
  plotlyChart: "st.lineChart, st.barChart, st.scatterChart and st.vegaLiteChart draw charts",
  pyplot: "st.lineChart, st.barChart, st.scatterChart and st.vegaLiteChart draw charts",
  dataEditor: "st.dataframe shows tables, and lets people choose rows and cells",
  image: "st.markdown shows a picture: ![description](address), from the folder static/ as app/static/name.png",
  user: "st.context.headers holds what a proxy that signs people in says of them",
  login: "let a proxy sign people in; st.context.headers holds what it says of them",
  logout: "let a proxy sign people out",
};

/** Further names of Streamlit. A name that exists here by now is not looked up. */
const OTHERS = ["audio", "components", "iframe", "pdf", "video", "App", "typing"];

/** Prefixes of commands that were on trial. */
const TRIAL = /^(?:experimental|beta)(?=[A-Z])/;

/** What becomes of a name of Streamlit: the same command in our spelling, or why there is none. */
export type KnownName = { readonly meant: string } | Pick<ErrorReport, "message" | "hint">;

/**
 * @param name - As the script writes it, in either spelling.
 * @param owner - What it is read from, such as `st` or `st.sidebar`.
 * @param has - Tells whether the owner has a command.
 * @returns Undefined for a name that Streamlit does not have either.
 */
export function knownName(name: string, owner: string, has: (command: string) => boolean): KnownName | undefined {
  const plain = inCamelCase(name);
  if (plain !== name && has(plain)) return { meant: plain };
  const instead = Object.hasOwn(INSTEAD, plain) ? INSTEAD[plain] : undefined;
  const isTrial = TRIAL.test(plain);
  if (isTrial && instead === undefined) {
    const grown = plain.replace(TRIAL, "");
    const command = grown.charAt(0).toLowerCase() + grown.slice(1);
    return has(command) ? { meant: command } : knownName(command, owner, has);
  }
  if (instead === undefined && !OTHERS.includes(plain)) return undefined;
  const isGone = isTrial || plain === "cache";
  return { message: `${owner}.${name} ${isGone ? "does not exist" : "is not there yet"}`, ...(instead === undefined ? {} : { hint: sentence(instead) }) };
}

const sentence = (text: string) => `${text.startsWith("st.") ? text : text.charAt(0).toUpperCase() + text.slice(1)}.`;
