import type { ReactNode } from "react";
import type { UploadRef } from "../../protocol/messages.ts";
import { fileSize } from "../../ui/file-size.ts";
import { Glyph } from "../../ui/glyphs.tsx";
import { Icon } from "../../ui/icon.tsx";
import { t } from "../../ui/messages.ts";
import type { Sending } from "../../ui/uploads.ts";
import styles from "./chat.module.css";

interface FileChipsProps {
  files: readonly UploadRef[];
  sending: readonly Sending[];
  remove(file: UploadRef): void;
  cancel(id: number): void;
}

/** Files that will go with the message. */
export function FileChips({ files, sending, remove, cancel }: FileChipsProps): ReactNode {
  if (files.length === 0 && sending.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t("uploadedFiles")}>
      {files.map((file) => (
        <Chip
          key={file.upload}
          name={file.name}
          note={fileSize(file.size)}
          icon=":material/draft:"
          act={t("removeFile", { name: file.name })}
          drop={() => remove(file)}
        />
      ))}
      {sending.map(({ id, name, progress, error }) => (
        <Chip
          key={id}
          name={name}
          note={error ?? `${Math.round(progress * 100)} %`}
          icon={error === undefined ? "spinner" : ":material/error:"}
          failed={error !== undefined}
          act={t(error === undefined ? "cancelUpload" : "removeFile", { name })}
          drop={() => cancel(id)}
        />
      ))}
    </ul>
  );
}

function Chip(props: { name: string; note: string; icon: string; failed?: boolean; act: string; drop(): void }): ReactNode {
  const { name, note, icon, failed, act, drop } = props;
  return (
    <li className={styles.chip} data-failed={failed || undefined} data-testid="stFileChip">
      <Icon icon={icon} />
      <span className={styles.chipName} title={name}>
        {name}
      </span>
      <small>{note}</small>
      <button type="button" className={styles.chipAct} aria-label={act} onClick={drop} data-testid="stFileChipDeleteBtn">
        <Glyph name="close" size={1} />
      </button>
    </li>
  );
}
