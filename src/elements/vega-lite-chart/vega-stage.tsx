import { type CSSProperties, type ReactNode, useEffect, useMemo, useRef } from "react";
import { Box } from "../../ui/box.tsx";
import { ElementToolbar, filling, hosting, saveFile, stampedName, useFullscreen } from "../../ui/element-toolbar.tsx";
import { classes } from "../../ui/key-class.ts";
import { t } from "../../ui/messages.ts";
import { useExportsData, useTheme } from "../../ui/page.ts";
import type { ViewNode } from "../../ui/view.ts";
import { useVegaView, type VegaDrawing } from "./use-vega-view.tsx";
import { isSingle } from "./vega-runtime.tsx";
import styles from "./vega.module.css";

export interface VegaStageProps extends Omit<VegaDrawing, "fits"> {
  node: ViewNode;
  isFixedWidth: boolean;
  label: string;
}

/** Draws a Vega-Lite specification, keeps it as wide as its place, and offers to save and enlarge it. */
export function VegaStage({ node, isFixedWidth, label, ...drawing }: VegaStageProps): ReactNode {
  const { spec, height } = drawing;
  const theme = useTheme();
  const exportsData = useExportsData();
  const stage = useRef<HTMLDivElement>(null);
  const usual = height ?? (typeof spec.height === "number" ? spec.height : 350);
  const full = useFullscreen();
  const fits = useMemo(() => !isFixedWidth && isSingle(spec), [spec, isFixedWidth]);
  const view = useVegaView(stage, { ...drawing, fits });

  useEffect(() => {
    const home = stage.current;
    if (!home || !fits) return undefined;
    let width = home.clientWidth;
    const watch = new ResizeObserver(() => {
      if (home.clientWidth === width || home.clientWidth === 0) return;
      width = home.clientWidth;
      void view.current?.width(width).resize().runAsync();
    });
    watch.observe(home);
    return () => watch.disconnect();
  }, [fits, view]);

  useEffect(() => {
    const { current } = view;
    if (!current || !fits || !full.isFull) return undefined;
    const resize = (to: number) => void view.current?.height(to).resize().runAsync();
    resize(Math.max(200, window.innerHeight - 90));
    return () => resize(usual);
  }, [full.isFull, fits, usual, view]);

  const save = async () => {
    const canvas = await view.current?.toCanvas(2, { background: theme.background } as never);
    (canvas as HTMLCanvasElement | undefined)?.toBlob((blob) => blob && saveFile(stampedName("png"), blob));
  };
  const saving = { label: t("saveAsImage"), icon: "download", act: () => void save() };
  const actions = exportsData ? [saving, full.action] : [full.action];
  return (
    <Box node={node} className={classes(styles.box, hosting, full.isFull && filling)}>
      <ElementToolbar actions={actions} label={t("chart")} />
      <div ref={stage} className={styles.stage} style={{ "--expected": `${usual}px` } as CSSProperties} role="img" aria-label={label} />
    </Box>
  );
}
