import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { classes } from "./key-class.ts";
import styles from "./option-list.module.css";
import { Popover } from "./popover.tsx";

/** One line of the list: an option, or an offer that is none. */
export interface OptionRow {
  id: number;
  text: string;
  selected?: boolean;
  extra?: boolean;
}

/** Height of a row in pixels; the same for all, so that thousands open at once. */
const ROW = 36;
/** Rows drawn beyond what is seen. */
const BEYOND = 6;
const SEEN = 300;
/** Lists this short are drawn whole. */
const FEW = 100;

/** The list that opens below a field. The field keeps the focus and moves `active`; only rows in sight are drawn. */
export function OptionList(props: {
  id: string;
  anchor: RefObject<HTMLElement | null>;
  rows: readonly OptionRow[];
  active: number;
  /** Said instead of, or below, the rows. */
  note?: string | undefined;
  labelledBy: string;
  multiple?: boolean;
  onActive(at: number): void;
  onPick(row: OptionRow): void;
  onClose(): void;
}): ReactNode {
  const { id, anchor, rows, active, note, labelledBy, multiple, onActive, onPick, onClose } = props;
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useEffect(() => {
    // After the popover's own effect: what is hidden cannot scroll.
    const element = box.current;
    if (!element || active < 0) return;
    const at = active * ROW + 4;
    const seen = element.clientHeight || SEEN;
    if (at < element.scrollTop + 4) element.scrollTop = at - 4;
    else if (at + ROW > element.scrollTop + seen) element.scrollTop = at + ROW + 4 - seen;
  }, [active, rows]);
  const isShort = rows.length <= FEW;
  const first = isShort ? 0 : Math.max(0, Math.floor(top / ROW) - BEYOND);
  const inSight = isShort ? rows : rows.slice(first, Math.ceil((top + SEEN) / ROW) + BEYOND);
  return (
    <Popover anchor={anchor} onClose={onClose} testid="stSelectboxVirtualDropdown">
      <div
        ref={box}
        role="presentation"
        className={styles.list}
        style={{ width: (anchor.current?.offsetWidth ?? 0) - 2 || undefined }}
        onScroll={(event) => setTop(event.currentTarget.scrollTop)}
        // The field keeps the focus.
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
      >
        <ul
          id={id}
          role="listbox"
          aria-labelledby={labelledBy}
          aria-multiselectable={multiple || undefined}
          className={styles.rows}
          style={{ height: rows.length * ROW }}
        >
          {inSight.map((row, offset) => {
            const at = first + offset;
            return (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the focus and the keys
              <li
                key={row.id}
                id={`${id}${at}`}
                role="option"
                aria-selected={row.selected ?? false}
                aria-setsize={rows.length}
                aria-posinset={at + 1}
                data-active={at === active || undefined}
                className={classes(styles.row, row.extra && styles.extra)}
                style={{ top: at * ROW }}
                title={row.text}
                onPointerMove={() => at !== active && onActive(at)}
                onClick={() => onPick(row)}
              >
                <span>{row.text}</span>
              </li>
            );
          })}
        </ul>
        {note && (
          <div className={styles.note} role="status">
            {note}
          </div>
        )}
      </div>
    </Popover>
  );
}
