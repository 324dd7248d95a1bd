import { type CSSProperties, type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import { Box } from "../../ui/box.tsx";
import { isRightToLeft } from "../../ui/direction.ts";
import { InlineMarkdown } from "../../ui/markdown/markdown.tsx";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Kind } from "../../protocol/kind.ts";
import type { Tab, TabsProps } from "./tabs.ts";
import styles from "./tabs.module.css";

/** Where the script hears which tab is open, the strip stands at its place. */
type Tabs = Kind<"tabs", TabsProps, number>;

/** Which tab is open: known by its label, so that it stays open when others come and go. */
function useChosen(labels: readonly string[], start: number) {
  const [from, setFrom] = useState(start);
  const [chosen, setChosen] = useState({ label: labels[start] ?? "", at: start });
  if (from !== start) {
    setFrom(start);
    setChosen({ label: labels[start] ?? "", at: start });
  }
  const isThere = labels[chosen.at] === chosen.label;
  const found = isThere ? chosen.at : labels.indexOf(chosen.label);
  const at = found === -1 ? start : found;
  return { at, choose: (next: number) => setChosen({ label: labels[next] ?? "", at: next }) };
}

/** Keeps the line under the open tab, and the fades at the ends of a strip that scrolls. */
function useStrip(at: number, labels: readonly string[]) {
  const strip = useRef<HTMLDivElement>(null);
  const names = labels.join("\n");
  // Other labels have other widths.
  useLayoutEffect(() => {
    const element = strip.current;
    if (!element) return undefined;
    const measure = () => {
      const tab = element.querySelectorAll<HTMLElement>('[role="tab"]')[at];
      if (tab) {
        element.style.setProperty("--line-left", `${tab.offsetLeft}px`);
        element.style.setProperty("--line-width", `${tab.offsetWidth}px`);
      }
      // Below zero where texts run from right to left.
      const gone = Math.abs(element.scrollLeft);
      const [before, after] = [gone > 1, gone + element.clientWidth < element.scrollWidth - 1];
      const [left, right] = isRightToLeft() ? [after, before] : [before, after];
      element.dataset.fade = left && right ? "both" : left ? "left" : right ? "right" : "none";
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    for (const tab of element.querySelectorAll('[role="tab"]')) sizes.observe(tab);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, [at, names]);
  return strip;
}

function TabsView({ node, props, value, setValue, children }: ViewProps<Tabs>): ReactNode {
  const { labels, start = 0, height } = props;
  const told = (props.widget as unknown) !== undefined;
  const own = useChosen(labels, start);
  const at = told ? (value ?? start) : own.at;
  const choose = (next: number) => (told ? next !== at && setValue(next) : own.choose(next));
  const strip = useStrip(at, labels);
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    const last = labels.length - 1;
    const [on, back] = isRightToLeft() ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
    const targets: Record<string, number> = { [on as string]: at === last ? 0 : at + 1, [back as string]: at === 0 ? last : at - 1, Home: 0, End: last };
    const next = targets[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    choose(next);
    const tab = event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[next];
    tab?.focus({ preventScroll: true });
    tab?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const scrolls: CSSProperties | undefined = typeof height === "number" ? { height: `${height}px`, overflow: "auto" } : undefined;
  const { style: _, ...attributes } = node.attributes;
  return (
    <Box node={{ ...node, attributes: typeof height === "number" ? attributes : node.attributes }} className={styles.tabs}>
      <div ref={strip} className={styles.strip} role="tablist" onKeyDown={onKeyDown} data-testid="stTabList">
        {labels.map((label, i) => (
          <button
            // Labels may be equal.
            key={i}
            type="button"
            role="tab"
            id={`${id}t${i}`}
            className={styles.tab}
            aria-selected={i === at}
            aria-controls={`${id}p${i}`}
            tabIndex={i === at ? 0 : -1}
            data-testid="stTab"
            onClick={() => choose(i)}
          >
            <InlineMarkdown source={label} links={false} />
          </button>
        ))}
        <span className={styles.line} aria-hidden="true" />
      </div>
      {children.map((child, i) => (
        // A panel is the stop after its tab.
        <div
          key={child.key}
          role="tabpanel"
          id={`${id}p${i}`}
          aria-labelledby={`${id}t${i}`}
          hidden={i !== at}
          tabIndex={0}
          className={styles.panel}
          style={scrolls}
        >
          {child}
        </div>
      ))}
    </Box>
  );
}

function TabView({ node, children }: ViewProps<typeof Tab>): ReactNode {
  return (
    <Box node={node}>
      <div className="rv-block stVerticalBlock" data-testid="stVerticalBlock" data-direction="vertical">
        {children}
      </div>
    </Box>
  );
}

export const tabsView = view<Tabs>("tabs", TabsView);
export const tabView = view<typeof Tab>("tab", TabView, { testid: "stTabPanel" });
