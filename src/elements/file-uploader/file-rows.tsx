import { type ReactNode, useState } from "react";
import type { UploadRef } from "../../protocol/messages.ts";
import { fileSize } from "../../ui/file-size.ts";
import { Glyph } from "../../ui/glyphs.tsx";
import { Icon } from "../../ui/icon.tsx";
import { t } from "../../ui/messages.ts";
import type { Sending } from "../../ui/uploads.ts";
import styles from "./file-uploader.module.css";

const PER_PAGE = 3;

interface FileRowsProps {
  files: readonly UploadRef[];
  sending: readonly Sending[];
  disabled: boolean;
  remove(file: UploadRef): void;
  cancel(id: number): void;
}

/** Files that have arrived, are on their way, or did not get through; the newest first, three at a time. */
export function FileRows({ files, sending, disabled, remove, cancel }: FileRowsProps): ReactNode {
  const rows = [
    ...sending.toReversed().map((one) => <SendingRow key={one.id} sending={one} cancel={cancel} />),
    ...files.toReversed().map((file) => <FileRow key={file.upload} file={file} disabled={disabled} remove={remove} />),
  ];
  const [wanted, setPage] = useState(0);
  const pages = Math.ceil(rows.length / PER_PAGE);
  const page = Math.min(wanted, Math.max(0, pages - 1));
  if (rows.length === 0) return null;
  return (
    <>
      <ul className={styles.rows} aria-label={t("uploadedFiles")}>
        {rows.slice(page * PER_PAGE, (page + 1) * PER_PAGE)}
      </ul>
      {pages > 1 && (
        <div className={styles.pages} data-testid="stFileUploaderPagination">
          <small role="status">{t("filesShown", { page: page + 1, pages })}</small>
          <button type="button" className={styles.act} aria-label={t("previousFiles")} disabled={page === 0} onClick={() => setPage(page - 1)}>
            <Icon icon=":material/chevron_left:" />
          </button>
          <button type="button" className={styles.act} aria-label={t("nextFiles")} disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
            <Icon icon=":material/chevron_right:" />
          </button>
        </div>
      )}
    </>
  );
}

function FileRow({ file, disabled, remove }: { file: UploadRef; disabled: boolean; remove(file: UploadRef): void }): ReactNode {
  return (
    <li className={styles.row} data-testid="stFileUploaderFile">
      <Icon icon=":material/draft:" className={styles.sheet} />
      <span className={styles.name} title={file.name} data-testid="stFileUploaderFileName">
        {file.name}
      </span>
      <small className={styles.size}>{fileSize(file.size)}</small>
      <span data-testid="stFileUploaderDeleteBtn">
        <button type="button" className={styles.act} aria-label={t("removeFile", { name: file.name })} disabled={disabled} onClick={() => remove(file)}>
          <Glyph name="close" size={1.125} />
        </button>
      </span>
    </li>
  );
}

function SendingRow({ sending, cancel }: { sending: Sending; cancel(id: number): void }): ReactNode {
  const { id, name, size, progress, error } = sending;
  const failed = error !== undefined;
  return (
    <li className={styles.row} data-testid="stFileUploaderFile" data-failed={failed || undefined}>
      {failed ? <Icon icon=":material/error:" className={styles.sheet} /> : <Icon icon="spinner" className={styles.sheet} />}
      <span className={styles.name} title={name} data-testid="stFileUploaderFileName">
        {name}
      </span>
      {failed ? (
        <small className={styles.error} data-testid="stFileUploaderFileErrorMessage">
          {error}
        </small>
      ) : (
        <small className={styles.size}>{fileSize(size)}</small>
      )}
      <span data-testid="stFileUploaderDeleteBtn">
        <button type="button" className={styles.act} aria-label={t(failed ? "removeFile" : "cancelUpload", { name })} onClick={() => cancel(id)}>
          <Glyph name="close" size={1.125} />
        </button>
      </span>
      {!failed && (
        <span
          className={styles.progress}
          role="progressbar"
          aria-label={t("uploadingFile", { name })}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(progress * 100)}
        >
          <span style={{ width: `${progress * 100}%` }} />
        </span>
      )}
    </li>
  );
}
