import { type RefObject, useEffect, useRef, useState } from "react";
import * as vega from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { useLatest } from "../../ui/hooks.ts";
import { useTheme } from "../../ui/page.ts";
import { apply, localLoader, onceWide, prepare, type Rows } from "./vega-runtime.tsx";
import { vegaTheme } from "./vega-theme.tsx";
import { createTooltip } from "./vega-tooltip.tsx";
import styles from "./vega.module.css";

export interface VegaDrawing {
  spec: Record<string, unknown>;
  /** Rows of each named data set. A list that only got longer is drawn by adding its new rows. */
  data: Readonly<Record<string, Rows>>;
  /** False leaves the looks to Vega-Lite. */
  themed: boolean;
  /** True makes it as wide as its place. */
  fits: boolean;
  height?: number | undefined;
  /** For charts in which things can be chosen: changes the specification when it is drawn, and hears of the view. */
  selecting?: { begin(spec: Record<string, unknown>): Record<string, unknown>; listen(view: vega.View): void } | undefined;
}

/**
 * Draws a Vega-Lite specification into an element. A new one takes the place of the old only when it is whole, so that
 * nothing flickers. Throws what Vega-Lite makes of a bad specification.
 */
export function useVegaView(
  stage: RefObject<HTMLDivElement | null>,
  { spec, data, themed, fits, height, selecting }: VegaDrawing,
): RefObject<vega.View | undefined> {
  const theme = useTheme();
  const view = useRef<vega.View | undefined>(undefined);
  const drawn = useRef<Readonly<Record<string, Rows>>>({});
  const latest = useLatest({ data, selecting });
  const [failed, setFailed] = useState<unknown>();
  if (failed) throw failed;

  useEffect(() => {
    const home = stage.current;
    if (!home) return undefined;
    const slot = document.createElement("div");
    slot.className = styles.waiting as string;
    home.append(slot);
    const tooltip = createTooltip();
    let made: vega.View | undefined;
    let gone = false;
    const draw = async () => {
      const parsed = prepare(latest.current.selecting?.begin(spec) ?? spec, latest.current.data, {
        config: themed ? vegaTheme(theme) : { aria: false },
        fits,
        width: home.clientWidth,
        height,
      });
      made = new vega.View(parsed, { expr: expressionInterpreter as never, renderer: "canvas", hover: true, logLevel: vega.Error, loader: localLoader() });
      made.tooltip(tooltip.show as never);
      made.initialize(slot);
      drawn.current = latest.current.data;
      await made.runAsync();
      if (gone) return;
      view.current?.finalize();
      for (const child of Array.from(home.children)) if (child !== slot) child.remove();
      slot.className = "";
      view.current = made;
      apply(made, drawn, latest.current.data);
      latest.current.selecting?.listen(made);
    };
    const stopWaiting = onceWide(home, () => draw().catch((error: unknown) => !gone && setFailed(error)));
    return () => {
      gone = true;
      stopWaiting();
      tooltip.hide();
      if (view.current !== made) {
        made?.finalize();
        slot.remove();
      }
    };
  }, [stage, spec, theme, themed, fits, height, latest]);

  useEffect(() => {
    if (view.current) apply(view.current, drawn, data);
  }, [data]);

  useEffect(() => () => void view.current?.finalize(), []);
  return view;
}
