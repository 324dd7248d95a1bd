import type { MouseEvent, ReactNode } from "react";
import { Box } from "../../ui/box.tsx";
import { Icon } from "../../ui/icon.tsx";
import { InlineMarkdown, Markdown } from "../../ui/markdown/markdown.tsx";
import { usePage } from "../../ui/page.ts";
import { useTooltip } from "../../ui/tooltip.tsx";
import { type ViewProps, view } from "../../ui/view.ts";
import type { PageLink } from "./page-link.ts";
import styles from "./page-link.module.css";

/** A plain click stays in the app; anything else is left to the browser, which has a real address to follow. */
function PageLinkView({ node, props }: ViewProps<typeof PageLink>): ReactNode {
  const { label, icon, iconPosition, help, disabled, width, page, query, href, current } = props;
  const app = usePage();
  const tooltip = useTooltip<HTMLAnchorElement>(help && <Markdown source={help} />);
  const address = page === undefined ? href : app.href(page, query);
  const go = (event: MouseEvent) => {
    if (page === undefined || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    app.go(page, query ?? "");
  };
  const target = disabled
    ? { role: "link", "aria-disabled": true as const, tabIndex: help ? 0 : undefined }
    : { href: address, onClick: go, ...(page === undefined ? { target: "_blank", rel: "noreferrer" } : {}) };
  return (
    <Box node={node} className={styles.box}>
      <a
        {...tooltip.props}
        {...target}
        className={styles.link}
        data-stretch={width !== undefined && width !== "content" ? true : undefined}
        aria-current={current ? "page" : undefined}
        data-testid="stPageLink-NavLink"
      >
        {icon && iconPosition !== "right" && <Icon icon={icon} className={styles.icon} />}
        <span className={styles.label}>
          <InlineMarkdown source={label} links={false} />
        </span>
        {icon && iconPosition === "right" && <Icon icon={icon} className={styles.icon} />}
      </a>
      {tooltip.bubble}
    </Box>
  );
}

export const pageLinkView = view<typeof PageLink>("pageLink", PageLinkView);
