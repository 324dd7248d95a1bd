import "@glideapps/glide-data-grid/dist/index.css";
import { CompactSelection, DataEditor, type DataEditorRef, type DrawHeaderCallback, type GridColumn, type Item } from "@glideapps/glide-data-grid";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import type { TableView } from "../../data/table.ts";
import { Box } from "../../ui/box.tsx";
import { ElementToolbar, filling, hosting, type ToolbarAction, useFullscreen } from "../../ui/element-toolbar.tsx";
import { classes } from "../../ui/key-class.ts";
import { t } from "../../ui/messages.ts";
import { useExportsData, useTheme } from "../../ui/page.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import { useStable } from "../data/use-stable.tsx";
import { joinTables, useTables } from "../data/use-tables.tsx";
import { useColumnChoices } from "./column-choices.tsx";
import { ColumnList, ColumnMenu, type MenuPlace } from "./column-menu.tsx";
import type { Dataframe } from "./dataframe.ts";
import styles from "./dataframe.module.css";
import { gridCell } from "./grid-cells.tsx";
import { type GridColumnPlan, planColumns, sortRows, UNNAMED } from "./grid-columns.ts";
import { gridRenderers } from "./grid-renderers.tsx";
import { selectionProps, useGridSelection } from "./grid-selection.tsx";
import { usePortal, useRowSteps, useSize } from "./grid-place.tsx";
import { useMedia } from "../../ui/hooks.ts";
import { gridTheme } from "./grid-theme.tsx";
import { saveAsCsv } from "./save-csv.tsx";

const ROW = 35;
const MOST_ROWS = 10;
/** Beyond this, sorting and saving would make the page wait. */
const LARGE = 150_000;

interface Sorting {
  column: string;
  direction: "ascending" | "descending";
}

type GridProps = Pick<ViewProps<typeof Dataframe>, "node" | "props" | "value" | "setValue" | "disabled"> & { table: TableView };

function DataframeView({ node, props, value, setValue, disabled }: ViewProps<typeof Dataframe>): ReactNode {
  const tables = useTables(props.parts);
  const table = useMemo(() => tables && joinTables(tables), [tables]);
  if (!table)
    return (
      <Box node={node}>
        <div className={styles.frame} style={{ height: 200, resize: "none" }} />
      </Box>
    );
  return <Grid node={node} props={props} value={value} setValue={setValue} disabled={disabled} table={table} />;
}

