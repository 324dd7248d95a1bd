import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import styles from "./icon-button.module.css";
import { type MessageName, t } from "./messages.ts";

/** A button that shows only a Material icon; its name is read aloud and in its tooltip. `strong` fills it with the primary colour. */
export function IconButton(props: { name: MessageName; icon: string; testid: string; disabled?: boolean; strong?: boolean; act(): void }): ReactNode {
  const { name, icon, testid, disabled, strong, act } = props;
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={t(name)}
      title={t(name)}
      disabled={disabled}
      data-strong={strong || undefined}
      onClick={act}
      data-testid={testid}
    >
      <Icon icon={`:material/${icon}:`} />
    </button>
  );
}
