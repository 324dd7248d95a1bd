import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Icon } from "../../ui/icon.tsx";
import { matchOptions } from "../../ui/match-options.ts";
import { t } from "../../ui/messages.ts";
import styles from "./commands.module.css";

/** One thing the palette can do. */
export interface Command {
  group: string;
  label: string;
  hint?: string | undefined;
  icon?: string | undefined;
  run(): void;
}

/** Lists all that can be done or gone to; typing narrows it, Enter does it. */
export function CommandPalette({ commands, onClose }: { commands: Command[]; onClose(): void }): ReactNode {
  const own = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const found = matchOptions(
    commands.map(({ label }) => label),
    query,
    "fuzzy",
  ).map((place) => commands[place] as Command);
  const chosen = Math.min(at, found.length - 1);
  useModal(own);
  useEffect(() => {
    own.current?.querySelector(`[id="${CSS.escape(`${id}-${chosen}`)}"]`)?.scrollIntoView({ block: "nearest" });
  }, [chosen, id]);
  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    // After the focus has gone back to where it was.
    requestAnimationFrame(() => command.run());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = found.length - 1;
    const moves: Record<string, number> = { ArrowDown: chosen >= last ? 0 : chosen + 1, ArrowUp: chosen <= 0 ? last : chosen - 1, PageDown: last, PageUp: 0 };
    const next = moves[event.key];
    if (next !== undefined) setAt(next);
    else if (event.key === "Enter" && !event.nativeEvent.isComposing) run(found[chosen]);
    else if (event.key === "Escape" || event.key === "Tab") onClose();
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={own}
      className={styles.palette}
      aria-label={t("commands")}
      data-testid="stCommandPalette"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => event.target === own.current && onClose()}
    >
      <input
        className={styles.input}
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${id}-${chosen}` : undefined}
        aria-label={t("searchCommands")}
        placeholder={t("searchCommands")}
        spellCheck={false}
        autoComplete="off"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <Rows id={id} found={found} chosen={chosen} run={run} grouped={query.trim() === ""} />
    </dialog>
  );
}

function useModal(own: { current: HTMLDialogElement | null }): void {
  useEffect(() => {
    const element = own.current;
    const before = document.activeElement;
    if (element && !element.open) element.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [own]);
}

function Rows(props: { id: string; found: Command[]; chosen: number; grouped: boolean; run(command: Command): void }): ReactNode {
  const { id, found, chosen, grouped, run } = props;
  if (found.length === 0) {
    return (
      <p id={id} className={styles.none} role="status">
        {t("nothingFound")}
      </p>
    );
  }
  return (
    <ul id={id} role="listbox" aria-label={t("commands")} className={styles.rows}>
      {found.map((command, index) => [
        grouped && command.group !== found[index - 1]?.group && (
          <li key={command.group} role="presentation" className={styles.group}>
            {command.group}
          </li>
        ),
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are those of the field above, where the focus stays
        <li
          // Labels may be equal.
          key={`${command.group} ${index}`}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          className={styles.row}
          onClick={() => run(command)}
        >
          {command.icon && <Icon icon={command.icon} className={styles.icon} />}
          <span className={styles.label}>{command.label}</span>
          {command.hint ? <kbd className={styles.hint}>{command.hint}</kbd> : !grouped && <span className={styles.hint}>{command.group}</span>}
        </li>,
      ])}
    </ul>
  );
}
