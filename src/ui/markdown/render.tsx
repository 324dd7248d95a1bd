import { type ReactNode, Suspense } from "react";
import { late } from "../late.ts";
import { HeadingAnchor, slug } from "../anchor.tsx";
import { Icon } from "../icon.tsx";
import { classes } from "../key-class.ts";
import { CodeBlock } from "./code-block.tsx";
import { useEmoji } from "./emoji.ts";
import styles from "./markdown.module.css";
import type { Token } from "./parser.ts";
import { type FootnoteNumbers, FootnoteRef } from "./footnote-list.tsx";
import { directiveKind } from "./rules.ts";
import { t } from "../messages.ts";

const Formula = late(() => import("./math.tsx"));

/** How a piece of Markdown may look where it stands. */
export interface RenderOptions {
  /** Headings get ids and links. */
  anchors: boolean;
  /** False turns links to plain text, as in labels of buttons. */
  links: boolean;
  /** Numbers of the footnotes there are. */
  notes?: FootnoteNumbers | undefined;
}

interface Frame {
  token: Token | null;
  children: ReactNode[];
}

/** An attribute as text; the parser may hold numbers. */
const attribute = (token: Token, name: string) => String(token.attrGet(name) ?? "");

/** Draws tokens as React elements; nothing here ever becomes HTML by itself. */
export function renderTokens(tokens: Token[], options: RenderOptions): ReactNode[] {
  const stack: Frame[] = [{ token: null, children: [] }];
  for (const token of tokens) {
    const top = stack.at(-1) as Frame;
    if (token.nesting === 1) stack.push({ token, children: [] });
    else if (token.nesting === -1) {
      stack.pop();
      const parent = stack.at(-1) as Frame;
      if (top.token) parent.children.push(element(top.token, top.children, parent.children.length, options));
    } else if (token.type !== "inline" || token.content !== "") top.children.push(leaf(token, top.children.length, options));
  }
  return (stack[0] as Frame).children;
}

function leaf(token: Token, key: number, options: RenderOptions): ReactNode {
  switch (token.type) {
    case "inline":
      return <Inline key={key} token={token} options={options} />;
    case "text":
      return typographic(token.content);
    case "code_inline":
      return (
        <code key={key} className={styles.code}>
          {token.content}
        </code>
      );
    case "fence":
    case "code_block":
      return <CodeBlock key={key} code={token.content.replace(/\n$/, "")} language={token.info.trim().split(/\s+/)[0] ?? ""} />;
    case "softbreak":
      return "\n";
    case "hardbreak":
      return <br key={key} />;
    case "hr":
      return <hr key={key} className={styles.rule} />;
    case "image":
      return <img key={key} className={styles.image} src={attribute(token, "src")} alt={token.content} title={attribute(token, "title") || undefined} />;
    case "icon":
      return <Icon key={key} icon={`:material/${token.content}:`} label={t("iconNamed", { name: token.content.replaceAll("_", " ") })} />;
    case "emoji":
      return <Emoji key={key} name={token.content} />;
    case "task_box":
      return (
        <input
          key={key}
          type="checkbox"
          className={styles.box}
          checked={token.info === "done"}
          disabled
          readOnly
          aria-label={t(token.info === "done" ? "taskDone" : "taskOpen")}
        />
      );
    case "footnote_ref":
      return <FootnoteRef key={key} name={token.content} notes={options.notes} />;
    case "footnote_definition":
      return null;
    case "math":
    case "math_block":
      return (
        <Suspense key={key} fallback={<span className={styles.mathSource}>{token.content}</span>}>
          <Formula source={token.content} display={token.type === "math_block" || token.info === "display"} />
        </Suspense>
      );
    default:
      return token.content;
  }
}

function Inline({ token, options }: { token: Token; options: RenderOptions }): ReactNode {
  return renderTokens(token.children ?? [], options);
}

