import { type KeyboardEvent, type PointerEvent, type ReactNode, useLayoutEffect, useRef } from "react";
import { classes } from "./key-class.ts";
import styles from "./range.module.css";
import { between, snap } from "./snap.ts";

export interface RangeProps {
  min: number;
  max: number;
  /** Distance between two values; values snap to it. */
  step: number;
  /** One value, or start and end. */
  values: readonly number[];
  show(value: number): string;
  onChange(values: number[]): void;
  disabled: boolean;
  /** Id of the label; each thumb is named by it, or by `names`. */
  labelledBy: string;
  names?: readonly string[];
  testid?: string;
}

/** Pixels between two value labels that would otherwise touch. */
const APART = 16;

/** A track with one or two thumbs, their values above and the ends of the range below. */
export function Range(props: RangeProps): ReactNode {
  const { min, max, values, show, disabled, labelledBy, names } = props;
  const rail = useRef<HTMLDivElement>(null);
  const thumbs = useRef<(HTMLDivElement | null)[]>([]);
  const labels = useRef<(HTMLSpanElement | null)[]>([]);
  const share = (value: number) => (max > min ? Math.max(0, Math.min(1, (value - min) / (max - min))) : 0);
  const move = (index: number, wanted: number) => {
    const next = [...values];
    next[index] = between(snap(wanted, props), values[index - 1] ?? min, values[index + 1] ?? max);
    if (next[index] !== values[index]) props.onChange(next);
  };
  const drag = useDrag(props, rail, thumbs, move);
  usePlacedLabels(rail, labels, values.map(share), values.map(show).join());
  const first = values.length > 1 ? share(values[0] as number) : 0;
  const last = share(values.at(-1) ?? min);
  return (
    <div className={styles.range} data-disabled={disabled || undefined} data-testid={props.testid}>
      <div className={styles.values} aria-hidden="true">
        {values.map((value, index) => (
          <span
            // A thumb is its place.
            key={index}
            ref={(element) => {
              labels.current[index] = element;
            }}
            className={styles.value}
            data-testid="stSliderThumbValue"
          >
            {show(value)}
          </span>
        ))}
      </div>
      <div className={styles.track} {...drag}>
        <div ref={rail} className={styles.rail}>
          <div className={styles.filled} style={{ left: `${first * 100}%`, right: `${(1 - last) * 100}%` }} />
          {values.map((value, index) => (
            <div
              // A thumb is its place.
              key={index}
              ref={(element) => {
                thumbs.current[index] = element;
              }}
              className={styles.thumb}
              style={{ left: `${share(value) * 100}%` }}
              role="slider"
              tabIndex={disabled ? -1 : 0}
              aria-valuemin={values[index - 1] ?? min}
              aria-valuemax={values[index + 1] ?? max}
              aria-valuenow={value}
              aria-valuetext={show(value)}
              aria-disabled={disabled || undefined}
              {...(names?.[index] ? { "aria-label": names[index] } : { "aria-labelledby": labelledBy })}
              onKeyDown={(event) => press(event, value, props, (next) => move(index, next))}
            />
          ))}
        </div>
      </div>
      <div className={classes(styles.ends, "stSliderTickBar")} data-testid="stSliderTickBar" aria-hidden="true">
        <span data-testid="stSliderTickBarMin">{show(min)}</span>
        <span data-testid="stSliderTickBarMax">{show(max)}</span>
      </div>
    </div>
  );
}

function press(event: KeyboardEvent, value: number, { min, max, step, disabled }: RangeProps, move: (next: number) => void): void {
  if (disabled || event.ctrlKey || event.metaKey || event.altKey) return;
  const leap = Math.max(step, Math.round((max - min) / 10 / step) * step);
  const moves: Record<string, number> = {
    ArrowRight: value + step,
    ArrowUp: value + step,
    ArrowLeft: value - step,
    ArrowDown: value - step,
    PageUp: value + leap,
    PageDown: value - leap,
    Home: min,
    End: max,
  };
  const next = moves[event.key];
  if (next === undefined) return;
  event.preventDefault();
  move(next);
}

/** A press on the track takes the nearest thumb there; moving on drags it. */
function useDrag(
  props: RangeProps,
  rail: { current: HTMLDivElement | null },
  thumbs: { current: (HTMLDivElement | null)[] },
  move: (index: number, value: number) => void,
) {
  const held = useRef<number | null>(null);
  const valueAt = (x: number) => {
    const box = (rail.current as HTMLDivElement).getBoundingClientRect();
    return props.min + ((x - box.left) / box.width) * (props.max - props.min);
  };
  return {
    onPointerDown(event: PointerEvent<HTMLDivElement>) {
      if (props.disabled || event.button !== 0) return;
      const at = valueAt(event.clientX);
      const [first = 0, second] = props.values;
      // Two thumbs on one spot: the press goes to the one that can move there.
      const nearer = second !== undefined && (Math.abs(at - second) < Math.abs(at - first) || (first === second && at > first));
      held.current = nearer ? 1 : 0;
      event.currentTarget.setPointerCapture(event.pointerId);
      event.preventDefault();
      thumbs.current[held.current]?.focus({ preventScroll: true });
      move(held.current, at);
    },
    onPointerMove(event: PointerEvent<HTMLDivElement>) {
      if (held.current !== null) move(held.current, valueAt(event.clientX));
    },
    onPointerUp() {
      held.current = null;
    },
    onPointerCancel() {
      held.current = null;
    },
  };
}

/** Puts the values above their thumbs, inside the track and apart from each other. */
function usePlacedLabels(rail: { current: HTMLDivElement | null }, labels: { current: (HTMLSpanElement | null)[] }, shares: number[], texts: string): void {
  const place = useRef(() => {});
  place.current = () => {
    const width = rail.current?.clientWidth ?? 0;
    const spans = shares.map((_, index) => labels.current[index]).filter((span) => span !== null && span !== undefined);
    const widths = spans.map((span) => span.offsetWidth);
    const lefts = shares.map((share, index) => between(share * width - (widths[index] ?? 0) / 2, -6, width + 6 - (widths[index] ?? 0)));
    const [a, b] = lefts;
    if (a !== undefined && b !== undefined) {
      const missing = a + (widths[0] ?? 0) + APART - b;
      if (missing > 0) {
        lefts[0] = Math.max(-6, a - missing / 2);
        lefts[1] = Math.min(width + 6 - (widths[1] ?? 0), (lefts[0] as number) + (widths[0] ?? 0) + APART);
        lefts[0] = Math.max(-6, Math.min(lefts[0] as number, (lefts[1] as number) - APART - (widths[0] ?? 0)));
      }
    }
    spans.forEach((span, index) => {
      span.style.transform = `translateX(${Math.round(lefts[index] ?? 0)}px)`;
    });
  };
  // Places again when a value or its text changed.
  useLayoutEffect(() => place.current(), [shares.join(), texts]);
  useLayoutEffect(() => {
    const sizes = new ResizeObserver(() => place.current());
    if (rail.current) sizes.observe(rail.current);
    return () => sizes.disconnect();
  }, [rail]);
}
