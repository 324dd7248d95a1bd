import { readFileSync } from "node:fs";

/** An argument, an option or a property. */
export interface Said {
  readonly name: string;
  /** What it is for; Markdown. */
  readonly about: string;
  /** What it is when nothing is said. */
  readonly standard?: string;
  readonly type?: string;
  readonly required?: boolean;
}

/** A method or a property of an object such as `st.sessionState`. */
export interface Member extends Said {
  readonly options: readonly Said[];
  /** How it is called; empty for a property. */
  readonly signatures: readonly string[];
}

/** All that the comment and the types of a command say. */
export interface Entry {
  readonly name: string;
  /** Such as `st.slider`. */
  readonly path: string;
  readonly about: string;
  readonly params: readonly Said[];
  readonly options: readonly Said[];
  readonly returns: string;
  readonly throws: readonly string[];
  readonly examples: readonly string[];
  readonly signatures: readonly string[];
  readonly members: readonly Member[];
}

interface Reference {
  readonly commands: Readonly<Record<string, Entry>>;
}

/** Every command by name, read from its source when Rivulet was built. */
export const { commands } = JSON.parse(readFileSync(new URL("../../dist/reference.json", import.meta.url), "utf8")) as Reference;

/** The command's name in Streamlit: `text_input` for `textInput`. */
export function snake(name: string): string {
  return name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
