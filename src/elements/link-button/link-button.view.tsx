import { type ReactNode, useRef } from "react";
import { Box } from "../../ui/box.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { showShortcut, useShortcut } from "../../ui/hooks.ts";
import { Icon } from "../../ui/icon.tsx";
import { InlineMarkdown, Markdown } from "../../ui/markdown/markdown.tsx";
import { useTooltip } from "../../ui/tooltip.tsx";
import { type ViewProps, view } from "../../ui/view.ts";
import looks from "../button/button.module.css";
import type { LinkButton } from "./link-button.ts";
import styles from "./link-button.module.css";

/** Looks like a button and is a link, so that it can be copied and opened where the person likes. */
function LinkButtonView({ node, props, trigger, disabled }: ViewProps<typeof LinkButton>): ReactNode {
  const { label, url, type, icon, iconPosition, help, width, shortcut, wrap } = props;
  const off = disabled || props.disabled === true;
  const own = useRef<HTMLAnchorElement>(null);
  const tooltip = useTooltip<HTMLSpanElement>(help && <Markdown source={help} />);
  useShortcut(shortcut, () => own.current?.click(), !off);
  const disabledLink = off ? { role: "link", "aria-disabled": true as const } : {};
  return (
    <Box node={node} className={looks.box}>
      <span {...tooltip.props} className={looks.anchor}>
        <a
          ref={own}
          {...disabledLink}
          href={off ? undefined : url}
          target="_blank"
          rel="noopener noreferrer"
          className={buttonClass(type, { stretch: width !== undefined && width !== "content", className: off ? styles.off : undefined })}
          data-testid={`stBaseLinkButton-${type}`}
          onClick={() => !off && trigger(true)}
        >
          {icon && iconPosition !== "right" && <Icon icon={icon} />}
          <span className={wrap === false ? looks.oneLine : undefined}>
            <InlineMarkdown source={label} links={false} />
          </span>
          {icon && iconPosition === "right" && <Icon icon={icon} />}
          {shortcut && <kbd className={looks.shortcut}>{showShortcut(shortcut)}</kbd>}
        </a>
      </span>
      {tooltip.bubble}
    </Box>
  );
}

export const linkButtonView = view<typeof LinkButton>("linkButton", LinkButtonView);
