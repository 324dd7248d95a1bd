import { type ReactNode, useEffect, useRef, useState } from "react";
import { Box } from "../../ui/box.tsx";
import { Glyph } from "../../ui/glyphs.tsx";
import { t } from "../../ui/messages.ts";
import { usePage } from "../../ui/page.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Pagination } from "./pagination.ts";
import styles from "./pagination.module.css";
import { visiblePages } from "./visible-pages.ts";

/** Pixels of one place in the bar, gap included: two digits and more are wider. */
const SLOT = 36;
const DIGIT = 8;

function PaginationView({ node, props, value, setValue, disabled }: ViewProps<typeof Pagination>): ReactNode {
  const { pages, most, width } = props;
  const current = value ?? 1;
  const own = useRef<HTMLElement>(null);
  const slot = SLOT + Math.max(0, String(pages).length - 2) * DIGIT;
  const room = useRoom(own, slot) - 2;
  const page = usePage();
  const go = (to: number) => {
    setValue(to);
    page.announce(t("pageOf", { page: to, pages }));
  };
  const slots = most === 0 ? [] : visiblePages(pages, current, Math.min(most ?? pages, room));
  const isTight = most !== 0 && slots.length > room;
  return (
    <Box node={node}>
      <nav ref={own} aria-label={t("pagination")} className={styles.bar} data-stretch={(width !== undefined && width !== "content") || undefined}>
        <Arrow name="previousPage" testid="stPaginationPrev" disabled={disabled || current <= 1} onClick={() => go(current - 1)} />
        {isTight ? (
          <span className={styles.place} aria-hidden="true">{`${current} / ${pages}`}</span>
        ) : (
          slots.map((number, at) =>
            number === null ? (
              <span key={`gap${at}`} className={styles.gap} aria-hidden="true" data-testid="stPaginationEllipsis">
                …
              </span>
            ) : (
              <button
                key={number}
                type="button"
                className={styles.page}
                aria-label={t("pageNumber", { page: number })}
                aria-current={number === current ? "page" : undefined}
                data-testid={`stPaginationPage${number === current ? "Active" : ""}`}
                disabled={disabled}
                onClick={() => number !== current && go(number)}
              >
                {number}
              </button>
            ),
          )
        )}
        <Arrow name="nextPage" testid="stPaginationNext" disabled={disabled || current >= pages} onClick={() => go(current + 1)} />
      </nav>
    </Box>
  );
}

function Arrow({ name, ...props }: { name: "previousPage" | "nextPage"; testid: string; disabled: boolean; onClick(): void }): ReactNode {
  const { testid, disabled, onClick } = props;
  return (
    <button type="button" className={styles.page} aria-label={t(name)} data-testid={testid} disabled={disabled} onClick={onClick}>
      <Glyph name="down" size={1.125} className={name === "nextPage" ? styles.next : styles.previous} />
    </button>
  );
}

/** How many places the width of the parent has; follows its changes. */
function useRoom(own: { current: HTMLElement | null }, slot: number): number {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY);
  useEffect(() => {
    const box = own.current?.parentElement;
    const parent = box?.parentElement;
    if (!box || !parent) return undefined;
    const measure = () => {
      const fixed = box.dataset.width === "fixed" || box.dataset.width === "stretch";
      setRoom(Math.floor((fixed ? box : parent).clientWidth / slot));
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(parent);
    sizes.observe(box);
    return () => sizes.disconnect();
  }, [own, slot]);
  return room;
}

export const paginationView = view<typeof Pagination>("pagination", PaginationView);
