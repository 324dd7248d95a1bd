import { type ReactNode, useState } from "react";
import { Glyph } from "../../ui/glyphs.tsx";
import { t } from "../../ui/messages.ts";
import styles from "./color-picker.module.css";
import { type ColorModel, hexOf, MODELS, PARTS, partsOf, readHex } from "./color-text.ts";

/** Fields to type a color into, as HEX, RGB or HSL. */
export function ColorEntry({ color, onColor, onEnter }: { color: string; onColor(hex: string): void; onEnter(): void }): ReactNode {
  const [model, setModel] = useState<ColorModel>("hex");
  const [typed, setTyped] = useState<string | null>(null);
  const next = MODELS[(MODELS.indexOf(model) + 1) % MODELS.length] as ColorModel;
  return (
    <div
      className={styles.entry}
      role="presentation"
      onKeyDown={(event) => {
        if (event.key === "Enter" && event.target instanceof HTMLInputElement) onEnter();
      }}
    >
      {model === "hex" ? (
        <label className={styles.part}>
          <input
            className={styles.number}
            value={typed ?? color}
            spellCheck={false}
            autoComplete="off"
            maxLength={7}
            onBlur={() => setTyped(null)}
            onChange={(event) => {
              setTyped(event.target.value);
              const hex = readHex(event.target.value);
              if (hex) onColor(hex);
            }}
          />
          <span>HEX</span>
        </label>
      ) : (
        <Parts key={model} color={color} model={model} onColor={onColor} />
      )}
      <button type="button" className={styles.mode} aria-label={t("colorModel", { model: next.toUpperCase() })} onClick={() => setModel(next)}>
        <Glyph name="down" size={1} className={styles.up} />
        <Glyph name="down" size={1} />
      </button>
    </div>
  );
}

/** Three numbers. What is typed stays as it is while it makes the color shown. */
function Parts({ color, model, onColor }: { color: string; model: "rgb" | "hsl"; onColor(hex: string): void }): ReactNode {
  const [typed, setTyped] = useState<number[] | null>(null);
  const parts = typed && hexOf(typed, model) === color ? typed : partsOf(color, model);
  return PARTS[model].map(({ name, most }, at) => (
    <label key={name} className={styles.part}>
      <input
        className={styles.number}
        type="number"
        min={0}
        max={most}
        value={parts[at]}
        onChange={(event) => {
          const value = Math.min(most, Math.max(0, Number(event.target.value)));
          const all = parts.map((part, place) => (place === at ? value : part));
          setTyped(all);
          onColor(hexOf(all, model));
        }}
      />
      <span>{name}</span>
    </label>
  ));
}
