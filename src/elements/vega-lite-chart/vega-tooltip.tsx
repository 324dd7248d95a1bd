import styles from "./vega.module.css";

interface PointerPlace {
  clientX: number;
  clientY: number;
}

/** Shows what a mark stands for beside the pointer. Returns Vega's handler and a function that takes the bubble away. */
export function createTooltip() {
  let bubble: HTMLElement | undefined;
  const hide = () => {
    bubble?.remove();
    bubble = undefined;
  };
  const show = (_handler: unknown, event: PointerPlace, _item: unknown, value: unknown) => {
    if (value === null || value === undefined || value === "") return hide();
    bubble ??= document.body.appendChild(document.createElement("div"));
    bubble.className = styles.tooltip as string;
    bubble.setAttribute("data-testid", "stVegaLiteChartTooltip");
    bubble.replaceChildren(content(value));
    const { width, height } = bubble.getBoundingClientRect();
    const left = event.clientX + 12 + width > window.innerWidth ? event.clientX - width - 12 : event.clientX + 12;
    const top = event.clientY + 12 + height > window.innerHeight ? event.clientY - height - 12 : event.clientY + 12;
    bubble.style.left = `${Math.max(4, left)}px`;
    bubble.style.top = `${Math.max(4, top)}px`;
  };
  return { show, hide };
}

function content(value: unknown): Node {
  if (typeof value !== "object" || value === null) return document.createTextNode(String(value));
  const list = document.createElement("dl");
  for (const [name, part] of Object.entries(value)) {
    const term = list.appendChild(document.createElement("dt"));
    term.textContent = name;
    const text = list.appendChild(document.createElement("dd"));
    text.textContent = typeof part === "object" && part !== null ? JSON.stringify(part) : String(part);
  }
  return list;
}
