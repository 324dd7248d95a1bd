import { AppError, type ControlSignal, RerunSignal, StopSignal } from "../errors/errors.ts";
import { quote } from "../errors/quote.ts";
import { saySuspicion } from "../errors/said.ts";
import { currentScope } from "./scope.ts";
import { sessionOf } from "../screen/place.ts";

/**
 * Ends this run here. What has been drawn stays, and what would come later is taken from the page.
 *
 * @example
 * if (!st.sessionState.loggedIn) st.stop();
 */
export function stop(): never {
  sessionOf("st.stop");
  throw endedWith(new StopSignal());
}

export interface RerunOptions {
  /** `"fragment"` runs only the fragment again in which this is called. Default `"app"`. */
  scope?: "app" | "fragment" | undefined;
}

/**
 * Runs the script again from the top, at once. In a callback it does nothing, for the script follows anyway; in a
 * fragment's callback, where only the fragment would, it runs the script.
 *
 * @param options - `scope`.
 * @throws AppError for the scope `"fragment"` outside the rerun of a fragment.
 * @example
 * if (st.button("Reset")) { st.sessionState.clear(); st.rerun(); }
 */
export function rerun(options: RerunOptions = {}): never {
  const { core } = sessionOf("st.rerun");
  refuseScopeAlone(options);
  const { scope = "app" } = options ?? {};
  if (scope !== "app" && scope !== "fragment") {
    throw new AppError("argument", `st.rerun: scope must be "app" or "fragment", not ${quote(scope)}`);
  }
  if (scope === "fragment" && !currentScope()?.run?.fragment) {
    throw new AppError("fragment", 'st.rerun: scope "fragment" can only be specified from fragments during fragment reruns', {
      hint: "Use st.rerun() there, or guard it with a click inside the fragment.",
    });
  }
  const run = currentScope()?.run;
  if (run?.phase === "callbacks" && !run.fragment)
    saySuspicion(core, run, "st.rerun() in a callback does nothing", "The script runs after it anyway: leave it out.");
  throw endedWith(new RerunSignal(scope));
}

/** Anything else that is no object is what a callback gets: `onClick: st.rerun`. */
function refuseScopeAlone(options: unknown): void {
  if (options !== "app" && options !== "fragment") return;
  throw new AppError("argument", `st.rerun: the scope must stand in options, not alone: ${quote(options)}`, {
    hint: `Write st.rerun({ scope: "${options}" }).`,
  });
}

/** Marks the run, so that the signal comes again at the next command if user code swallows it. */
export function endedWith<S extends ControlSignal>(signal: S): S {
  currentScope()?.run?.end(signal);
  return signal;
}
