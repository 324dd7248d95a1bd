import { type ReactNode, useState } from "react";
import styles from "./device-note.module.css";
import type { DeviceState } from "./device-state.ts";
import { Icon } from "./icon.tsx";
import { t } from "./messages.ts";

const WORDS = {
  camera: { icon: ":material/no_photography:", needed: "cameraNeeded", missing: "cameraMissing" },
  microphone: { icon: ":material/mic_off:", needed: "microphoneNeeded", missing: "microphoneMissing" },
} as const;

/** Says why a camera or microphone cannot be used, and what helps. */
export function DeviceNote({ of, state, retry, testid }: { of: keyof typeof WORDS; state: DeviceState; retry(): void; testid: string }): ReactNode {
  const [open, setOpen] = useState(false);
  const words = WORDS[of];
  const isMissing = state === "missing";
  return (
    <div className={styles.note} data-testid={testid}>
      <Icon icon={words.icon} className={styles.icon} />
      <p role={state === "asking" ? undefined : "alert"}>{t(isMissing ? words.missing : words.needed)}</p>
      {state === "insecure" && <p>{t("insecurePage")}</p>}
      {open && <p>{t("deviceHelp")}</p>}
      <p className={styles.acts}>
        {state === "denied" && (
          <button type="button" className={styles.link} aria-expanded={open} onClick={() => setOpen(!open)}>
            {t("howToAllow")}
          </button>
        )}
        {(state === "denied" || isMissing) && (
          <button type="button" className={styles.link} onClick={retry}>
            {t("tryAgain")}
          </button>
        )}
      </p>
    </div>
  );
}
