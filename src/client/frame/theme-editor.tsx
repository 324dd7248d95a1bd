import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { formatColor, over, parseColor } from "../../ui/color.ts";
import { Glyph } from "../../ui/glyphs.tsx";
import { type MessageName, t } from "../../ui/messages.ts";
import { usePage } from "../../ui/page.ts";
import type { OwnStore } from "../../ui/store.ts";
import { useStore } from "../../ui/store.ts";
import { optionsFor, type Theme, type ThemeOptions } from "../../ui/theme.ts";
import type { ThemeDraft } from "../theming.ts";
import styles from "./theme-editor.module.css";
import { themeToml } from "./theme-toml.ts";

export interface ThemeEditorProps {
  configured: ThemeOptions;
  theme: Theme;
  draft: OwnStore<ThemeDraft | null>;
  onClose(): void;
}

type Change = (name: string, value: unknown) => void;

/** Tries a theme on the open page: every change shows at once, and can be copied as configuration. */
export function ThemeEditor({ configured, theme, draft, onClose }: ThemeEditorProps): ReactNode {
  const heading = useId();
  const own = useRef<HTMLElement>(null);
  const tried = useStore(draft)?.options;
  const options = tried ?? startOf(configured, theme);
  useEffect(() => {
    const before = document.activeElement;
    own.current?.querySelector<HTMLElement>("select")?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  const change: Change = (name, value) => {
    const { [name]: _, ...others } = options;
    draft.set({ options: value === undefined ? others : { ...others, [name]: value } });
  };
  return (
    <aside
      ref={own}
      className={styles.panel}
      role="dialog"
      aria-labelledby={heading}
      data-testid="stThemeEditor"
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && onClose()}
    >
      <header className={styles.header}>
        <h2 id={heading}>{t("themeEditor")}</h2>
        <button type="button" className={styles.close} aria-label={t("close")} onClick={onClose}>
          <Glyph name="close" />
        </button>
      </header>
      <div className={styles.fields}>
        <p className={styles.detail}>{t("themeEditorDetail")}</p>
        <Fields options={options} theme={theme} change={change} setBase={(base) => draft.set({ options: rebased(options, base) })} />
      </div>
      <footer className={styles.footer}>
        <CopyButton options={options} />
        <Button small disabled={!tried} onClick={() => draft.set(null)}>
          {t("startOver")}
        </Button>
      </footer>
    </aside>
  );
}

/** What the look in use is made of, without the tables of the other look. */
function startOf(configured: ThemeOptions, { base }: Theme): ThemeOptions {
  const { light: _, dark: __, ...flat } = optionsFor(configured, base);
  return { base, ...flat };
}

/** The other look brings its own grounds and texts. */
function rebased(options: ThemeOptions, base: string): ThemeOptions {
  const { backgroundColor: _, secondaryBackgroundColor: __, textColor: ___, ...others } = options;
  return { ...others, base };
}

function Fields(props: { options: ThemeOptions; theme: Theme; change: Change; setBase(base: string): void }): ReactNode {
  const { options, theme, change, setBase } = props;
  const pick = (name: string, label: MessageName, choices: Choices) => (
    <Choice label={t(label)} choices={choices} value={String(options[name] ?? "")} set={(value) => change(name, value || undefined)} />
  );
  const color = (name: MessageName, now: string) => <ColorField name={t(name)} now={now} ground={theme.background} set={(value) => change(name, value)} />;
  return (
    <>
      <Choice label={t("theme")} choices={BASES} value={theme.base} set={setBase} />
      {color("primaryColor", theme.primary)}
      {color("backgroundColor", theme.background)}
      {color("secondaryBackgroundColor", theme.secondaryBackground)}
      {color("textColor", theme.text)}
      {color("linkColor", theme.variables["--link"] ?? theme.primary)}
      {color("borderColor", theme.border)}
      {pick("font", "font", FONTS)}
      {pick("headingFont", "headingFont", [["", "asText"], ...FONTS])}
      {pick("codeFont", "codeFont", [["", "fontMono"], ...FONTS.slice(0, 2)])}
      <label className={styles.field}>
        <span>{t("fontSize")}</span>
        <input
          type="number"
          min={10}
          max={24}
          value={Number(options.baseFontSize ?? 16)}
          onChange={(event) => change("baseFontSize", Math.max(8, Math.min(32, event.target.valueAsNumber || 16)))}
        />
      </label>
      {pick("baseRadius", "corners", [["", "cornersMedium"], ...CORNERS.filter(([value]) => value !== "medium")])}
      {pick("buttonRadius", "buttonCorners", [["", "asCorners"], ...CORNERS])}
      <Switch label={t("widgetBorders")} on={options.showWidgetBorder === true} set={(on) => change("showWidgetBorder", on || undefined)} />
      <Switch label={t("sidebarBorder")} on={options.showSidebarBorder === true} set={(on) => change("showSidebarBorder", on || undefined)} />
      <Switch label={t("underlineLinks")} on={options.linkUnderline !== false} set={(on) => change("linkUnderline", on ? undefined : false)} />
    </>
  );
}

type Choices = readonly (readonly [value: string, name: MessageName])[];

const BASES: Choices = [
  ["light", "themeLight"],
  ["dark", "themeDark"],
];
const FONTS: Choices = [
  ["sans-serif", "fontSans"],
  ["serif", "fontSerif"],
  ["monospace", "fontMono"],
];
const CORNERS: Choices = [
  ["none", "cornersNone"],
  ["small", "cornersSmall"],
  ["medium", "cornersMedium"],
  ["large", "cornersLarge"],
  ["full", "cornersFull"],
];

function Choice(props: { label: string; choices: Choices; value: string; set(value: string): void }): ReactNode {
  const { label, choices, value, set } = props;
  const id = useId();
  const known = choices.some(([one]) => one === value);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => set(event.target.value)}>
        {/* A font of the app's own, or a length */}
        {!known && value !== "" && <option value={value}>{value}</option>}
        {choices.map(([one, name]) => (
          <option key={one} value={one}>
            {t(name)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Switch({ label, on, set }: { label: string; on: boolean; set(on: boolean): void }): ReactNode {
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <input type="checkbox" role="switch" checked={on} onChange={(event) => set(event.target.checked)} />
    </label>
  );
}

/** A colour by the browser's chooser, or written as `#rrggbb` or a name. */
function ColorField(props: { name: string; now: string; ground: string; set(color: string): void }): ReactNode {
  const { name, now, ground, set } = props;
  const [text, setText] = useState<string | null>(null);
  const [color, back] = [parseColor(now), parseColor(ground)];
  const opaque = color && back ? formatColor(over(color, back)) : "#000000";
  const wrong = text !== null && parseColor(text) === null;
  return (
    <div className={styles.field}>
      <span aria-hidden="true">{name}</span>
      <span className={styles.color}>
        <input
          type="text"
          value={text ?? now}
          aria-label={t("colorOf", { name })}
          aria-invalid={wrong || undefined}
          title={wrong ? t("notAColor") : undefined}
          spellCheck={false}
          onChange={(event) => {
            setText(event.target.value);
            if (parseColor(event.target.value)) set(event.target.value.trim());
          }}
          onBlur={() => setText(null)}
        />
        <input type="color" value={opaque} aria-label={name} onChange={(event) => set(event.target.value)} />
      </span>
    </div>
  );
}

function CopyButton({ options }: { options: ThemeOptions }): ReactNode {
  const page = usePage();
  const [copied, setCopied] = useState<ThemeOptions | null>(null);
  const copy = () =>
    void navigator.clipboard.writeText(themeToml(options)).then(() => {
      setCopied(options);
      page.announce(t("configCopied"));
    });
  return (
    <>
      {copied === options && <p className={styles.detail}>{t("configCopied")}</p>}
      <Button small kind="primary" onClick={copy}>
        {t("copyAsConfig")}
      </Button>
    </>
  );
}
