import { type FocusEvent, type KeyboardEvent, useState } from "react";

/**
 * A row of buttons that is one stop of the Tab key: arrows, Home and End move the focus inside.
 *
 * @param start - Place of the button that Tab comes to first.
 * @example const row = useRoving(0); <div {...row.props}>{all.map((one, at) => <button tabIndex={row.tabIndex(at)} />)}</div>
 */
export function useRoving(start: number) {
  const [focused, setFocused] = useState<number | null>(null);
  return {
    tabIndex: (at: number) => (at === (focused ?? start) ? 0 : -1),
    props: {
      onKeyDown(event: KeyboardEvent<HTMLElement>) {
        const all = buttonsOf(event.currentTarget);
        const at = all.indexOf(event.target as HTMLElement);
        const to = at < 0 || event.ctrlKey || event.metaKey || event.altKey ? undefined : target(event, at, all.length - 1);
        if (to === undefined) return;
        event.preventDefault();
        all[(to + all.length) % all.length]?.focus();
      },
      onFocus(event: FocusEvent<HTMLElement>) {
        const at = buttonsOf(event.currentTarget).indexOf(event.target);
        if (at >= 0) setFocused(at);
      },
      onBlur(event: FocusEvent<HTMLElement>) {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(null);
      },
    },
  };
}

const buttonsOf = (row: HTMLElement): HTMLElement[] => [...row.querySelectorAll("button")];

function target(event: KeyboardEvent<HTMLElement>, at: number, last: number): number | undefined {
  const forward = getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (event.key === forward || event.key === "ArrowDown") return at + 1;
  if (event.key === "ArrowRight" || event.key === "ArrowLeft" || event.key === "ArrowUp") return at - 1;
  if (event.key === "Home") return 0;
  return event.key === "End" ? last : undefined;
}
