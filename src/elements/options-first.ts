import { AppError } from "../engine/errors/errors.ts";
import { isOptions } from "./widget.ts";

/** What stands second in a call of these commands, and may as well be among the options: `st.selectbox("Pick", { options })`. */
const SECOND: Readonly<Record<string, string>> = {
  linkButton: "url",
  menuButton: "options",
  metric: "value",
  multiselect: "options",
  pills: "options",
  radio: "options",
  segmentedControl: "options",
  selectSlider: "options",
  selectbox: "options",
};

const LABELLED = new Set(["badge", "expander", "popover", "status"]);

/** Refuses a label that stands among the options: it comes first in every call. */
export function refuseLabelInOptions(command: string, names: ReadonlySet<string>, first: unknown): void {
  if (!isOptions(first) || typeof first.label !== "string") return;
  if (!names.has("labelVisibility") && !names.has("onClick") && !LABELLED.has(command)) return;
  throw new AppError("argument", `st.${command}: label must be text, not an object`, {
    hint: `The label comes first: st.${command}(${JSON.stringify(first.label)}, …).`,
  });
}

export interface Second {
  readonly name: string;
  /** Puts the second argument into its place. */
  settle(args: unknown[]): unknown[];
}

/**
 * @param command - Name of the command.
 * @param names - What its options are called.
 * @returns Undefined for a command whose options have to wait for their place.
 */
export function secondOf(command: string, names: ReadonlySet<string>): Second | undefined {
  const name = SECOND[command];
  if (name === undefined) return undefined;
  return {
    name,
    settle(args) {
      const given = args[1];
      if (!isOptions(given)) return args;
      const own = Object.keys(given);
      if (Object.hasOwn(given, name)) {
        const { [name]: second, ...options } = given;
        return [args[0], second, options, ...args.slice(2)];
      }
      // Any other object was meant to be the second argument itself; its command says what is wrong with it.
      if (!own.some((one) => names.has(one))) return args;
      const example = name === "options" ? '["a", "b"]' : name === "url" ? '"https://…"' : "42";
      throw new AppError("argument", `st.${command}: ${name} is missing`, {
        hint: `Write st.${command}("…", ${example}, { … }), or give ${name} among the options.`,
      });
    },
  };
}
