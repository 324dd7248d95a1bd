import { type ReactNode, useRef, useState } from "react";
import { Menu, type MenuEntry } from "../../ui/menu.tsx";
import { type MessageName, t } from "../../ui/messages.ts";
import { Popover } from "../../ui/popover.tsx";
import type { ColumnChoices } from "./column-choices.tsx";
import styles from "./dataframe.module.css";
import type { GridColumnPlan } from "./grid-columns.ts";

/** Where a column's menu was asked for, in the window. */
export interface MenuPlace {
  column: string;
  x: number;
  y: number;
}

const FORMATS: Partial<Record<GridColumnPlan["kind"], readonly (readonly [format: string, name: MessageName])[]>> = {
  number: [
    ["", "formatAutomatic"],
    ["localized", "formatLocalized"],
    ["plain", "formatPlain"],
    ["compact", "formatCompact"],
    ["percent", "formatPercent"],
    ["dollar", "formatDollar"],
    ["euro", "formatEuro"],
    ["scientific", "formatScientific"],
    ["bytes", "formatBytes"],
  ],
  datetime: [
    ["", "formatAutomatic"],
    ["localized", "formatLocalized"],
    ["distance", "formatDistance"],
    ["iso8601", "formatIso"],
  ],
  date: [
    ["", "formatAutomatic"],
    ["localized", "formatLocalized"],
    ["distance", "formatDistance"],
  ],
};

/** What can be done with a column: sort, look, size, place. */
export function ColumnMenu(props: {
  place: MenuPlace;
  plan: GridColumnPlan;
  choices: ColumnChoices;
  canSort: boolean;
  onSort(direction: "ascending" | "descending"): void;
  onAutosize(): void;
  onClose(): void;
}): ReactNode {
  const { place, plan, choices, canSort, onSort, onAutosize, onClose } = props;
  const anchor = useRef<HTMLSpanElement>(null);
  const [formats, setFormats] = useState(false);
  // The menu closes before it acts; the list of formats takes its place.
  const staysOpen = useRef(false);
  const openFormats = () => {
    staysOpen.current = true;
    setFormats(true);
    queueMicrotask(() =>
      queueMicrotask(() => {
        staysOpen.current = false;
      }),
    );
  };
  const known = FORMATS[plan.kind];
  const isPinned = plan.settings.pinned === true;
  const entries: MenuEntry[] =
    formats && known
      ? known.map(([format, name]) => ({
          label: t(name),
          onSelect: () => choices.choose(plan.id, { format }),
          ...((plan.settings.format ?? "") === format ? { hint: "✓" } : {}),
        }))
      : [
          { label: t("sortAscending"), onSelect: () => onSort("ascending"), disabled: !canSort },
          { label: t("sortDescending"), onSelect: () => onSort("descending"), disabled: !canSort },
          "separator",
          ...(known ? [{ label: t("chooseFormat"), onSelect: openFormats }] : []),
          { label: t("autosize"), onSelect: onAutosize },
          { label: t(isPinned ? "unpinColumn" : "pinColumn"), onSelect: () => choices.choose(plan.id, { pinned: !isPinned }) },
          { label: t("hideColumn"), onSelect: () => choices.choose(plan.id, { hidden: true }) },
        ];
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={{ left: place.x, top: place.y }} />
      <Menu
        key={formats ? "formats" : "actions"}
        anchor={anchor}
        entries={entries}
        onClose={() => queueMicrotask(() => !staysOpen.current && onClose())}
        label={t("columnNamed", { name: plan.title })}
        testid="stDataFrameColumnMenu"
        align="start"
      />
    </>
  );
}

/** Shows and hides columns by check boxes. */
export function ColumnList(props: {
  anchor: { readonly current: HTMLElement | null };
  plans: readonly GridColumnPlan[];
  choices: ColumnChoices;
  onClose(): void;
}): ReactNode {
  const { anchor, plans, choices, onClose } = props;
  return (
    <Popover anchor={anchor} onClose={onClose} align="end" role="group" label={t("columns")} testid="stDataFrameColumnVisibilityMenu" className={styles.list}>
      {plans
        .filter((plan) => !plan.isIndex)
        .map(({ id, title }) => (
          <label key={id} className={styles.choice}>
            <input type="checkbox" checked={!choices.isHidden(id)} onChange={(event) => choices.choose(id, { hidden: !event.target.checked })} />
            {title}
          </label>
        ))}
    </Popover>
  );
}
