import { type ReactNode, useRef, useState } from "react";
import { optionText } from "../../protocol/option-key.ts";
import { Box } from "../../ui/box.tsx";
import { useCombobox } from "../../ui/combobox.ts";
import { ComboboxList, comboboxField } from "../../ui/combobox-list.tsx";
import { FieldError, invalid } from "../../ui/field-error.tsx";
import field from "../../ui/field.module.css";
import { useFieldCheck } from "../../ui/forms.ts";
import { Glyph } from "../../ui/glyphs.tsx";
import { Icon } from "../../ui/icon.tsx";
import { classes } from "../../ui/key-class.ts";
import { Label, useLabelled } from "../../ui/label.tsx";
import { t } from "../../ui/messages.ts";
import { useOptionSearch } from "../../ui/option-search.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Selectbox } from "./selectbox.ts";
import styles from "./selectbox.module.css";

/** On touch screens a list this short needs no keyboard. */
const FEW = 10;

function SelectboxView({ node, props, value, setValue, disabled: isOff }: ViewProps<typeof Selectbox>): ReactNode {
  const { placeholder, acceptNewOptions = false, filterMode = "fuzzy", clearable, icon, required, searches, widget } = props;
  const isEmpty = props.options.length === 0 && !acceptNewOptions && !searches;
  const disabled = isOff || isEmpty;
  const ids = useLabelled();
  const group = useRef<HTMLDivElement>(null);
  const [looksFor, setLooksFor] = useState<string>();
  const found = useOptionSearch(searches ? widget.id : undefined, looksFor);
  const options = searches ? found.texts : props.options;
  const chosen = typeof value === "number" ? options[value] : typeof value === "string" ? optionText(value) : undefined;
  const clear = () => {
    if (clearable && value !== null) setValue(null);
  };
  const box = useCombobox({
    texts: options,
    mode: filterMode,
    acceptsNew: acceptNewOptions,
    disabled,
    chosen: typeof value === "number" ? value : placeIn(found.keys, value),
    isFound: searches,
    remark: found.remark,
    closesOnPick: true,
    onPick: (one) => setValue(searches && typeof one === "number" ? (found.keys[one] ?? null) : one),
    onKey(event, isOpen, query) {
      const isErased = (event.key === "Backspace" || event.key === "Delete") && filterMode === null;
      if (!isOpen && query === "" && (event.key === "Escape" || isErased)) clear();
    },
  });
  const wanted = box.isOpen ? (box.query ?? "") : undefined;
  if (searches && wanted !== looksFor) setLooksFor(wanted);
  const { wrong } = useFieldCheck(widget.form, required && chosen === undefined && !isOff ? t("choiceNeeded") : undefined, box.input);
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
        data-wrong={wrong !== undefined || undefined}
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
          {...invalid(ids.error, wrong)}
          aria-required={required}
          id={ids.control}
          className={classes(field.input, styles.input)}
          readOnly={filterMode === null}
          inputMode={options.length <= FEW && !acceptNewOptions && !searches && isTouch() ? "none" : undefined}
          value={box.query ?? chosen ?? ""}
          placeholder={placeholder ?? t(isEmpty ? "noOptions" : "chooseOption")}
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
      <FieldError id={ids.error} text={wrong} />
      <ComboboxList box={box} id={ids.hint} labelledBy={ids.label} anchor={group} />
    </Box>
  );
}

const placeIn = (keys: readonly string[], value: unknown): number | undefined => {
  const at = typeof value === "string" ? keys.indexOf(value) : -1;
  return at < 0 ? undefined : at;
};

const isTouch = () => window.matchMedia("(pointer: coarse)").matches;

export const selectboxView = view<typeof Selectbox>("selectbox", SelectboxView);
