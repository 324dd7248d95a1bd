import { type ReactNode, useId, useRef, useState } from "react";
import { Box } from "../../ui/box.tsx";
import { Button as NativeButton } from "../../ui/button.tsx";
import { Glyph } from "../../ui/glyphs.tsx";
import { Icon } from "../../ui/icon.tsx";
import { classes } from "../../ui/key-class.ts";
import { InlineMarkdown, Markdown } from "../../ui/markdown/markdown.tsx";
import { Menu } from "../../ui/menu.tsx";
import { t } from "../../ui/messages.ts";
import { useTooltip } from "../../ui/tooltip.tsx";
import { type ViewProps, view } from "../../ui/view.ts";
import looks from "../button/button.module.css";
import type { MenuButton } from "./menu-button.ts";
import styles from "./menu-button.module.css";

function MenuButtonView({ node, props, trigger, disabled }: ViewProps<typeof MenuButton>): ReactNode {
  const { label, options, type, icon, help, width, wrap } = props;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const tooltip = useTooltip<HTMLSpanElement>(!open && help && <Markdown source={help} />);
  const entries = options.map((option, at) => ({ label: <InlineMarkdown source={option} links={false} />, onSelect: () => trigger(at) }));
  const none = { label: t("noOptions"), onSelect() {}, disabled: true };
  return (
    <Box node={node} className={looks.box}>
      <span {...tooltip.props} className={looks.anchor}>
        <NativeButton
          ref={button}
          id={id}
          kind={type}
          stretch={width !== undefined && width !== "content"}
          disabled={disabled}
          testid="stMenuButtonButton"
          aria-haspopup="menu"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown") return;
            event.preventDefault();
            setOpen(true);
          }}
        >
          {icon && <Icon icon={icon} />}
          <span className={wrap === false ? looks.oneLine : undefined}>
            <InlineMarkdown source={label} links={false} />
          </span>
          <span className={classes(styles.arrow, open && styles.turned)}>
            <Glyph name="down" size={1} />
          </span>
        </NativeButton>
      </span>
      {tooltip.bubble}
      {open && !disabled && (
        <Menu
          anchor={button}
          entries={entries.length > 0 ? entries : [none]}
          onClose={() => setOpen(false)}
          label={label}
          align="start"
          testid="stMenuButtonMenu"
        />
      )}
    </Box>
  );
}

export const menuButtonView = view<typeof MenuButton>("menuButton", MenuButtonView);