function Emoji({ name }: { name: string }): ReactNode {
  const names = useEmoji(true);
  const emoji = names?.[name];
  return emoji ? (
    <span role="img" aria-label={name.replaceAll("_", " ")}>
      {emoji}
    </span>
  ) : (
    `:${name}:`
  );
}

const SYMBOLS: Record<string, string> = { "<->": "↔", "->": "→", "<-": "←", "--": "—", ">=": "≥", "<=": "≤", "~=": "≈" };

/** Arrows and signs standing alone become their typographic form. */
export function typographic(text: string): string {
  return text.replace(/(^|\s)(<->|->|<-|--|>=|<=|~=)(?=\s|$)/g, (_, space: string, sign: string) => space + SYMBOLS[sign]);
}

function element(token: Token, children: ReactNode[], key: number, options: RenderOptions): ReactNode {
  switch (token.type) {
    case "paragraph_open":
      return token.hidden ? <span key={key}>{children}</span> : <p key={key}>{children}</p>;
    case "heading_open":
      return (
        <Heading key={key} token={token} options={options}>
          {children}
        </Heading>
      );
    case "link_open":
      return options.links ? (
        <Link key={key} href={attribute(token, "href")} title={attribute(token, "title")}>
          {children}
        </Link>
      ) : (
        <span key={key}>{children}</span>
      );
    case "directive_open":
      return (
        <Directive key={key} name={token.info}>
          {children}
        </Directive>
      );
    case "list_item_open":
      return (
        <li key={key} className={token.meta?.task ? "rv-task" : undefined}>
          {children}
        </li>
      );
    case "ordered_list_open":
      return (
        <ol key={key} start={Number(token.attrGet("start") ?? 1)}>
          {children}
        </ol>
      );
    case "table_open":
      return (
        <div key={key} className={styles.tableWrap}>
          <table>{children}</table>
        </div>
      );
    case "th_open":
    case "td_open": {
      // Nothing is the heading of nothing: a corner that was left empty, or a table without titles.
      const Cell = children.length === 0 ? "td" : (token.tag as "td" | "th");
      const align = /text-align:(\w+)/.exec(attribute(token, "style"))?.[1];
      return (
        <Cell key={key} style={align ? { textAlign: align as "left" } : undefined}>
          {children}
        </Cell>
      );
    }
    default: {
      const Tag = token.tag as "em";
      return <Tag key={key}>{children}</Tag>;
    }
  }
}

function Heading({ token, options, children }: { token: Token; options: RenderOptions; children: ReactNode[] }): ReactNode {
  const Tag = token.tag as "h1";
  if (!options.anchors) return <Tag>{children}</Tag>;
  const id = slug(plainText(children));
  return (
    <Tag id={id}>
      {children}
      <HeadingAnchor id={id} />
    </Tag>
  );
}

function plainText(children: ReactNode): string {
  if (typeof children === "string") return children;
  if (Array.isArray(children)) return children.map(plainText).join("");
  const props = (children as { props?: { children?: ReactNode; token?: Token } } | null)?.props;
  if (props?.token) return (props.token.children ?? []).map((token) => token.content).join("");
  return props?.children ? plainText(props.children) : "";
}

/** Links to other places open in a new tab and learn nothing of this one. */
export function Link({ href, title, children }: { href: string; title?: string | null; children: ReactNode }): ReactNode {
  const inside = href.startsWith("#");
  return (
    <a href={href} title={title ?? undefined} {...(inside ? {} : { target: "_blank", rel: "noopener noreferrer" })}>
      {children}
    </a>
  );
}

function Directive({ name, children }: { name: string; children: ReactNode[] }): ReactNode {
  const found = directiveKind(name);
  if (!found) return children;
  if (found.kind === "small") return <small className={styles.small}>{children}</small>;
  return (
    <span className={classes(styles[found.kind], "rv-colored")} data-color={found.color}>
      {children}
    </span>
  );
}
