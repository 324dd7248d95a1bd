import { Box } from "../../ui/box.tsx";
import { Icon } from "../../ui/icon.tsx";
import { InlineMarkdown, Markdown } from "../../ui/markdown/markdown.tsx";
import { useTooltip } from "../../ui/tooltip.tsx";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Badge } from "./badge.ts";
import styles from "./badge.module.css";

function BadgeView({ node, props }: ViewProps<typeof Badge>) {
  const { label, color, icon, help } = props;
  const tooltip = useTooltip<HTMLSpanElement>(help && <Markdown source={help} />, { explains: true });
  return (
    <Box node={node} className={styles.box}>
      <span {...tooltip.props} className={styles.badge} data-color={color} tabIndex={help ? 0 : undefined} data-testid="stMarkdownBadge">
        {icon && <Icon icon={icon} className={styles.icon} />}
        <InlineMarkdown source={label} />
      </span>
      {tooltip.bubble}
    </Box>
  );
}

export const badgeView = view<typeof Badge>("badge", BadgeView, { testid: "stMarkdown" });
