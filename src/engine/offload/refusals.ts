import { AppError } from "../errors/errors.ts";
import { quote } from "../errors/quote.ts";
import { stampOf } from "../runtime.ts";

type AnyFunction = (...args: never[]) => unknown;

/** Another thread has modules of its own, but nothing of what surrounds a function here. */
export function notExported(fn: AnyFunction): AppError {
  const stamp = stampOf(fn);
  const name = fn.name || "the function";
  const captured = Object.keys(stamp?.captured() ?? {});
  const uses = captured.length > 0 ? ` It uses ${listed(captured)} of the code around it, which only this thread has.` : "";
  const pass = captured.length > 0 ? ` and give it ${listed(captured)} as ${captured.length === 1 ? "an argument" : "arguments"}` : "";
  const example = fn.name || "simulate";
  return new AppError("argument", `st.offload: ${name} is not exported by a module of this app, so another thread cannot find it.${uses}`, {
    hint: `Move it to a file of its own, export it there${pass}: import { ${example} } from "./work.ts"; st.offload(${example}).`,
  });
}

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() as string;
  return quoted.length === 0 ? last : `${quoted.join(", ")} and ${last}`;
}

export function notAFunction(value: unknown): AppError {
  return new AppError("argument", `st.offload: the argument must be a function, not ${quote(value)}`, {
    hint: 'Write import { simulate } from "./simulate.ts"; const run = st.offload(simulate).',
  });
}

export function noThreads(name: string): AppError {
  return new AppError("config", `st.offload: ${name} cannot be put on another thread, because this app runs in the browser and has none to give`, {
    hint: "Call the function itself, in pieces with an await between them.",
  });
}
