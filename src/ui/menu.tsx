import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from "react";
import styles from "./menu.module.css";
import { Popover } from "./popover.tsx";

export type MenuEntry =
  | { label: ReactNode; onSelect(): void; hint?: string; href?: undefined; testid?: string; disabled?: boolean }
  | { label: ReactNode; href: string; hint?: string; onSelect?: undefined; testid?: string; disabled?: undefined }
  | "separator";

/** A menu of actions below its button: arrows, Home, End and letters move; Enter and Space choose. */
export function Menu(props: {
  anchor: RefObject<HTMLElement | null>;
  entries: MenuEntry[];
  onClose(): void;
  label: string;
  testid?: string;
  align?: "start" | "center" | "end";
}): ReactNode {
  const { anchor, entries, onClose, label, testid, align = "end" } = props;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // After the popover's own effect: a hidden element takes no focus.
    const frame = requestAnimationFrame(() => items(list.current)[0]?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const choose = (entry: Exclude<MenuEntry, "separator">) => {
    onClose();
    anchor.current?.focus();
    entry.onSelect?.();
  };
  return (
    <Popover anchor={anchor} onClose={onClose} align={align} {...(testid ? { testid } : {})}>
      <ul ref={list} role="menu" aria-label={label} className={styles.menu} onKeyDown={(event) => move(event, list.current, onClose)}>
        {entries.map((entry, index) =>
          entry === "separator" ? (
            // Separators have no name.
            <li key={index} role="separator" className={styles.separator} />
          ) : (
            // The entries of an open menu stay in place.
            <li key={index} role="none">
              {entry.href === undefined ? (
                <button
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  className={styles.item}
                  data-testid={entry.testid}
                  disabled={entry.disabled}
                  onClick={() => choose(entry)}
                >
                  <span>{entry.label}</span>
                  {entry.hint && <kbd className={styles.hint}>{entry.hint}</kbd>}
                </button>
              ) : (
                <a role="menuitem" tabIndex={-1} className={styles.item} href={entry.href} target="_blank" rel="noopener noreferrer" onClick={onClose}>
                  <span>{entry.label}</span>
                </a>
              )}
            </li>
          ),
        )}
      </ul>
    </Popover>
  );
}

function items(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)') ?? [])];
}

function move(event: KeyboardEvent, list: HTMLElement | null, onClose: () => void): void {
  const all = items(list);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const go = (index: number) => {
    event.preventDefault();
    all[(index + all.length) % all.length]?.focus();
  };
  if (event.key === "ArrowDown") go(at + 1);
  else if (event.key === "ArrowUp") go(at - 1);
  else if (event.key === "Home") go(0);
  else if (event.key === "End") go(all.length - 1);
  else if (event.key === "Tab") onClose();
  else if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey) {
    const letter = event.key.toLowerCase();
    const after = [...all.slice(at + 1), ...all.slice(0, at + 1)];
    after.find((item) => item.textContent?.trim().toLowerCase().startsWith(letter))?.focus();
    event.stopPropagation();
  }
}
