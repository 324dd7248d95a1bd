import { type ReactNode, useRef } from "react";
import { Box } from "../../ui/box.tsx";
import { useCombobox } from "../../ui/combobox.ts";
import { ComboboxList, comboboxField } from "../../ui/combobox-list.tsx";
import field from "../../ui/field.module.css";
import { Glyph } from "../../ui/glyphs.tsx";
import { Icon } from "../../ui/icon.tsx";
import { classes } from "../../ui/key-class.ts";
import { Label, useLabelled } from "../../ui/label.tsx";
import { t } from "../../ui/messages.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Selectbox } from "./selectbox.ts";
import styles from "./selectbox.module.css";

/** On touch screens a list this short needs no keyboard. */
const FEW = 10;

function SelectboxView({ node, props, value, setValue, disabled }: ViewProps<typeof Selectbox>): ReactNode {
  const { options, placeholder, acceptNewOptions = false, filterMode = "fuzzy", clearable, icon } = props;
  const ids = useLabelled();
  const group = useRef<HTMLDivElement>(null);
  const chosen = typeof value === "number" ? options[value] : (value ?? undefined);
  const clear = () => {
    if (clearable && value !== null) setValue(null);
  };
  const box = useCombobox({
    texts: options,
    mode: filterMode,
    acceptsNew: acceptNewOptions,
    disabled,
    chosen: typeof value === "number" ? value : undefined,
    closesOnPick: true,
    onPick: setValue,
    onKey(event, isOpen, query) {
      const isErased = (event.key === "Backspace" || event.key === "Delete") && filterMode === null;
      if (!isOpen && query === "" && (event.key === "Escape" || isErased)) clear();
    },
  });
  const open = () => {
    box.open();
    box.input.current?.select();
  };
  return (
    <Box node={node} className={field.box}>
      <Label of={props} htmlFor={ids.control} id={ids.label} disabled={disabled} />
      <div
        ref={group}
        // The input has the keys; the whole field only takes the pointer.
        role="presentation"
        className={classes(field.group, styles.group)}
        data-disabled={disabled || undefined}
        data-open={box.isOpen || undefined}
        data-baseweb="select"
        onClick={() => {
          box.input.current?.focus();
          open();
        }}
      >
        {icon && <Icon icon={icon} className={field.icon} />}
        <input
          {...comboboxField(box, ids.hint, filterMode === null ? "none" : "list")}
          id={ids.control}
          className={classes(field.input, styles.input)}
          readOnly={filterMode === null}
          inputMode={options.length <= FEW && !acceptNewOptions && isTouch() ? "none" : undefined}
          value={box.query ?? chosen ?? ""}
          placeholder={placeholder ?? t(options.length === 0 && !acceptNewOptions ? "noOptions" : "chooseOption")}
          disabled={disabled}
          onChange={(event) => box.type(event.target.value)}
        />
        {clearable && value !== null && value !== undefined && !disabled && (
          <button
            type="button"
            className={classes(field.inside, styles.clear)}
            tabIndex={-1}
            aria-label={t("clear")}
            onClick={(event) => {
              event.stopPropagation();
              clear();
              box.close();
              box.input.current?.focus();
            }}
          >
            <Glyph name="close" size={1} />
          </button>
        )}
        <span className={styles.arrow} aria-hidden="true">
          <Glyph name="down" size={1.125} />
        </span>
      </div>
      <ComboboxList box={box} id={ids.hint} labelledBy={ids.label} anchor={group} />
    </Box>
  );
}

const isTouch = () => window.matchMedia("(pointer: coarse)").matches;

export const selectboxView = view<typeof Selectbox>("selectbox", SelectboxView);
