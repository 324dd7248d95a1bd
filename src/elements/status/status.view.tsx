import type { ReactNode } from "react";
import { Glyph } from "../../ui/glyphs.tsx";
import { t } from "../../ui/messages.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import { Fold } from "../expander/expander.view.tsx";
import type { Status, StatusState } from "./status.ts";
import styles from "./status.module.css";

const WORDS = { running: "running", complete: "statusComplete", error: "statusError" } as const;
const HOOKS = { running: "stExpanderIconSpinner", complete: "stExpanderIconCheck", error: "stExpanderIconError" };

function StatusView({ node, props, children }: ViewProps<typeof Status>): ReactNode {
  const { label, state, expanded = false, type } = props;
  return (
    <Fold node={node} label={label} expanded={expanded} owner="" type={type} icon={<StateIcon state={state} />}>
      {children}
    </Fold>
  );
}

function StateIcon({ state }: { state: StatusState }): ReactNode {
  return (
    <span className={styles.icon} data-state={state} role="img" aria-label={t(WORDS[state])} data-testid={HOOKS[state]}>
      {state === "running" ? <span className={styles.ring} /> : <Glyph name={state === "complete" ? "check" : "error"} />}
    </span>
  );
}

export const statusView = view<typeof Status>("status", StatusView, { testid: "stExpander" });
