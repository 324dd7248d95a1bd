import { defineKind } from "../../protocol/kind.ts";

export interface SpinnerProps {
  /** Markdown beside the turning circle. */
  text: string;
  /** Shows for how long it has been turning. */
  showTime?: boolean | undefined;
}

/** A turning circle; the engine draws it while a cached function computes, `st.spinner` draws the same. */
export const Spinner = defineKind<SpinnerProps>()("spinner");
/** What stands where a spinner stood; `st.empty` draws the same. */
export const Empty = defineKind<object>()("empty");
