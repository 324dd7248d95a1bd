import type { ReactNode } from "react";
import type { Kind } from "../../protocol/kind.ts";
import { Box } from "../../ui/box.tsx";
import { Button as NativeButton } from "../../ui/button.tsx";
import { cutTitle } from "../../ui/cut-title.ts";
import { useFormButton } from "../../ui/forms.ts";
import { showShortcut, useShortcut } from "../../ui/hooks.ts";
import { Icon } from "../../ui/icon.tsx";
import { InlineMarkdown, Markdown } from "../../ui/markdown/markdown.tsx";
import { useTooltip } from "../../ui/tooltip.tsx";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Button, ButtonProps } from "./button.ts";
import styles from "./button.module.css";

/** Also the picture of a form's submit button. */
export function ButtonView({ node, props, trigger, disabled }: ViewProps<Kind<string, ButtonProps, boolean>>): ReactNode {
  const { label, type, icon, iconPosition, help, width, shortcut, wrap, widget } = props;
  const form = useFormButton(widget, disabled);
  const off = disabled || form.busy;
  const tooltip = useTooltip<HTMLSpanElement>(help && <Markdown source={help} />);
  useShortcut(shortcut, () => trigger(true), !off);
  return (
    <Box node={node} className={styles.box}>
      <span {...tooltip.props} className={styles.anchor}>
        <NativeButton
          kind={type}
          stretch={width !== undefined && width !== "content"}
          disabled={off}
          testid={`stBaseButton-${type}`}
          {...(shortcut ? { "aria-keyshortcuts": shortcut.replace(/^(ctrl|cmd|mod)\+/i, "Control+") } : {})}
          onClick={() => trigger(true)}
        >
          {icon && iconPosition !== "right" && <Icon icon={icon} />}
          <span {...(wrap === false && !help ? cutTitle : {})} className={wrap === false ? styles.oneLine : undefined}>
            <InlineMarkdown source={label} links={false} />
          </span>
          {icon && iconPosition === "right" && <Icon icon={icon} />}
          {shortcut && <kbd className={styles.shortcut}>{showShortcut(shortcut)}</kbd>}
        </NativeButton>
      </span>
      {tooltip.bubble}
    </Box>
  );
}

export const buttonView = view<typeof Button>("button", ButtonView);
