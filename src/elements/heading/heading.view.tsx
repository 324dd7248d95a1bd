import { type ReactNode, use } from "react";
import type { Kind } from "../../protocol/kind.ts";
import { HeadingAnchor, slug } from "../../ui/anchor.tsx";
import { Box } from "../../ui/box.tsx";
import { Icon } from "../../ui/icon.tsx";
import { HelpIcon } from "../../ui/label.tsx";
import { InlineMarkdown } from "../../ui/markdown/markdown.tsx";
import { PlaceContext } from "../../ui/page.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import type { HeadingProps } from "./heading.ts";
import styles from "./heading.module.css";

type Heading = Kind<string, HeadingProps>;

/** The words of a heading without the marks around them. */
function words(body: string): string {
  return body
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/:material\/\w+:|:[a-z-]+(?=\[)|[[\]*`~$]/g, "")
    .replace(/(^|\W)_+|_+(?=\W|$)/g, "$1");
}

function HeadingView({ node, props }: ViewProps<Heading>): ReactNode {
  const { level, body, anchor, divider, help, icon, textAlignment, wrap } = props;
  const main = use(PlaceContext) === "main";
  const id = typeof anchor === "string" ? anchor : slug(words(body));
  const Tag = `h${level}` as "h1";
  return (
    <Box node={node} {...(textAlignment ? { style: { textAlign: textAlignment } } : {})}>
      <Tag id={id} className={styles.heading} data-wrap={wrap === false ? "false" : undefined}>
        {icon && <Icon icon={icon} className={styles.icon} />}
        <InlineMarkdown source={body} />
        {help && <HelpIcon help={help} />}
        {anchor !== false && main && <HeadingAnchor id={id} />}
      </Tag>
      {divider && <hr className={styles.divider} data-color={divider} data-testid="stHeadingDivider" aria-hidden="true" />}
    </Box>
  );
}

export const titleView = view<Heading>("title", HeadingView, { testid: "stHeading" });
export const headerView = view<Heading>("header", HeadingView, { testid: "stHeading" });
export const subheaderView = view<Heading>("subheader", HeadingView, { testid: "stHeading" });
