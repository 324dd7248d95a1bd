import { defineKind } from "../../protocol/kind.ts";

export interface SpinnerProps {
  /** Markdown beside the turning ring. */
  text: string;
  /** Shows for how long it has been turning. */
  showTime?: boolean | undefined;
  /** Lies over what follows instead of moving it. */
  over?: boolean | undefined;
  /** Milliseconds the work had gone on when it appeared. */
  waited?: number | undefined;
  width?: number | "stretch" | "content" | undefined;
}

/** A turning ring; the engine draws it while a cached function computes, `st.spinner` draws the same. */
export const Spinner = defineKind<SpinnerProps, string>()("spinner");

/** What stands where a spinner stood; `st.empty` draws the same. */
export const Empty = defineKind<Record<never, never>>()("empty");
