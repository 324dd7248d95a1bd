import { type ReactNode, useMemo } from "react";
import type { TableView } from "../../data/table.ts";
import { Box } from "../../ui/box.tsx";
import { type ViewProps, view } from "../../ui/view.ts";
import { useStable } from "../data/use-stable.tsx";
import { useTables } from "../data/use-tables.tsx";
import type { VegaLiteChart } from "./vega-lite-chart.ts";
import { rowsOf } from "./vega-rows.ts";
import type { Rows } from "./vega-runtime.tsx";
import { useChartSelection } from "./vega-selection.tsx";
import { VegaStage } from "./vega-stage.tsx";
import styles from "./vega.module.css";
import { t } from "../../ui/messages.ts";

const MAIN = "source";

function VegaLiteChartView({ node, props, value, setValue, disabled }: ViewProps<typeof VegaLiteChart>): ReactNode {
  const { spec, parts, sets, theme = "streamlit", width, height } = props;
  const names = useStable(Object.keys(sets ?? {}));
  const tables = useTables(useMemo(() => [...(parts ?? []), ...Object.values(sets ?? {})], [parts, sets]));
  const count = parts?.length ?? 0;
  const own = useStable(spec);
  const selecting = useChartSelection({ reported: useStable(props.reported), value, setValue, disabled });
  const hasData = count > 0;
  const whole = useMemo(() => {
    const sized = typeof width === "number" ? { ...own, width } : own;
    return hasData
      ? { ...sized, data: { name: MAIN } }
      : names.length > 0
        ? { ...sized, datasets: Object.fromEntries(names.map((name) => [name, []])) }
        : sized;
  }, [own, hasData, names, width]);
  const data = useMemo(() => {
    if (!tables) return undefined;
    const made: Record<string, Rows> = {};
    if (count > 0) made[MAIN] = tables.slice(0, count).flatMap(cachedRows);
    names.forEach((name, at) => {
      made[name] = cachedRows(tables[count + at] as TableView);
    });
    return made;
  }, [tables, count, names]);
  if (!hasMarks(spec))
    return (
      <Box node={node}>
        <div className={styles.empty}>{t("empty")}</div>
      </Box>
    );
  if (!data) return null;
  const isFixed = width === "content";
  return (
    <VegaStage
      node={node}
      spec={whole}
      data={data}
      themed={theme === "streamlit"}
      height={typeof height === "number" ? height : undefined}
      isFixedWidth={isFixed}
      label={describe(spec)}
      selecting={selecting}
    />
  );
}

const PARTS = ["mark", "layer", "hconcat", "vconcat", "concat", "repeat", "spec"];

const hasMarks = (spec: Record<string, unknown>) => PARTS.some((name) => name in spec);

const made = new WeakMap<TableView, Rows>();

/** The same rows for the same table, so that growth is seen as growth. */
function cachedRows(table: TableView): Rows {
  let rows = made.get(table);
  if (!rows) {
    rows = rowsOf(table);
    made.set(table, rows);
  }
  return rows;
}

function describe(spec: Record<string, unknown>): string {
  const { description, title, mark } = spec;
  if (typeof description === "string") return description;
  if (typeof title === "string") return title;
  if (Array.isArray(title)) return title.join(" ");
  const type = typeof mark === "string" ? mark : (mark as { type?: string } | undefined)?.type;
  return type ? `${t("chart")} (${type})` : t("chart");
}

export const vegaLiteChartView = view<typeof VegaLiteChart>("vegaLiteChart", VegaLiteChartView, { testid: "stVegaLiteChart" });