function Grid({ node, props, value, setValue, disabled, table }: GridProps): ReactNode {
  const theme = useTheme();
  const isTouch = useMedia("(pointer: coarse)");
  const exportsData = useExportsData();
  const grid = useRef<DataEditorRef>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [sorting, setSorting] = useState<Sorting>();
  const [widths, setWidths] = useState<Record<string, number>>({});
  const [searching, setSearching] = useState(false);
  const full = useFullscreen();
  usePortal();
  const { rowHeight = ROW } = props;
  const isLarge = table.rows > LARGE;
  const isEmpty = table.rows === 0 || table.columns.length === 0;

  const { columnOrder, hideIndex, modes } = useStable({ columnOrder: props.columnOrder, hideIndex: props.hideIndex, modes: props.modes });
  const choices = useColumnChoices(props.columns);
  const all = useMemo(() => planColumns({ columnOrder, hideIndex, columns: choices.columns }, table), [columnOrder, hideIndex, table, choices]);
  const plans = useMemo(() => all.filter((plan) => !choices.isHidden(plan.id)), [all, choices]);
  const [menu, setMenu] = useState<MenuPlace>();
  const [listing, setListing] = useState(false);
  const order = useMemo(() => sortedOrder(plans, table, sorting), [plans, table, sorting]);
  const selecting = useMemo(() => selectionProps(disabled ? [] : modes), [modes, disabled]);
  const selection = useGridSelection({ modes: disabled ? undefined : modes, value, setValue, plans, order });
  const columns = useMemo(() => plans.map((plan) => gridColumn(plan, sorting, widths)), [plans, sorting, widths]);
  const looks = useMemo(() => ({ faint: theme.secondaryText, placeholder: props.placeholder ?? "None" }), [theme, props.placeholder]);
  const getCellContent = useCallback(
    ([column, row]: Item) => gridCell(plans[column] as GridColumnPlan, order ? (order[row] as number) : row, looks),
    [plans, order, looks],
  );
  const look = useMemo(() => gridTheme(theme), [theme]);
  const size = useSize(frame);
  const resize = (column: { id?: string }, width: number) => setWidths((before) => ({ ...before, [column.id ?? ""]: width }));

  const sort = (at: number) => {
    const plan = plans[at];
    if (!plan || isLarge || selecting.columnSelect !== "none") return;
    const next = sorting?.column !== plan.id ? "ascending" : sorting.direction === "ascending" ? "descending" : undefined;
    setSorting(next && { column: plan.id, direction: next });
  };
  const autosize = (column: string) => {
    setWidths(({ [column]: _width, ...rest }) => rest);
    requestAnimationFrame(() => grid.current?.remeasureColumns(CompactSelection.fromSingleSelection(plans.findIndex((plan) => plan.id === column))));
  };
  const menuPlan = menu && plans.find((plan) => plan.id === menu.column);
  const actions: ToolbarAction[] = [full.action];
  if (!isEmpty && (listing || plans.length < all.length)) {
    actions.unshift({ label: t("showOrHideColumns"), icon: "visibility", act: () => setListing(!listing), pressed: listing });
  }
  if (!isEmpty) actions.unshift({ label: t("search"), icon: "search", act: () => setSearching(!searching), pressed: searching });
  if (selection.isClearable && !disabled) actions.unshift({ label: t("clearSelection"), icon: "close", act: selection.clear });
  if (!isEmpty && !isLarge && exportsData) actions.unshift({ label: t("downloadCsv"), icon: "download", act: () => saveAsCsv(plans, table, order) });

  const wanted = heightOf(props, isEmpty ? 1 : table.rows, rowHeight);
  useRowSteps(frame, wanted, ROW, rowHeight);
  const frozen = plans.filter((plan) => plan.isIndex || plan.settings.pinned).length;
  return (
    <Box node={node} className={classes(styles.box, hosting, full.isFull && filling)}>
      <ElementToolbar actions={actions} shown={searching} label={t("table")} />
      {/* Listens to keys of the grid inside */}
      <div
        ref={frame}
        className={styles.frame}
        data-full={full.isFull || undefined}
        data-testid="stDataFrameResizable"
        role="group"
        aria-label={props.alt ?? t("tableOf", { rows: t("rowCount", { count: table.rows }), columns: t("columnCount", { count: table.columns.length }) })}
        style={
          full.isFull
            ? { height: "100%" }
            : { height: wanted, width: typeof props.width === "number" ? props.width : props.width === "content" ? "fit-content" : undefined }
        }
        onKeyDownCapture={(event) => {
          if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "f" || isEmpty) return;
          event.preventDefault();
          event.stopPropagation();
          setSearching(true);
        }}
      >
        {size.width > 0 && (
          <DataEditor
            ref={grid}
            width={props.width === "content" && !full.isFull ? Math.min(size.room, contentWidth(columns) + 2) : size.width}
            height={size.height}
            columns={columns}
            rows={isEmpty ? 0 : table.rows}
            getCellContent={getCellContent}
            getCellsForSelection
            theme={look}
            rowHeight={rowHeight}
            headerHeight={ROW}
            freezeColumns={size.width > 500 ? frozen : Math.min(frozen, 1)}
            smoothScrollX
            smoothScrollY
            {...selecting}
            gridSelection={selection.grid}
            onGridSelectionChange={selection.choose}
            onHeaderClicked={sort}
            onHeaderMenuClick={(column, bounds) => setMenu({ column: plans[column]?.id ?? "", x: bounds.x, y: bounds.y + bounds.height })}
            // A finger that scrolls would move the edges.
            {...(isTouch ? {} : { onColumnResize: resize })}
            maxColumnWidth={1000}
            maxColumnAutoWidth={500}
            minColumnWidth={50}
            showSearch={searching}
            onSearchClose={() => {
              setSearching(false);
              grid.current?.focus();
            }}
            keybindings={{ search: false, copy: exportsData }}
            customRenderers={gridRenderers}
            drawHeader={drawHeader}
            {...(isEmpty ? {} : { overscrollX: 0, overscrollY: 0 })}
          />
        )}
        {isEmpty && <div className={styles.empty}>{t("empty")}</div>}
        {menu && menuPlan && (
          <ColumnMenu
            place={menu}
            plan={menuPlan}
            choices={choices}
            canSort={!isLarge}
            onSort={(direction) => setSorting({ column: menuPlan.id, direction })}
            onAutosize={() => autosize(menuPlan.id)}
            onClose={() => setMenu(undefined)}
          />
        )}
        {listing && <ColumnList anchor={frame} plans={all} choices={choices} onClose={() => setListing(false)} />}
      </div>
    </Box>
  );
}

/** Rows without names of their own have a title for screen readers only. */
const drawHeader: DrawHeaderCallback = ({ column }, draw) => {
  if (column.id !== "_index" || !column.title.endsWith(UNNAMED)) draw();
};

function gridColumn(plan: GridColumnPlan, sorting: Sorting | undefined, widths: Record<string, number>): GridColumn {
  const arrow = sorting?.column === plan.id ? (sorting.direction === "ascending" ? "↑ " : "↓ ") : "";
  const width = widths[plan.id] ?? plan.width;
  const base = {
    id: plan.id,
    title: arrow + plan.title,
    hasMenu: !plan.isIndex,
    menuIcon: "dots",
    ...(plan.isIndex || width !== undefined ? {} : { grow: 1 }),
  };
  return width === undefined ? base : { ...base, width };
}

const contentWidth = (columns: readonly GridColumn[]) => columns.reduce((sum, column) => sum + ("width" in column ? column.width : 150), 0);

function sortedOrder(plans: readonly GridColumnPlan[], table: TableView, sorting: Sorting | undefined): Uint32Array | undefined {
  const source = sorting && plans.find((plan) => plan.id === sorting.column)?.source;
  return source && table.rows <= LARGE ? sortRows(source, table.rows, sorting.direction) : undefined;
}

function heightOf({ height }: { height?: unknown }, rows: number, rowHeight: number): number | string {
  if (typeof height === "number") return height;
  if (height === "stretch") return "100%";
  const most = height === "content" ? rows : Math.min(rows, MOST_ROWS);
  return ROW + most * rowHeight + 3;
}

export const dataframeView = view<typeof Dataframe>("dataframe", DataframeView, { testid: "stDataFrame" });
