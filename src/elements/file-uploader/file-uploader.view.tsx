import { type DragEvent, type ReactNode, useRef, useState } from "react";
import type { UploadRef } from "../../protocol/messages.ts";
import { Box } from "../../ui/box.tsx";
import { Button } from "../../ui/button.tsx";
import { type ChosenFile, chosenFrom, droppedFrom } from "../../ui/chosen-files.ts";
import { fileSize } from "../../ui/file-size.ts";
import { Icon } from "../../ui/icon.tsx";
import { isOfType } from "../../protocol/file-types.ts";
import { Label, useLabelled } from "../../ui/label.tsx";
import { t } from "../../ui/messages.ts";
import { usePage } from "../../ui/page.ts";
import { useUploads } from "../../ui/uploads.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import type { FileUploader, FileUploaderProps } from "./file-uploader.ts";
import { FileRows } from "./file-rows.tsx";
import styles from "./file-uploader.module.css";

const NO_FILES: UploadRef[] = [];

/** What a drop field of these props says, and how its button is called. */
function wordsFor(multiple: FileUploaderProps["multiple"]): { drop: string; browse: string } {
  if (multiple === "directory") return { drop: t("dropFolder"), browse: t("browseFolder") };
  return { drop: t(multiple ? "dropFiles" : "dropFile"), browse: t("browseFiles") };
}

/** Endings in capitals, media types as they are. */
function typeList(types: readonly string[] | undefined): string {
  return (types ?? []).map((type) => (type.startsWith(".") ? type.slice(1).toUpperCase() : type)).join(", ");
}

function FileUploaderView({ node, props, value = NO_FILES, setValue, disabled }: ViewProps<typeof FileUploader>): ReactNode {
  const { multiple, types, widget } = props;
  const ids = useLabelled();
  const page = usePage();
  const sender = useUploads(widget, props, (refs) => setValue(multiple ? [...value, ...refs] : refs.slice(-1)));
  const take = (files: readonly ChosenFile[]) => {
    if (disabled || files.length === 0) return;
    sender.tidy();
    // Of a folder, what is not asked for is left out; a file that was picked by hand deserves an answer.
    const wanted = multiple === "directory" ? files.filter(({ file, name }) => isOfType(types, name, file.type)) : files;
    sender.add(multiple ? wanted : wanted.slice(0, 1));
  };
  const remove = (file: UploadRef) => {
    setValue(value.filter((one) => one !== file));
    page.files.discard(file);
    page.announce(t("fileRemoved", { name: file.name }));
  };
  return (
    <Box node={node} className={styles.box}>
      <Label of={props} id={ids.label} disabled={disabled} />
      <DropField props={props} ids={ids} limit={sender.limit} disabled={disabled} take={take} />
      <FileRows files={value} sending={sender.sending} disabled={disabled} remove={remove} cancel={sender.cancel} />
    </Box>
  );
}

interface DropFieldProps {
  props: FileUploaderProps;
  ids: { label: string; control: string; hint: string };
  limit: number;
  disabled: boolean;
  take(files: readonly ChosenFile[]): void;
}

function DropField({ props, ids, limit, disabled, take }: DropFieldProps): ReactNode {
  const { multiple, types } = props;
  const input = useRef<HTMLInputElement>(null);
  const choose = () => {
    if (!disabled) input.current?.click();
  };
  // A click beside the button counts, too; keys have the button.
  const drop = useDrop(disabled, multiple === "directory", take, choose);
  const words = wordsFor(multiple);
  return (
    <section
      className={styles.zone}
      data-testid="stFileUploaderDropzone"
      role="group"
      aria-labelledby={ids.label}
      aria-disabled={disabled || undefined}
      data-over={drop.over || undefined}
      data-disabled={disabled || undefined}
      {...drop.handlers}
    >
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple !== undefined}
        accept={types?.join(",")}
        disabled={disabled}
        data-testid="stFileUploaderDropzoneInput"
        {...(multiple === "directory" ? { webkitdirectory: "" } : {})}
        onClick={(event) => event.stopPropagation()}
        onChange={({ target }) => {
          take(chosenFrom(target.files));
          // The same file may be chosen again.
          target.value = "";
        }}
      />
      <Icon icon=":material/cloud_upload:" className={styles.cloud} />
      <div className={styles.words} data-testid="stFileUploaderDropzoneInstructions">
        <span>{words.drop}</span>
        <small id={ids.hint}>{[t("uploadLimit", { size: fileSize(limit) }), typeList(types)].filter(Boolean).join(" • ")}</small>
      </div>
      <Button
        id={ids.control}
        disabled={disabled}
        aria-labelledby={`${ids.control} ${ids.label}`}
        aria-describedby={ids.hint}
        testid="stBaseButton-secondary"
        onClick={(event) => {
          event.stopPropagation();
          choose();
        }}
      >
        {words.browse}
      </Button>
    </section>
  );
}

/** Takes what is dropped; `over` is true while something is held above. */
function useDrop(disabled: boolean, folders: boolean, take: (files: readonly ChosenFile[]) => void, onClick: () => void) {
  const [over, setOver] = useState(false);
  const hold = (event: DragEvent) => {
    // Otherwise the browser would open the file in place of the app.
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = disabled ? "none" : "copy";
    setOver(!disabled);
  };
  const handlers = {
    onClick,
    onDragEnter: hold,
    onDragOver: hold,
    onDragLeave: (event: DragEvent) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false),
    onDrop(event: DragEvent) {
      event.preventDefault();
      setOver(false);
      if (!disabled) void droppedFrom(event.dataTransfer, folders).then(take);
    },
  };
  return { over, handlers };
}

export const fileUploaderView = view<typeof FileUploader>("fileUploader", FileUploaderView);
