import type { ReactNode } from "react";
import { Box } from "../../ui/box.tsx";
import { Icon } from "../../ui/icon.tsx";
import { InlineMarkdown, Markdown } from "../../ui/markdown/markdown.tsx";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Failure, Info, Success, Warning } from "./alert.ts";
import styles from "./alert.module.css";

type Alert = typeof Failure | typeof Info | typeof Success | typeof Warning;

const LEVELS = { success: "Success", info: "Info", warning: "Warning", error: "Error" };

function AlertView({ node, props }: ViewProps<Alert>): ReactNode {
  const { body, icon, title } = props;
  const kind = node.kind as keyof typeof LEVELS;
  return (
    <Box node={node}>
      <div className={styles.alert} data-level={kind} role="alert" data-testid="stAlertContainer">
        {icon && <Icon icon={icon} className={styles.icon} />}
        <div className={styles.text} data-testid={`stAlertContent${LEVELS[kind]}`}>
          {title && (
            <p className={styles.title}>
              <InlineMarkdown source={title} />
            </p>
          )}
          <Markdown source={body} />
        </div>
      </div>
    </Box>
  );
}

const testid = "stAlert";
export const successView = view<typeof Success>("success", AlertView, { testid });
export const infoView = view<typeof Info>("info", AlertView, { testid });
export const warningView = view<typeof Warning>("warning", AlertView, { testid });
export const errorView = view<typeof Failure>("error", AlertView, { testid });
