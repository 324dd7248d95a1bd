import { type ReactNode, useState } from "react";
import type { ErrorReport } from "../../protocol/messages.ts";
import { Box } from "../../ui/box.tsx";
import { Button as NativeButton } from "../../ui/button.tsx";
import { showShortcut, useShortcut } from "../../ui/hooks.ts";
import { ErrorReportView } from "../../ui/error-report.tsx";
import { Icon } from "../../ui/icon.tsx";
import { InlineMarkdown, Markdown } from "../../ui/markdown/markdown.tsx";
import { t } from "../../ui/messages.ts";
import { usePage } from "../../ui/page.ts";
import { useTooltip } from "../../ui/tooltip.tsx";
import { type ViewProps, view } from "../../ui/view.ts";
import looks from "../button/button.module.css";
import type { DownloadButton } from "./download-button.ts";
import styles from "./download-button.module.css";

function DownloadButtonView({ node, props, trigger, disabled }: ViewProps<typeof DownloadButton>): ReactNode {
  const { label, type, icon, iconPosition, help, width, shortcut, wrap, deferred, quiet, widget } = props;
  const page = usePage();
  const [making, setMaking] = useState(false);
  const [error, setError] = useState<ErrorReport>();
  const press = () => {
    // Disabled, the button would lose the focus.
    if (making) return;
    setError(undefined);
    setMaking(deferred === true);
    void page.files.download(widget.id, deferred === true).then((failed) => {
      setMaking(false);
      setError(failed);
      if (failed) page.announce(`${failed.name}: ${failed.message}`);
    });
    if (!quiet) trigger(true);
  };
  useShortcut(shortcut, press, !disabled);
  const tooltip = useTooltip<HTMLSpanElement>(help && <Markdown source={help} />);
  const shown = making ? "spinner" : icon;
  return (
    <Box node={node} className={looks.box}>
      <span {...tooltip.props} className={looks.anchor}>
        <NativeButton
          kind={type}
          stretch={width !== undefined && width !== "content"}
          disabled={disabled}
          testid={`stBaseButton-${type}`}
          aria-busy={making || undefined}
          {...(shortcut ? { "aria-keyshortcuts": shortcut.replace(/^(ctrl|cmd|mod)\+/i, "Control+") } : {})}
          onClick={press}
        >
          {shown && iconPosition !== "right" && <Icon icon={shown} {...(making ? { label: t("downloading") } : {})} />}
          <span className={wrap === false ? looks.oneLine : undefined}>
            <InlineMarkdown source={label} links={false} />
          </span>
          {shown && iconPosition === "right" && <Icon icon={shown} />}
          {shortcut && <kbd className={looks.shortcut}>{showShortcut(shortcut)}</kbd>}
        </NativeButton>
      </span>
      {tooltip.bubble}
      {error && (
        <div className={styles.error} role="alert" data-testid="stDownloadButtonError">
          <ErrorReportView error={error} />
        </div>
      )}
    </Box>
  );
}

export const downloadButtonView = view<typeof DownloadButton>("downloadButton", DownloadButtonView);
