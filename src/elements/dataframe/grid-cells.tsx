import { type GridCell, GridCellKind } from "@glideapps/glide-data-grid";
import { cellText } from "../../data/cell-text.ts";
import type { Cell } from "../../data/table.ts";
import { formatTime } from "../../ui/format-date.ts";
import { formatNumber } from "../../ui/format.ts";
import type { GridColumnPlan } from "./grid-columns.ts";
import type { BarCell, SparkCell } from "./grid-renderers.tsx";

const DATES: Record<string, string> = { date: "YYYY-MM-DD", time: "HH:mm:ss", datetime: "YYYY-MM-DD HH:mm:ss" };

export interface CellLooks {
  faint: string;
  placeholder: string;
}

/** What the grid draws for one cell. */
export function gridCell(plan: GridColumnPlan, row: number, looks: CellLooks): GridCell {
  const { source, kind, align } = plan;
  const cell = source?.get(row) ?? null;
  const faint = plan.isIndex ? { themeOverride: { textDark: looks.faint } } : {};
  const common = { allowOverlay: true, readonly: true, contentAlign: align, ...faint } as const;
  if (cell === null) return missing(kind, looks, align);
  const raw = cellText(cell);
  switch (kind) {
    case "checkbox":
      if (typeof cell !== "boolean") break;
      return { kind: GridCellKind.Boolean, data: cell, allowOverlay: false, readonly: true, contentAlign: align };
    case "number": {
      const value = source?.number(row) ?? Number.NaN;
      const display = Number.isNaN(value) ? raw : numberText(cell, value, plan.settings.format as string | undefined);
      return { kind: GridCellKind.Number, data: value, displayData: display, copyData: raw, ...common } as GridCell;
    }
    case "date":
    case "time":
    case "datetime":
      return { kind: GridCellKind.Text, data: raw, displayData: momentText(plan, row, raw), copyData: raw, ...common };
    case "link":
      return {
        kind: GridCellKind.Uri,
        data: raw,
        displayData: linkText(raw, plan.settings.displayText as string | undefined),
        hoverEffect: true,
        copyData: raw,
        onClickUri: () => openLink(raw),
        ...common,
      } as GridCell;
    case "image":
      return { kind: GridCellKind.Image, data: [raw], displayData: [raw], ...common, rounding: 4 } as GridCell;
    case "list":
      if (!Array.isArray(cell)) break;
      return { kind: GridCellKind.Bubble, data: cell.map((part) => (typeof part === "string" ? part : JSON.stringify(part))), allowOverlay: true };
    case "progress":
      return progress(plan, source?.number(row) ?? Number.NaN, raw);
    case "lineChart":
    case "barChart":
    case "areaChart":
      return spark(plan, cell, raw);
    default:
  }
  return { kind: GridCellKind.Text, data: raw, displayData: raw.replace(/\s*\n\s*/g, " "), copyData: raw, ...common };
}

function missing(kind: string, { placeholder, faint }: CellLooks, contentAlign: GridColumnPlan["align"]): GridCell {
  const isBlank = kind === "checkbox" || kind.endsWith("Chart") || kind === "image" || kind === "progress";
  return { kind: GridCellKind.Text, data: "", displayData: isBlank ? "" : placeholder, allowOverlay: false, contentAlign, themeOverride: { textDark: faint } };
}

function numberText(cell: Cell, value: number, format: string | undefined): string {
  if (format) return formatNumber(value, format);
  if (typeof cell === "bigint" || Number.isInteger(value)) return String(cell);
  const rounded = Number(value.toFixed(4));
  return rounded === 0 ? String(value) : String(rounded);
}

function momentText({ source, kind, settings }: GridColumnPlan, row: number, raw: string): string {
  const format = settings.format as string | undefined;
  let time = source?.number(row) ?? Number.NaN;
  const local = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?/.exec(raw)?.[0];
  if (local) time = Date.parse(`${local}Z`);
  if (Number.isNaN(time)) time = Date.parse(raw);
  if (Number.isNaN(time)) return raw;
  if (format === "localized")
    return new Date(time).toLocaleString(undefined, {
      timeZone: "UTC",
      ...(kind === "date" ? { dateStyle: "medium" } : kind === "time" ? { timeStyle: "medium" } : { dateStyle: "medium", timeStyle: "medium" }),
    });
  if (format === "iso8601") return raw;
  if (format === "distance") return distance(time);
  return formatTime(time, !format || format === "calendar" ? (DATES[kind] as string) : format);
}

function distance(time: number): string {
  const seconds = (time - Date.now()) / 1000;
  const units: [Intl.RelativeTimeFormatUnit, number][] = [
    ["year", 31_557_600],
    ["month", 2_629_800],
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
  ];
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(undefined, { numeric: "auto" }).format(Math.round(seconds / size), unit as Intl.RelativeTimeFormatUnit);
}

/** The text of a link: fixed, or the first group of a pattern. */
function linkText(address: string, display: string | undefined): string {
  if (!display) return address;
  try {
    const found = /[\\()[\]*+?^$]/.test(display) ? new RegExp(display).exec(address) : null;
    if (found) return decodeURIComponent(found[1] ?? found[0]);
  } catch {
    // Not a pattern: the text itself.
  }
  return /[\\()[\]*+?^$]/.test(display) ? address : display;
}

function openLink(address: string): void {
  if (/^(https?:|mailto:|tel:|\/|\.\/|#)/i.test(address)) window.open(address, "_blank", "noopener,noreferrer");
}

function progress({ settings, source }: GridColumnPlan, value: number, raw: string): BarCell {
  const { minValue = 0, format } = settings as { minValue?: number; format?: string };
  const maxValue = (settings.maxValue as number | undefined) ?? (source?.type === "integer" ? 100 : 1);
  const part = Math.min(1, Math.max(0, (value - minValue) / (maxValue - minValue || 1)));
  const text = format ? formatNumber(value, format) : maxValue === 100 ? `${Math.round(value)}%` : `${Math.round(part * 1000) / 10}%`;
  return { kind: GridCellKind.Custom, allowOverlay: false, readonly: true, copyData: raw, data: { kind: "bar", part: Number.isNaN(part) ? 0 : part, text } };
}

function spark({ settings, kind }: GridColumnPlan, cell: Cell, raw: string): SparkCell {
  const values = (Array.isArray(cell) ? cell : []).map(Number).filter((value) => Number.isFinite(value));
  const { yMin = Math.min(...values, 0), yMax = Math.max(...values, 0) } = settings as { yMin?: number; yMax?: number };
  return {
    kind: GridCellKind.Custom,
    allowOverlay: false,
    readonly: true,
    copyData: raw,
    data: { kind: "spark", look: kind as SparkCell["data"]["look"], values, min: yMin, max: yMax },
  };
}
