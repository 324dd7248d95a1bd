import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { t } from "../../ui/messages.ts";
import styles from "./datetime-input.module.css";

/** Times of a day to pick from; arrows, Home and End move, Enter and Space choose. */
export function TimeList(props: {
  times: readonly string[];
  chosen: string | undefined;
  isOutside(time: string): boolean;
  onPick(time: string): void;
}): ReactNode {
  const { times, chosen, isOutside, onPick } = props;
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const nearest = chosen === undefined ? times.findIndex((time) => !isOutside(time)) : times.findLastIndex((time) => time <= chosen);
  const [moved, setMoved] = useState<number | null>(null);
  const active = moved ?? Math.max(0, nearest);
  useEffect(() => {
    // After the popover's own effect: what is hidden cannot scroll.
    const frame = requestAnimationFrame(() => list.current?.children[active]?.scrollIntoView({ block: moved === null ? "center" : "nearest" }));
    return () => cancelAnimationFrame(frame);
  }, [active, moved]);
  const pick = (at: number) => {
    const time = times[at];
    if (time === undefined || isOutside(time)) return;
    setMoved(null);
    onPick(time);
  };
  const onKey = (event: KeyboardEvent) => {
    const last = times.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 8,
      PageUp: active - 8,
      Home: 0,
      End: last,
    };
    const to = moves[event.key];
    if (to !== undefined) setMoved(Math.min(last, Math.max(0, to)));
    else if (event.key === "Enter" || event.key === " ") pick(active);
    else return;
    event.preventDefault();
  };
  return (
    <ul ref={list} role="listbox" aria-label={t("timeOfDay")} tabIndex={0} aria-activedescendant={`${id}${active}`} className={styles.times} onKeyDown={onKey}>
      {times.map((time, at) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list has the focus and the keys
        <li
          key={time}
          id={`${id}${at}`}
          role="option"
          aria-selected={time === chosen}
          aria-disabled={isOutside(time) || undefined}
          data-active={at === active || undefined}
          className={styles.time}
          onClick={() => pick(at)}
        >
          {time}
        </li>
      ))}
    </ul>
  );
}
