import type { ReactNode } from "react";
import { BARS } from "./recorder.ts";
import styles from "./wave.module.css";

/** Picture of a sound; `played` is how much of it has been heard, from 0 to 1. */
export function Wave({ levels, played = 0, testid }: { levels: readonly number[]; played?: number; testid: string }): ReactNode {
  const from = BARS - levels.length;
  return (
    <svg className={styles.wave} viewBox={`0 0 ${BARS * 4} 40`} preserveAspectRatio="none" aria-hidden="true" data-testid={testid}>
      {levels.map((level, at) => {
        const height = Math.max(2, Math.min(1, level * 1.6) * 38);
        const place = from + at;
        return <rect key={place} x={place * 4 + 1} y={20 - height / 2} width="2.4" height={height} rx="1.2" data-played={place < played * BARS || undefined} />;
      })}
    </svg>
  );
}
