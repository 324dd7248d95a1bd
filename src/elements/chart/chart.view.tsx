import { type ReactNode, useMemo, useRef } from "react";
import type { TableView } from "../../data/table.ts";
import type { Kind } from "../../protocol/kind.ts";
import { Box } from "../../ui/box.tsx";
import { type View, type ViewProps, view } from "../../ui/view.ts";
import { useStable } from "../data/use-stable.tsx";
import { useTables } from "../data/use-tables.tsx";
import { VegaStage } from "../vega-lite-chart/vega-stage.tsx";
import styles from "../vega-lite-chart/vega.module.css";
import type { ChartProps } from "./chart.ts";
import { type ChartMark, type ChartModel, chartModel, type ChartRow, chartRows } from "./chart-model.ts";
import { chartSpec } from "./chart-spec.ts";
import { type MessageName, t } from "../../ui/messages.ts";

const NAMES: Record<ChartMark, MessageName> = { line: "lineChart", area: "areaChart", bar: "barChart", point: "scatterChart" };

interface Drawn {
  model: string;
  tables: readonly TableView[];
  rows: ChartRow[];
}

function ChartView({ mark, node, props }: ViewProps<Kind<string, ChartProps>> & { mark: ChartMark }): ReactNode {
  const tables = useTables(props.parts);
  const first = tables?.find((table) => table.columns.length > 0);
  const settings = useStable<ChartProps>({ ...props, parts: [] });
  // The model says what the columns are: rows that come and go leave the chart as it is.
  const model = useStable(useMemo(() => (first ? chartModel(mark, settings, first) : undefined), [mark, settings, first]));
  const drawn = useRef<Drawn | undefined>(undefined);
  const rows = useMemo(() => (model && tables ? grow(drawn, model, tables) : []), [model, tables]);
  const isLong = rows.length > 4000;
  const spec = useMemo(() => model && chartSpec(model, settings, isLong ? 5000 : 0), [model, settings, isLong]);
  const data = useMemo(() => ({ source: rows }), [rows]);
  if (!tables)
    return (
      <Box node={node}>
        <div style={{ height: props.height === undefined || typeof props.height === "string" ? 350 : props.height }} />
      </Box>
    );
  if (!model || !spec || model.columns.y.length === 0) {
    return (
      <Box node={node}>
        <div className={styles.empty}>{t("empty")}</div>
      </Box>
    );
  }
  const label = describe(mark, model, tables);
  return (
    <VegaStage node={node} spec={spec} data={data} themed height={typeof props.height === "number" ? props.height : 350} isFixedWidth={false} label={label} />
  );
}

/** Keeps the rows already made when the tables only got more at the end. */
function grow(drawn: { current: Drawn | undefined }, model: ChartModel, tables: readonly TableView[]): ChartRow[] {
  const before = drawn.current;
  const mark = JSON.stringify(model);
  const keeps = before?.model === mark && before.tables.length <= tables.length && before.tables.every((table, at) => table === tables[at]);
  const rows = keeps ? [...before.rows] : [];
  const from = keeps ? before.tables.length : 0;
  let start = tables.slice(0, from).reduce((sum, table) => sum + table.rows, 0);
  for (const table of tables.slice(from)) {
    for (const row of chartRows(model, table, start)) rows.push(row);
    start += table.rows;
  }
  drawn.current = { model: mark, tables, rows };
  return rows;
}

function describe(mark: ChartMark, model: ChartModel, tables: readonly TableView[]): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const what = model.columns.y.slice(0, 8).join(", ");
  const facts = { chart: t(NAMES[mark]), what, rows: t("rowCount", { count: rows }) };
  return model.x.title ? t("chartOver", { ...facts, over: model.x.title }) : t("chartOf", facts);
}

const chart = (kind: string, mark: ChartMark): View =>
  view<Kind<string, ChartProps>>(kind, (props) => <ChartView {...props} mark={mark} />, { testid: "stVegaLiteChart" });

export const lineChartView = chart("lineChart", "line");
export const areaChartView = chart("areaChart", "area");
export const barChartView = chart("barChart", "bar");
export const scatterChartView = chart("scatterChart", "point");
