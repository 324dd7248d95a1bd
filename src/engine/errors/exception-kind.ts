import { defineKind } from "../../protocol/kind.ts";
import type { ErrorReport } from "../../protocol/messages.ts";

export interface ExceptionProps extends ErrorReport {
  /** A warning looks calmer: the script goes on. */
  level?: "error" | "warning";
}

/** The box an error is shown in; the engine draws it itself, `st.exception` draws the same. */
export const Exception = defineKind<ExceptionProps, string>()("exception");
