import { AppError } from "../engine/errors/errors.ts";
import { isOptions } from "./widget.ts";
import { quote } from "./arguments.ts";

/** Who hears of what a person chooses in a table, a chart or a map: nobody, the script, or a function and then the script. */
export type OnSelect<S> = "ignore" | "rerun" | ((state: S) => unknown);

/** The function to call, if any; undefined when nobody is to hear of it. */
export function readOnSelect<S>(command: string, given: OnSelect<S> | undefined): { callback: ((state: S) => unknown) | undefined } | undefined {
  const value: unknown = given ?? "ignore";
  if (value === "ignore") return undefined;
  if (value === "rerun") return { callback: undefined };
  if (typeof value === "function") return { callback: value as (state: S) => unknown };
  throw new AppError("argument", `${command}: onSelect must be "ignore", "rerun" or a function, not ${quote(value)}`, {
    hint: "A function is given as it is, not called: { onSelect: (state) => … }.",
  });
}

/** What is chosen, from what the script gets or from the selection in it; for tests. */
export function selectionOf(value: unknown): unknown {
  return isOptions(value) && "selection" in value ? value.selection : value;
}
