import { useMemo, useState } from "react";
import type { ColumnSettings } from "./column-config.ts";

/** What the person who looks at a table changed about a column. */
export interface ColumnChoice {
  hidden?: boolean;
  pinned?: boolean;
  format?: string | undefined;
}

export interface ColumnChoices {
  /** Settings of the script with the choices of the person on top, but hidden columns kept. */
  columns: Record<string, ColumnSettings>;
  isHidden(column: string): boolean;
  choose(column: string, choice: ColumnChoice): void;
}

/** Keeps the choices as long as the table stands on the page. */
export function useColumnChoices(columns: Record<string, ColumnSettings> | undefined): ColumnChoices {
  const [choices, setChoices] = useState<Record<string, ColumnChoice>>({});
  const given = JSON.stringify(columns ?? {});
  return useMemo(() => {
    const merged = JSON.parse(given) as Record<string, ColumnSettings>;
    for (const [name, { pinned, format }] of Object.entries(choices)) {
      merged[name] = { ...merged[name], ...(pinned === undefined ? {} : { pinned }), ...(format === undefined ? {} : { format: format || undefined }) };
    }
    return {
      columns: merged,
      isHidden: (column) => choices[column]?.hidden === true,
      choose: (column, choice) => setChoices((before) => ({ ...before, [column]: { ...before[column], ...choice } })),
    };
  }, [given, choices]);
}
