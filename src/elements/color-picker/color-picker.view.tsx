import { type ReactNode, useRef, useState } from "react";
import { HexColorPicker } from "react-colorful";
import { Box } from "../../ui/box.tsx";
import { Label, useLabelled } from "../../ui/label.tsx";
import { t } from "../../ui/messages.ts";
import { Popover } from "../../ui/popover.tsx";
import { type ViewProps, view } from "../../ui/view.ts";
import { ColorEntry } from "./color-entry.tsx";
import type { ColorPicker } from "./color-picker.ts";
import styles from "./color-picker.module.css";
import { readHex } from "./color-text.ts";

function ColorPickerView({ node, props, value = "#000000", setValue, disabled }: ViewProps<typeof ColorPicker>): ReactNode {
  const ids = useLabelled();
  const button = useRef<HTMLButtonElement>(null);
  /** What is being picked while the picker is open. */
  const [draft, setDraft] = useState<string | null>(null);
  const stands = readHex(value) ?? "#000000";
  const shown = draft ?? stands;
  const close = () => {
    if (draft !== null && draft !== stands) setValue(draft);
    setDraft(null);
  };
  const closeToButton = () => {
    close();
    button.current?.focus();
  };
  return (
    <Box node={node}>
      <Label of={props} id={ids.label} disabled={disabled} hugs />
      <button
        ref={button}
        type="button"
        className={styles.patch}
        aria-labelledby={`${ids.label} ${ids.control}`}
        aria-haspopup="dialog"
        aria-expanded={draft !== null}
        disabled={disabled}
        data-stretch={(props.width !== undefined && props.width !== "content") || undefined}
        onClick={() => (draft === null ? setDraft(stands) : close())}
      >
        <span id={ids.control} className="rv-hidden">
          {shown}
        </span>
        <span className={styles.color} style={{ backgroundColor: shown }} data-testid="stColorPickerBlock" />
      </button>
      {draft !== null && !disabled && (
        <Popover anchor={button} onClose={close} role="dialog" label={t("chooseColor")} testid="stColorPickerPopover">
          <div className={styles.picker}>
            <HexColorPicker color={draft} onChange={(color) => setDraft(color.toLowerCase())} />
            <ColorEntry color={draft} onColor={setDraft} onEnter={closeToButton} />
          </div>
        </Popover>
      )}
    </Box>
  );
}

export const colorPickerView = view<typeof ColorPicker>("colorPicker", ColorPickerView);
