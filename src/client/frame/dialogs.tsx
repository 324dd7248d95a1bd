import { type ReactNode, useEffect, useId, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorReportView } from "../../ui/error-report.tsx";
import { showShortcut } from "../../ui/hooks.ts";
import { Markdown } from "../../ui/markdown/markdown.tsx";
import { t } from "../../ui/messages.ts";
import { type OwnStore, useStore } from "../../ui/store.ts";
import type { Preferences } from "../preferences.ts";
import type { Session } from "../session.ts";
import type { Themes } from "../theming.ts";
import styles from "./dialogs.module.css";
import { isDeveloper } from "./developer.ts";
import type { DialogName } from "./dialog-name.ts";
import { PALETTE_KEYS } from "./hotkeys.ts";

export interface DialogsProps {
  session: Session;
  name: DialogName | null;
  open(name: DialogName | null): void;
  preferences: OwnStore<Preferences>;
  themes: Themes;
  wide: boolean;
}

/** The dialogs of the frame: those the viewer opened, and those that something went wrong opened. */
export function Dialogs(props: DialogsProps): ReactNode {
  const { session, name, open } = props;
  const close = () => open(null);
  return (
    <>
      <CompileError session={session} />
      <ConnectionError session={session} />
      <MissingPage session={session} />
      {name === "settings" && <Settings {...props} onClose={close} />}
      {name === "about" && <About session={session} onClose={close} />}
      {name === "shortcuts" && <Shortcuts session={session} onClose={close} />}
      {name === "clearCache" && <ClearCache session={session} onClose={close} />}
    </>
  );
}

function CompileError({ session }: { session: Session }): ReactNode {
  const error = useStore(session.compileError);
  const [hidden, hide] = useState<object | null>(null);
  if (!error || hidden === error) return null;
  return (
    <Dialog title={t("compileError")} size="large" onClose={() => hide(error)} testid="stCompileError">
      <div className={styles.error}>
        <ErrorReportView error={error} />
      </div>
      <p className={styles.detail}>{t("compileErrorDetail")}</p>
    </Dialog>
  );
}

const FAILURES = 6;

function ConnectionError({ session }: { session: Session }): ReactNode {
  const { phase, failures } = useStore(session.link);
  const [hidden, hide] = useState(false);
  const failed = phase === "lost" && failures >= FAILURES;
  useEffect(() => {
    if (phase === "live") hide(false);
  }, [phase]);
  if (!failed || hidden) return null;
  return (
    <Dialog
      title={t("connectionError")}
      onClose={() => hide(true)}
      testid="stConnectionError"
      footer={
        <Button kind="primary" onClick={session.retry}>
          {t("tryNow")}
        </Button>
      }
    >
      {t("connectionErrorDetail")}
    </Dialog>
  );
}

function MissingPage({ session }: { session: Session }): ReactNode {
  const page = useStore(session.missingPage);
  if (page === null) return null;
  return (
    <Dialog title={t("pageNotFound")} onClose={() => session.missingPage.set(null)} testid="stPageNotFound">
      {t("pageNotFoundDetail", { page })}
    </Dialog>
  );
}

function ClearCache({ session, onClose }: { session: Session; onClose(): void }): ReactNode {
  const clear = () => {
    session.clearCache();
    onClose();
  };
  return (
    <Dialog
      title={t("clearCache")}
      onClose={onClose}
      testid="stClearCacheDialog"
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          {/* The one thing this dialog is for */}
          <Button kind="primary" data-first-focus onClick={clear}>
            {t("clearCache")}
          </Button>
        </>
      }
    >
      <p>{t("clearCacheQuestion")}</p>
      <p className={styles.detail}>{t("clearCacheDetail")}</p>
    </Dialog>
  );
}

function About({ session, onClose }: { session: Session; onClose(): void }): ReactNode {
  const { menu } = useStore(session.pageConfig);
  return (
    <Dialog title={t("about")} onClose={onClose} testid="stAboutDialog">
      {menu?.about && <Markdown source={menu.about} />}
      <p className={styles.detail}>
        <strong>{t("madeWith")}</strong> · {t("aboutDetail")}
      </p>
    </Dialog>
  );
}

function Shortcuts({ session, onClose }: { session: Session; onClose(): void }): ReactNode {
  const { toolbarMode } = useStore(session.config);
  const rows: [string, string][] = [["r", t("shortcutRerun")]];
  if (isDeveloper(toolbarMode)) rows.push(["c", t("shortcutClear")]);
  rows.push([PALETTE_KEYS, t("shortcutCommands")], ["?", t("shortcutList")]);
  rows.push(["enter", t("shortcutApply")], ["esc", t("shortcutClose")]);
  return (
    <Dialog title={t("shortcuts")} onClose={onClose} testid="stShortcutsDialog">
      <dl className={styles.keys}>
        {rows.map(([key, meaning]) => (
          <div key={key}>
            <dt>{meaning}</dt>
            <dd>
              <kbd>{showShortcut(key)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function Settings(props: DialogsProps & { onClose(): void }): ReactNode {
  const { session, open, preferences, themes, wide, onClose } = props;
  const config = useStore(session.config);
  const select = useId();
  const choices: [NonNullable<Preferences["theme"]>, string][] = [
    ["system", t("themeSystem")],
    ["light", t("themeLight")],
    ["dark", t("themeDark")],
  ];
  if (themes.custom) choices.push(["custom", t("themeCustom")]);
  const change = (some: Partial<Preferences>) => preferences.set((all) => ({ ...all, ...some }));
  const developer = isDeveloper(config.toolbarMode);
  return (
    <Dialog title={t("settings")} onClose={onClose} testid="stSettingsDialog">
      <section className={styles.group}>
        <h3>{t("appearance")}</h3>
        <label htmlFor={select} className={styles.field}>
          <span>{t("theme")}</span>
          <select id={select} value={themes.choice} onChange={(event) => change({ theme: event.target.value as "system" })}>
            {choices.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <Switch label={t("wideMode")} detail={t("wideModeDetail")} on={wide} set={(value) => change({ wide: value })} />
        {developer && (
          <Button small className={styles.edit} onClick={() => open("themeEditor")}>
            {t("themeEditor")}
          </Button>
        )}
      </section>
      {config.allowRunOnSave && developer && (
        <section className={styles.group}>
          <h3>{t("development")}</h3>
          <Switch label={t("runOnSave")} detail={t("runOnSaveDetail")} on={config.runOnSave} set={session.runOnSave} />
        </section>
      )}
    </Dialog>
  );
}

function Switch(props: { label: string; detail: string; on: boolean; set(value: boolean): void }): ReactNode {
  const detail = useId();
  return (
    <label className={styles.switch}>
      <span>
        {props.label}
        <small id={detail}>{props.detail}</small>
      </span>
      <input type="checkbox" role="switch" checked={props.on} aria-describedby={detail} onChange={(event) => props.set(event.target.checked)} />
    </label>
  );
}
