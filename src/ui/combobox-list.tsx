import type { ReactNode, RefObject } from "react";
import type { Combobox } from "./combobox.ts";
import { OptionList, type OptionRow } from "./option-list.tsx";

/** What the field of a list says of itself, and the keys it takes. `id` is that of the list. */
export function comboboxField(box: Combobox, id: string, autocomplete: "list" | "none") {
  return {
    ref: box.input,
    type: "text",
    role: "combobox",
    "aria-autocomplete": autocomplete,
    "aria-expanded": box.isOpen,
    "aria-controls": box.isOpen ? id : undefined,
    "aria-activedescendant": box.isOpen && box.active >= 0 ? `${id}${box.active}` : undefined,
    autoComplete: "off",
    spellCheck: false,
    onKeyDown: box.press,
    onBlur: box.close,
  } as const;
}

/** The list of such a field, while it is open. `onPick` comes before the choice itself. */
export function ComboboxList(props: {
  box: Combobox;
  id: string;
  labelledBy: string;
  anchor: RefObject<HTMLElement | null>;
  multiple?: boolean;
  onPick?(): void;
}): ReactNode {
  const { box, id, labelledBy, anchor, multiple = false, onPick } = props;
  if (!box.isOpen) return null;
  const pick = (row: OptionRow) => {
    onPick?.();
    box.pick(row);
  };
  return (
    <OptionList
      id={id}
      anchor={anchor}
      rows={box.rows}
      active={box.active}
      note={box.note}
      labelledBy={labelledBy}
      multiple={multiple}
      onActive={box.setActive}
      onPick={pick}
      onClose={box.close}
    />
  );
}
