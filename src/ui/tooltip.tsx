import { type HTMLAttributes, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { keepNear, type Side } from "./float.ts";
import styles from "./tooltip.module.css";

/**
 * A bubble that explains a control on hover and focus. Spread `props` on the control and render `bubble` beside it.
 * @param content what the bubble says; nothing is shown while it is empty
 * @param explains true for what has no other use: a tap shows the bubble too, until one elsewhere
 */
export function useTooltip<E extends HTMLElement = HTMLElement>(
  content: ReactNode,
  { side = "top", explains = false }: { side?: Side; explains?: boolean } = {},
): { props: HTMLAttributes<E> & { ref: (element: E | null) => void }; bubble: ReactNode } {
  const id = useId();
  const anchor = useRef<E | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [open, setOpen] = useState(false);
  const has = Boolean(content);
  const later = (value: boolean, milliseconds: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(value), milliseconds);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const shown = open && has;
  return {
    props: {
      ref: (element) => {
        anchor.current = element;
      },
      ...(shown ? { "aria-describedby": id } : {}),
      ...(has && {
        onPointerEnter: (event) => event.pointerType === "mouse" && later(true, 150),
        onPointerLeave: () => later(false, 120),
        onFocus: (event) => event.currentTarget.matches(":focus-visible") && later(true, 0),
        onBlur: () => later(false, 0),
      }),
      ...(has && explains && { onClick: () => later(true, 0) }),
    },
    bubble: shown && (
      <Bubble id={id} anchor={() => anchor.current} side={side} stay={() => later(true, 0)} leave={() => later(false, 120)} close={() => setOpen(false)}>
        {content}
      </Bubble>
    ),
  };
}

function Bubble(props: {
  id: string;
  anchor: () => HTMLElement | null;
  side: Side;
  children: ReactNode;
  stay(): void;
  leave(): void;
  close(): void;
}): ReactNode {
  const { anchor, side, close } = props;
  const own = useRef<HTMLDivElement>(null);
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    const element = own.current;
    const target = anchor();
    if (!element || !target) return undefined;
    element.showPopover();
    const end = keepNear(target, element, { side, gap: 8 });
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && latest.current();
    const onPress = ({ target: at }: PointerEvent) => {
      if (at instanceof Node && !element.contains(at) && !target.contains(at)) latest.current();
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onPress);
    return () => {
      end();
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onPress);
    };
  }, [anchor, side]);
  return (
    <div
      ref={own}
      id={props.id}
      role="tooltip"
      popover="manual"
      className={styles.bubble}
      data-testid="stTooltipContent"
      onPointerEnter={props.stay}
      onPointerLeave={props.leave}
    >
      {props.children}
    </div>
  );
}
