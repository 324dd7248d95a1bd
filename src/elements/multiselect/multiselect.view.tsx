import { type ReactNode, useMemo, useRef, useState } from "react";
import { optionText } from "../../protocol/option-key.ts";
import { Box } from "../../ui/box.tsx";
import { useCombobox } from "../../ui/combobox.ts";
import { ComboboxList, comboboxField } from "../../ui/combobox-list.tsx";
import field from "../../ui/field.module.css";
import { Glyph } from "../../ui/glyphs.tsx";
import { classes } from "../../ui/key-class.ts";
import { Label, useLabelled } from "../../ui/label.tsx";
import { t } from "../../ui/messages.ts";
import { useOptionSearch } from "../../ui/option-search.ts";
import { usePage } from "../../ui/page.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Multiselect, MultiselectValue } from "./multiselect.ts";
import styles from "./multiselect.module.css";

const NONE: MultiselectValue = [];

function MultiselectView({ node, props, value, setValue, disabled: isOff }: ViewProps<typeof Multiselect>): ReactNode {
  const { placeholder, maxSelections = Number.POSITIVE_INFINITY, acceptNewOptions = false, filterMode = "fuzzy", selectAll = 0, searches, wrap } = props;
  const isEmpty = props.options.length === 0 && !acceptNewOptions && !searches;
  const disabled = isOff || isEmpty;
  const ids = useLabelled();
  const group = useRef<HTMLDivElement>(null);
  const page = usePage();
  const chosen = value ?? NONE;
  const [looksFor, setLooksFor] = useState<string>();
  const found = useOptionSearch(searches ? props.widget.id : undefined, looksFor);
  const options = searches ? found.texts : props.options;
  const textOf = (one: number | string) => (typeof one === "number" ? (options[one] ?? "") : optionText(one));
  const hidden = useMemo(() => hiddenPlaces(chosen, searches ? found.keys : undefined), [chosen, searches, found.keys]);
  const taken = useMemo(() => chosen.filter((one) => typeof one === "string").map(optionText), [chosen]);
  const full = chosen.length >= maxSelections;
  const remove = (one: number | string) => {
    setValue(chosen.filter((other) => other !== one));
    page.announce(t("removeOption", { text: textOf(one) }));
  };
  const box = useCombobox({
    texts: options,
    mode: filterMode,
    acceptsNew: acceptNewOptions,
    disabled,
    hidden,
    taken,
    full,
    limit: maxSelections,
    isFound: searches,
    remark: found.remark,
    allUpTo: selectAll,
    closesOnPick: false,
    onPick(picked) {
      const one = searches && typeof picked === "number" ? (found.keys[picked] as string) : picked;
      if (!full && !chosen.includes(one)) setValue([...chosen, one]);
    },
    onAll: (places) => setValue([...chosen, ...places].slice(0, maxSelections)),
    onKey(event, isOpen, query) {
      const last = chosen.at(-1);
      if (event.key === "Backspace" && query === "" && last !== undefined) remove(last);
      else if (event.key === "Escape" && !isOpen && chosen.length > 0) setValue([]);
    },
  });
  const wanted = box.isOpen ? (box.query ?? "") : undefined;
  if (searches && wanted !== looksFor) setLooksFor(wanted);
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
        data-wrap={wrap === false ? "false" : undefined}
        data-clearable={(chosen.length > 0 && !disabled) || undefined}
        onClick={() => {
          box.input.current?.focus();
          box.open();
        }}
      >
        {chosen.map((one) => (
          <span key={one} className={styles.chip} data-baseweb="tag">
            <span title={textOf(one)}>{textOf(one)}</span>
            {!disabled && (
              <button
                type="button"
                className={styles.remove}
                aria-label={t("removeOption", { text: textOf(one) })}
                onClick={(event) => {
                  event.stopPropagation();
                  remove(one);
                  box.input.current?.focus();
                }}
              >
                <Glyph name="close" size={0.875} />
              </button>
            )}
          </span>
        ))}
        <input
          {...comboboxField(box, ids.hint, filterMode === null ? "none" : "list")}
          id={ids.control}
          className={classes(field.input, styles.input)}
          readOnly={filterMode === null}
          value={box.query ?? ""}
          placeholder={chosen.length > 0 ? undefined : (placeholder ?? t(isEmpty ? "noOptions" : "chooseOptions"))}
          disabled={disabled}
          onChange={(event) => box.type(event.target.value)}
        />
        <span className={styles.end}>
          {chosen.length > 0 && !disabled && (
            <button
              type="button"
              className={classes(field.inside, styles.clear)}
              aria-label={t("clearAll")}
              onClick={(event) => {
                event.stopPropagation();
                setValue([]);
                box.input.current?.focus();
              }}
            >
              <Glyph name="close" size={1} />
            </button>
          )}
          <span className={styles.arrow} aria-hidden="true">
            <Glyph name="down" size={1.125} />
          </span>
        </span>
      </div>
      <ComboboxList box={box} id={ids.hint} labelledBy={ids.label} anchor={group} multiple />
    </Box>
  );
}

/** Places of the options that are chosen already. */
function hiddenPlaces(chosen: MultiselectValue, keys: readonly string[] | undefined): Set<number> {
  if (!keys) return new Set(chosen.filter((one) => typeof one === "number"));
  const taken = new Set<unknown>(chosen);
  return new Set(keys.flatMap((key, at) => (taken.has(key) ? [at] : [])));
}

export const multiselectView = view<typeof Multiselect>("multiselect", MultiselectView, { testid: "stMultiSelect" });
