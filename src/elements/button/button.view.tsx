import type { ReactNode } from "react";
import type { Kind } from "../../protocol/kind.ts";
import { Box } from "../../ui/box.tsx";
import { Button, type ButtonKind } from "../../ui/button.tsx";
import { useFormButton } from "../../ui/forms.ts";
import { showShortcut, useShortcut } from "../../ui/hooks.ts";
import { Icon } from "../../ui/icon.tsx";
import { InlineMarkdown, Markdown } from "../../ui/markdown/markdown.tsx";
import { useTooltip } from "../../ui/tooltip.tsx";
import { type ViewProps, view, type WidgetFacts } from "../../ui/view.ts";
import styles from "./button.module.css";

interface ButtonProps {
  label: string;
  type: ButtonKind;
  icon?: string;
  help?: string;
  width?: "stretch" | "content" | number;
  shortcut?: string;
  widget: WidgetFacts;
}

type ButtonElement = Kind<"button", ButtonProps, boolean>;

function ButtonView({ node, props, trigger, disabled }: ViewProps<ButtonElement>): ReactNode {
  const { label, type, icon, help, width, shortcut, widget } = props;
  const form = useFormButton(widget, disabled);
  const off = disabled || form.busy;
  const tooltip = useTooltip<HTMLSpanElement>(help && <Markdown source={help} />);
  useShortcut(shortcut, () => trigger(true), !off);
  return (
    <Box node={node} className={styles.box}>
      <span {...tooltip.props} className={styles.anchor}>
        <Button
          kind={type}
          stretch={width !== undefined && width !== "content"}
          disabled={off}
          testid={`stBaseButton-${type}`}
          {...(shortcut ? { "aria-keyshortcuts": shortcut.replace(/^(ctrl|cmd|mod)\+/i, "Control+") } : {})}
          onClick={() => trigger(true)}
        >
          {icon && <Icon icon={icon} />}
          <span><InlineMarkdown source={label} links={false} /></span>
          {shortcut && <kbd className={styles.shortcut}>{showShortcut(shortcut)}</kbd>}
        </Button>
      </span>
      {tooltip.bubble}
    </Box>
  );
}

export const buttonView = view<ButtonElement>("button", ButtonView);
export const formSubmitButtonView = view<Kind<"formSubmitButton", ButtonProps, boolean>>("formSubmitButton", ButtonView as never);
