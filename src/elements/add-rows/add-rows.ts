import { AppError } from "../../engine/errors/errors.ts";
import { grow, growingProps } from "../../engine/screen/growth.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { tablePart } from "../data/table-part.ts";

/**
 * Puts rows under those of a table or chart that was drawn before; only the new rows travel to the page.
 * Columns are matched by name. One that the element does not have is ignored by charts and added by tables;
 * an element drawn without data takes its columns from the first rows it is given.
 *
 * @param data - Any data a table can be made of.
 * @returns The same place.
 * @throws AppError when called on anything but what `st.dataframe`, `st.table` or one of the charts returned.
 * @example
 * const chart = st.lineChart([{ cpu: 12 }]);
 * chart.addRows([{ cpu: 15 }, { cpu: 11 }]);
 */
export function addRows<P extends Place>(this: P | void, data: unknown): P {
  const place = here(this) as P;
  if (arguments.length > 1) {
    throw new AppError("argument", `addRows takes one table, not ${arguments.length} arguments`, {
      hint: "Put all rows into one table, or call it once for each.",
    });
  }
  const { parts } = growingProps(place) ?? {};
  if (!Array.isArray(parts)) {
    throw new AppError("argument", "addRows: only a table or chart that exists can be given rows", {
      hint: "Keep what the command returned, and call it on that: const chart = st.lineChart(data); chart.addRows(more).",
    });
  }
  const { part, rows } = tablePart(place, "addRows", data);
  if (rows > 0) grow(place, "parts", [part]);
  return place;
}
