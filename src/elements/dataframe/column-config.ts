import { AppError } from "../../engine/errors/errors.ts";
import { quote } from "../arguments.ts";
import { isOptions } from "../widget.ts";

export type ColumnWidth = "small" | "medium" | "large" | number;

/** What every kind of column takes. */
export interface ColumnOptions {
  /** Title of the column. Default: its name. */
  label?: string | undefined;
  /** A size, or CSS pixels. Default: as wide as its content. */
  width?: ColumnWidth | undefined;
  /** Shown when the pointer rests on the title. */
  help?: string | undefined;
  /** In an editor: true keeps the cells from being edited. */
  disabled?: boolean | undefined;
  /** In an editor: true asks for a value in every cell. */
  required?: boolean | undefined;
  /** True keeps the column in view when the table is scrolled sideways. */
  pinned?: boolean | undefined;
  alignment?: "left" | "center" | "right" | undefined;
}

export interface TextColumnOptions extends ColumnOptions {
  default?: string | undefined;
  maxChars?: number | undefined;
  /** Regular expression that an edited text must match. */
  validate?: string | undefined;
}

export interface NumberColumnOptions extends ColumnOptions {
  default?: number | undefined;
  minValue?: number | undefined;
  maxValue?: number | undefined;
  step?: number | undefined;
  /** A printf pattern such as `"%.2f"`, or `"percent"`, `"dollar"`, `"compact"`, `"localized"` … */
  format?: string | undefined;
}

export interface CheckboxColumnOptions extends ColumnOptions {
  default?: boolean | undefined;
}

export interface SelectboxColumnOptions extends ColumnOptions {
  default?: string | number | boolean | undefined;
  options?: readonly (string | number | boolean)[] | undefined;
}

export interface MomentColumnOptions extends ColumnOptions {
  default?: unknown;
  minValue?: unknown;
  maxValue?: unknown;
  step?: number | undefined;
  /** A pattern such as `"D MMM YYYY, h:mm a"`, or `"localized"`, `"distance"`, `"calendar"`, `"iso8601"`. */
  format?: string | undefined;
  timezone?: string | undefined;
}

export interface LinkColumnOptions extends ColumnOptions {
  /** Text of all links, or a regular expression whose first group is taken from the address. */
  displayText?: string | undefined;
  maxChars?: number | undefined;
  validate?: string | undefined;
  default?: string | undefined;
}

export interface ProgressColumnOptions extends ColumnOptions {
  format?: string | undefined;
  /** Default 0. */
  minValue?: number | undefined;
  /** Default 1, or 100 for whole numbers. */
  maxValue?: number | undefined;
}

export interface ChartColumnOptions extends ColumnOptions {
  yMin?: number | undefined;
  yMax?: number | undefined;
}

export type ColumnKind =
  | "column"
  | "text"
  | "number"
  | "checkbox"
  | "selectbox"
  | "date"
  | "time"
  | "datetime"
  | "link"
  | "image"
  | "list"
  | "progress"
  | "lineChart"
  | "barChart"
  | "areaChart"
  | "json";

/** Settings of one column, as `st.columnConfig.…` makes them. */
export type ColumnConfig<O extends ColumnOptions = ColumnOptions> = Readonly<O> & { readonly type: ColumnKind };

/** By column name, position, or `"_index"`: settings, just a title, or null to hide the column. */
export type ColumnConfigs = Record<string, ColumnConfig | ColumnOptions | string | null | undefined>;

function maker<O extends ColumnOptions>(type: ColumnKind) {
  return (label?: string | O, options?: O): ColumnConfig<O> => {
    const given = typeof label === "string" ? { label, ...options } : { ...label, ...options };
    return { ...given, type } as unknown as ColumnConfig<O>;
  };
}

/** Kinds of columns for `columnConfig` of `st.dataframe` and `st.dataEditor`. Each takes a title and options. */
export const columnConfig = {
  /** A column of the kind its data has. */
  Column: maker<ColumnOptions>("column"),
  TextColumn: maker<TextColumnOptions>("text"),
  NumberColumn: maker<NumberColumnOptions>("number"),
  CheckboxColumn: maker<CheckboxColumnOptions>("checkbox"),
  SelectboxColumn: maker<SelectboxColumnOptions>("selectbox"),
  DateColumn: maker<MomentColumnOptions>("date"),
  TimeColumn: maker<MomentColumnOptions>("time"),
  DatetimeColumn: maker<MomentColumnOptions>("datetime"),
  LinkColumn: maker<LinkColumnOptions>("link"),
  ImageColumn: maker<ColumnOptions>("image"),
  ListColumn: maker<ColumnOptions>("list"),
  JsonColumn: maker<ColumnOptions>("json"),
  ProgressColumn: maker<ProgressColumnOptions>("progress"),
  LineChartColumn: maker<ChartColumnOptions>("lineChart"),
  BarChartColumn: maker<ChartColumnOptions>("barChart"),
  AreaChartColumn: maker<ChartColumnOptions>("areaChart"),
};

/** One column's settings as the view gets them. */
export interface ColumnSettings extends Record<string, unknown> {
  type?: ColumnKind;
  label?: string;
  width?: ColumnWidth;
  help?: string;
  hidden?: boolean;
}

/** Checks a column configuration and gives it one shape. */
export function columnSettings(command: string, configs: ColumnConfigs | undefined): Record<string, ColumnSettings> | undefined {
  if (configs === undefined) return undefined;
  if (!isOptions(configs)) {
    throw new AppError("argument", `${command}: columnConfig must be an object by column name, not ${quote(configs)}`, {
      hint: 'Write it as { price: st.columnConfig.NumberColumn("Price", { format: "$%.2f" }) }.',
    });
  }
  const settings: Record<string, ColumnSettings> = {};
  for (const [name, config] of Object.entries(configs)) {
    if (config === undefined) continue;
    if (config === null) settings[name] = { hidden: true };
    else if (typeof config === "string") settings[name] = { label: config };
    else if (isOptions(config)) settings[name] = config as ColumnSettings;
    else {
      throw new AppError("argument", `${command}: columnConfig of ${JSON.stringify(name)} must be a title, null or settings, not ${quote(config)}`, {
        hint: 'Make settings with st.columnConfig, such as st.columnConfig.TextColumn("Name").',
      });
    }
  }
  return settings;
}
