import createPurifier from "dompurify";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { createParser } from "./parser.ts";
import styles from "./markdown.module.css";
import { t } from "../messages.ts";
import { directiveKind } from "./rules.ts";

const purifier = createPurifier(window);
purifier.addHook("afterSanitizeAttributes", (node) => {
  if (node.tagName !== "A" || node.getAttribute("href")?.startsWith("#")) return;
  node.setAttribute("target", "_blank");
  node.setAttribute("rel", "noopener noreferrer");
});

const parser = createParser({ html: true });
const escapeHtml = parser.utils.escapeHtml;
parser.renderer.rules.directive_open = (tokens, index) => {
  const found = directiveKind(tokens[index]?.info ?? "");
  return `<span class="rv-colored ${styles[found?.kind ?? "color"]}" data-color="${found?.color ?? ""}">`;
};
parser.renderer.rules.icon = (tokens, index) => `<span data-icon="${escapeHtml(tokens[index]?.content ?? "")}"></span>`;
parser.renderer.rules.emoji = (tokens, index) =>
  `<span data-emoji="${escapeHtml(tokens[index]?.content ?? "")}">:${escapeHtml(tokens[index]?.content ?? "")}:</span>`;
const math = (display: boolean) => (tokens: { content: string; info: string }[], index: number) => {
  const token = tokens[index];
  return `<span data-math="${display || token?.info === "display" ? "display" : "inline"}">${escapeHtml(token?.content ?? "")}</span>`;
};
parser.renderer.rules.footnote_ref = (tokens, index) => {
  const name = escapeHtml(tokens[index]?.content ?? "");
  return `<sup><a href="#fn-${name}">${name}</a></sup>`;
};
parser.renderer.rules.footnote_definition = (tokens, index) => {
  const name = escapeHtml(tokens[index]?.info ?? "");
  return `<p id="fn-${name}"><small>${name}. ${parser.renderInline(tokens[index]?.content ?? "")}</small></p>`;
};
parser.renderer.rules.task_box = (tokens, index) => {
  const isDone = tokens[index]?.info === "done";
  return `<input type="checkbox" class="${styles.box}" disabled${isDone ? " checked" : ""} aria-label="${escapeHtml(t(isDone ? "taskDone" : "taskOpen"))}">`;
};
parser.renderer.rules.math = math(false);
parser.renderer.rules.math_block = math(true);

/** Cleans HTML written by the author: scripts, handlers and dangerous addresses go, styles stay. */
export function sanitize(html: string): string {
  return purifier.sanitize(html, { FORCE_BODY: true, ADD_ATTR: ["target"] });
}

/** Markdown whose HTML takes effect, because the author asked for it. In a chunk of its own. */
export default function UnsafeHtml({ source, className }: { source: string; className: string }): ReactNode {
  const own = useRef<HTMLDivElement>(null);
  const html = useMemo(() => sanitize(parser.render(source)), [source]);
  // Runs again for new HTML.
  useEffect(() => {
    if (own.current) void enrich(own.current);
  }, [html]);
  // Sanitised above.
  return <div ref={own} className={className} data-testid="stMarkdownContainer" dangerouslySetInnerHTML={{ __html: html }} />;
}

async function enrich(root: HTMLElement): Promise<void> {
  for (const icon of root.querySelectorAll<HTMLElement>("[data-icon]")) {
    icon.textContent = icon.dataset.icon ?? "";
    icon.style.fontFamily = '"Material Symbols Rounded"';
    icon.setAttribute("translate", "no");
  }
  const emojis = root.querySelectorAll<HTMLElement>("[data-emoji]");
  if (emojis.length > 0) {
    const { nameToEmoji } = await import("gemoji");
    for (const emoji of emojis) emoji.textContent = nameToEmoji[emoji.dataset.emoji ?? ""] ?? emoji.textContent;
  }
  const formulas = root.querySelectorAll<HTMLElement>("[data-math]");
  if (formulas.length === 0) return;
  const [{ default: katex }] = await Promise.all([import("katex"), import("katex/dist/katex.min.css")]);
  for (const formula of formulas) {
    katex.render(formula.textContent ?? "", formula, { displayMode: formula.dataset.math === "display", throwOnError: false });
  }
}
