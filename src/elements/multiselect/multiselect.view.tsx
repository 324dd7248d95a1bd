import { type ReactNode, useMemo, useRef } from "react";
import { Box } from "../../ui/box.tsx";
import { useCombobox } from "../../ui/combobox.ts";
import { ComboboxList, comboboxField } from "../../ui/combobox-list.tsx";
import field from "../../ui/field.module.css";
import { Glyph } from "../../ui/glyphs.tsx";
import { classes } from "../../ui/key-class.ts";
import { Label, useLabelled } from "../../ui/label.tsx";
import { t } from "../../ui/messages.ts";
import { usePage } from "../../ui/page.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Multiselect, MultiselectValue } from "./multiselect.ts";
import styles from "./multiselect.module.css";

const NONE: MultiselectValue = [];

function MultiselectView({ node, props, value, setValue, disabled }: ViewProps<typeof Multiselect>): ReactNode {
  const { options, placeholder, maxSelections = Number.POSITIVE_INFINITY, acceptNewOptions = false, filterMode = "fuzzy", selectAll = 0 } = props;
  const ids = useLabelled();
  const group = useRef<HTMLDivElement>(null);
  const page = usePage();
  const chosen = value ?? NONE;
  const textOf = (one: number | string) => (typeof one === "number" ? (options[one] ?? "") : one);
  const hidden = useMemo(() => new Set(chosen.filter((one) => typeof one === "number")), [chosen]);
  const taken = useMemo(() => chosen.filter((one) => typeof one === "string"), [chosen]);
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
    allUpTo: selectAll,
    closesOnPick: false,
    onPick: (one) => !full && !chosen.includes(one) && setValue([...chosen, one]),
    onAll: (places) => setValue([...chosen, ...places].slice(0, maxSelections)),
    onKey(event, isOpen, query) {
      const last = chosen.at(-1);
      if (event.key === "Backspace" && query === "" && last !== undefined) remove(last);
      else if (event.key === "Escape" && !isOpen && chosen.length > 0) setValue([]);
    },
  });
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
          placeholder={chosen.length > 0 ? undefined : (placeholder ?? t(options.length === 0 && !acceptNewOptions ? "noOptions" : "chooseOptions"))}
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

export const multiselectView = view<typeof Multiselect>("multiselect", MultiselectView, { testid: "stMultiSelect" });
