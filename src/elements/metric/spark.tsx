import type { ReactNode } from "react";
import styles from "./metric.module.css";

interface SparkProps {
  type: "line" | "bar" | "area";
  values: readonly (number | null)[];
  color?: string | undefined;
}

const WIDTH = 100;
const HEIGHT = 100;

/** A chart without axes or words; the figure beside it says what counts. */
export function Spark({ type, values, color = "gray" }: SparkProps): ReactNode {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  return (
    <svg
      className={styles.spark}
      data-color={color}
      data-type={type}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      data-testid="stMetricChart"
    >
      {type === "bar" ? <Bars values={values} /> : <Lines values={values} filled={type === "area"} />}
    </svg>
  );
}

function scale(values: readonly (number | null)[], withZero: boolean): (value: number) => number {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known, ...(withZero ? [0] : []));
  const high = Math.max(...known, ...(withZero ? [0] : []));
  const span = high - low;
  return (value) => (span === 0 ? HEIGHT / 2 : HEIGHT - 4 - ((value - low) / span) * (HEIGHT - 8));
}

/** Stretches without gaps, each as points. */
export function stretches(values: readonly (number | null)[], y: (value: number) => number): [number, number][][] {
  const step = values.length > 1 ? WIDTH / (values.length - 1) : 0;
  const found: [number, number][][] = [[]];
  values.forEach((value, at) => {
    if (value === null) found.push([]);
    else found.at(-1)?.push([at * step, y(value)]);
  });
  return found.filter((points) => points.length > 0);
}

function Lines({ values, filled }: { values: readonly (number | null)[]; filled: boolean }): ReactNode {
  const round = (n: number) => Math.round(n * 100) / 100;
  return stretches(values, scale(values, false)).map((points) => {
    const line = `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}${points.length === 1 ? "h0.01" : ""}`;
    const [first, last] = [points[0] as [number, number], points.at(-1) as [number, number]];
    return (
      <g key={first[0]}>
        {filled && <path className={styles.area} d={`${line}L${round(last[0])} ${HEIGHT}L${round(first[0])} ${HEIGHT}Z`} />}
        <path className={styles.line} d={line} />
      </g>
    );
  });
}

function Bars({ values }: { values: readonly (number | null)[] }): ReactNode {
  const y = scale(values, true);
  const width = WIDTH / values.length;
  return values.map((value, at) => {
    if (value === null) return null;
    const [top, bottom] = [Math.min(y(value), y(0)), Math.max(y(value), y(0))];
    // A bar is known by its place.
    return <rect key={at} className={styles.bar} x={at * width + width * 0.1} width={width * 0.8} y={top} height={Math.max(1, bottom - top)} />;
  });
}
