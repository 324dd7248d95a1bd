import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkSize, noBody, oneOf, quote } from "../arguments.ts";
import { checkGap, type Gap } from "../container/container.ts";
import type { Container } from "../index.ts";

/** More than fit on any screen; without a limit a slip of the finger could fill all memory. */
const MOST = 1000;

const ALIGNMENTS = ["top", "center", "bottom"] as const;

export interface ColumnsProps {
  gap?: Gap | undefined;
  width?: number | "stretch" | "content" | undefined;
}

export interface ColumnProps {
  /** Share of the width; the shares of a row add up to 1. */
  weight: number;
  border?: boolean | undefined;
  verticalAlignment?: "center" | "bottom" | undefined;
}

export interface ColumnsOptions {
  /** Space between the columns. Default `"small"`. */
  gap?: Gap | undefined;
  /** How their contents line up. Default `"top"`. */
  verticalAlignment?: (typeof ALIGNMENTS)[number] | undefined;
  /** A line around every column. Default false. */
  border?: boolean | undefined;
  /** Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
}

type Tuple<N extends number, T extends unknown[] = []> = number extends N
  ? Container[]
  : T["length"] extends N
    ? T
    : T["length"] extends 48
      ? Container[]
      : Tuple<N, [...T, Container]>;

/** As many containers as there are columns. */
export type Columns<S> = S extends number ? Tuple<S> : { -readonly [K in keyof S]: Container };

export const ColumnsKind = defineKind<ColumnsProps>()("columns", { block: true, testid: "stHorizontalBlock" });
export const Column = defineKind<ColumnProps>()("column", { block: true });

/**
 * Puts containers side by side; in a narrow window they stand one below the other.
 *
 * @param spec - How many, or their relative widths: `3`, `[2, 1]`.
 * @param options - `gap`, `verticalAlignment`, `border`, `width`.
 * @returns The containers, from left to right: a tuple as long as `spec` says.
 * @throws AppError when there would be no column, a width is not above 0, or an option is unknown.
 * @example
 * const [left, right] = st.columns([2, 1], { gap: "large" });
 * left.write("Two thirds");
 * right.with(() => st.button("One third"));
 */
export function columns<N extends number>(this: Place | void, spec: N, options?: ColumnsOptions): Columns<N>;
export function columns<S extends readonly number[]>(this: Place | void, spec: readonly [...S], options?: ColumnsOptions): Columns<S>;
export function columns(this: Place | void, spec: number | readonly number[], options: ColumnsOptions = {}): Container[] {
  const weights = weightsOf(spec);
  noBody("st.columns", options, "const [left, right] = st.columns(2), and left.with(() => { … })");
  const { gap, border, width, verticalAlignment = "top" } = options;
  const alignment = oneOf("st.columns", "verticalAlignment", verticalAlignment, ALIGNMENTS);
  checkSize("st.columns", "width", width, ["stretch", "content"]);
  const row = here(this as Container).block(ColumnsKind, { gap: checkGap("st.columns", gap), width });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) =>
    row.block(Column, { weight: weight / total, border: border || undefined, verticalAlignment: alignment === "top" ? undefined : alignment }),
  );
}

function weightsOf(spec: unknown): number[] {
  const count = Array.isArray(spec) ? spec.length : spec;
  if (typeof count === "number" && count > MOST) {
    throw new AppError("argument", `st.columns: spec must ask for at most ${MOST} columns, not ${count}`, {
      hint: "Show many values in st.dataframe, or in several rows of columns.",
    });
  }
  const weights =
    typeof spec === "number" && Number.isInteger(spec) && spec > 0 ? new Array<number>(spec).fill(1) : Array.isArray(spec) ? (spec as unknown[]) : [];
  const bad = weights.findIndex((weight) => typeof weight !== "number" || !(weight > 0) || !Number.isFinite(weight));
  if (weights.length > 0 && bad === -1) return weights as number[];
  const given = bad === -1 ? (Array.isArray(spec) ? "an empty list" : quote(spec)) : `${quote(weights[bad])} (at ${bad})`;
  throw new AppError("argument", `st.columns: spec must be a whole number above 0, or a list of numbers above 0, not ${given}`, {
    hint: "st.columns(3) makes three equal columns, st.columns([2, 1]) one twice as wide as the other.",
  });
}
