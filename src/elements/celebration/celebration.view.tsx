import { type CSSProperties, type ReactNode, useEffect, useMemo, useState } from "react";
import { useMedia } from "../../ui/hooks.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Balloons, Snow } from "./celebration.ts";
import styles from "./celebration.module.css";

const COLORS = ["#ff4b4b", "#ffa421", "#ffe312", "#21c354", "#00c0f2", "#1c83e1", "#803df5"];
/** Milliseconds until the last one is gone. */
const LASTS = { balloons: 3500, snow: 6500 };

function CelebrationView(props: ViewProps<typeof Balloons> | ViewProps<typeof Snow>): ReactNode {
  return <Show key={props.props.run} {...props} />;
}

function Show({ node }: ViewProps<typeof Balloons> | ViewProps<typeof Snow>): ReactNode {
  const kind = node.kind as keyof typeof LASTS;
  const still = useMedia("(prefers-reduced-motion: reduce)");
  const [over, setOver] = useState(false);
  const pieces = useMemo(() => Array.from({ length: kind === "balloons" ? 30 : 100 }, (_, at) => piece(kind, at)), [kind]);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), LASTS[kind]);
    return () => clearTimeout(timer);
  }, [kind]);
  if (over || still) return null;
  return (
    <div className={styles.stage} aria-hidden="true" data-testid={kind === "balloons" ? "stBalloons" : "stSnow"}>
      {pieces.map(({ id, style }) => (
        <span key={id} className={kind === "balloons" ? styles.balloon : styles.flake} style={style}>
          {kind === "balloons" && <Balloon />}
        </span>
      ))}
    </div>
  );
}

function piece(kind: keyof typeof LASTS, id: number): { id: number; style: CSSProperties } {
  const any = (from: number, to: number) => from + Math.random() * (to - from);
  const style = {
    left: `${any(0, 100)}vw`,
    animationDelay: `${any(0, kind === "balloons" ? 1000 : 2500)}ms`,
    "--drift": `${any(-6, 6)}vw`,
    "--size": kind === "balloons" ? `${any(5, 8)}rem` : `${any(0.375, 0.875)}rem`,
    "--time": `${kind === "balloons" ? any(1600, 2300) : any(2600, 3900)}ms`,
    color: COLORS[id % COLORS.length],
  } as CSSProperties;
  return { id, style };
}

function Balloon(): ReactNode {
  return (
    <svg viewBox="0 0 60 110" width="100%" height="100%">
      <path d="M30 73c-2 12 4 20 0 36" fill="none" stroke="currentColor" strokeOpacity="0.5" strokeWidth="1.500" />
      <path d="M30 2c16 0 27 12 27 29 0 19-15 38-27 38S3 50 3 31C3 14 14 2 30 2zM25 74l5-6 5 6z" fill="currentColor" fillOpacity="0.9" />
      <path d="M13 28c1-9 6-15 13-17" fill="none" stroke="#fff" strokeOpacity="0.6" strokeWidth="3.500" strokeLinecap="round" />
    </svg>
  );
}

export const balloonsView = view<typeof Balloons>("balloons", CelebrationView);
export const snowView = view<typeof Snow>("snow", CelebrationView);
