import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import type { UploadRef } from "../../protocol/messages.ts";
import { Box } from "../../ui/box.tsx";
import { type ChosenFile, chosenFrom, droppedFrom } from "../../ui/chosen-files.ts";
import { DeviceNote } from "../../ui/device-note.tsx";
import { FieldError } from "../../ui/field-error.tsx";
import { t } from "../../ui/messages.ts";
import { type Page, usePage } from "../../ui/page.ts";
import { useRecorder } from "../../ui/recorder.ts";
import { useUploads } from "../../ui/uploads.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import { AttachButton, MicButton, RecordingBar, SendButton } from "./chat-acts.tsx";
import { FileChips } from "./chat-files.tsx";
import type { ChatInput } from "./chat-input.ts";
import styles from "./chat.module.css";

/** True from a message until its run is over, where the field waits for that. */
function useWaiting(page: Page, waits: boolean): { waiting: boolean; begin(): void } {
  const [waiting, setWaiting] = useState(false);
  const began = useRef(false);
  useEffect(() => {
    if (!waiting) return undefined;
    // A short run may be over before anything is drawn: the store itself is asked, not a render.
    return page.running.subscribe(() => {
      if (page.running.get()) began.current = true;
      else if (began.current) setWaiting(false);
    });
  }, [page, waiting]);
  return {
    waiting: waits && waiting,
    begin() {
      began.current = false;
      if (waits) setWaiting(true);
    },
  };
}

/** What goes with the next message. */
function useAttachments({ props, widget }: { props: ViewProps<typeof ChatInput>["props"]; widget: ViewProps<typeof ChatInput>["props"]["widget"] }) {
  const page = usePage();
  const [files, setFiles] = useState<readonly UploadRef[]>([]);
  const isOne = props.acceptFile === true;
  const sender = useUploads(widget, props, (refs) => {
    if (isOne) for (const ref of files) page.files.discard(ref);
    setFiles(isOne ? refs.slice(-1) : [...files, ...refs]);
  });
  return {
    files,
    sender,
    add(chosen: readonly ChosenFile[]) {
      if (chosen.length === 0) return;
      sender.tidy();
      sender.add(isOne ? chosen.slice(-1) : chosen);
    },
    remove(file: UploadRef) {
      setFiles(files.filter((one) => one !== file));
      page.files.discard(file);
    },
    clear: () => setFiles([]),
  };
}

function ChatInputView({ node, props, trigger, disabled: isOff }: ViewProps<typeof ChatInput>): ReactNode {
  const { placeholder, maxChars, acceptFile, audio, submitMode, leastHeight, widget } = props;
  const page = usePage();
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const errorId = useId();
  const attached = useAttachments({ props, widget });
  const recorder = useRecorder(audio?.sampleRate);
  const [note, setNote] = useState<string>();
  const { waiting, begin } = useWaiting(page, submitMode !== undefined);
  const disabled = isOff || waiting;
  const isEmpty = text.trim() === "" && attached.files.length === 0;
  useGrowing(field, text);
  const send = (spoken: UploadRef | null = null) => {
    if ((isEmpty && !spoken) || disabled || attached.sender.busy) return;
    const isPlain = acceptFile === undefined && audio === undefined;
    begin();
    trigger(isPlain ? text : { text, files: [...attached.files], audio: spoken });
    setText("");
    attached.clear();
    attached.sender.tidy();
    field.current?.focus();
  };
  const keep = async () => {
    const made = await recorder.stop();
    setNote(made ? undefined : t("soundFailed"));
    if (!made) return;
    const sent = await page.files.upload(made.file, { widget: widget.id }).catch((error: Error) => error);
    if (sent instanceof Error) setNote(sent.message);
    else send(sent);
  };
  const onKey = (event: KeyboardEvent) => {
    // Enter that ends the composition of a character is not meant for the message.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  };
  const drop = useFileDrop(acceptFile, disabled, attached.add);
  const isRecording = recorder.state === "live" || recorder.state === "asking";
  return (
    <Box node={node} className={styles.input}>
      <div
        className={styles.group}
        data-disabled={disabled || undefined}
        data-over={drop.over || undefined}
        style={leastHeight === undefined ? undefined : { minHeight: leastHeight }}
        {...drop.handlers}
      >
        <FileChips files={attached.files} sending={attached.sender.sending} remove={attached.remove} cancel={attached.sender.cancel} />
        <div className={styles.line}>
          {acceptFile && !isRecording && <AttachButton props={props} disabled={disabled} take={attached.add} />}
          {isRecording ? (
            <RecordingBar recorder={recorder} keep={() => void keep()} />
          ) : (
            <textarea
              ref={field}
              className={styles.field}
              rows={1}
              value={text}
              placeholder={placeholder}
              aria-label={placeholder || t("message")}
              maxLength={maxChars}
              disabled={disabled}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={onKey}
              data-testid="stChatInputTextArea"
            />
          )}
          {audio && !isRecording && <MicButton disabled={disabled} start={recorder.start} />}
          {!isRecording && (
            <SendButton stops={waiting && submitMode === "stop"} disabled={disabled || isEmpty || attached.sender.busy} send={() => send()} stop={page.stop} />
          )}
        </div>
      </div>
      {["denied", "missing", "insecure"].includes(recorder.state) && (
        <div className={styles.note}>
          <DeviceNote of="microphone" state={recorder.state} retry={recorder.start} testid="stChatInputPermission" />
        </div>
      )}
      <FieldError id={errorId} text={note} />
      {maxChars !== undefined && text !== "" && (
        <div className={styles.count} data-full={text.length >= maxChars || undefined} data-testid="InputInstructions">
          {text.length}/{maxChars}
        </div>
      )}
    </Box>
  );
}

/** Where browsers do not let a field grow with its text, this does. */
function useGrowing(field: React.RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || CSS.supports("field-sizing", "content")) return;
    element.style.height = "auto";
    element.style.height = text === "" ? "" : `${element.scrollHeight}px`;
  }, [field, text]);
}

/** Takes files that are dropped or pasted. */
function useFileDrop(acceptFile: unknown, disabled: boolean, take: (files: readonly ChosenFile[]) => void) {
  const [over, setOver] = useState(false);
  if (!acceptFile) return { over: false, handlers: {} };
  const hold = (event: React.DragEvent) => {
    // Otherwise the browser would open the file in place of the app.
    event.preventDefault();
    setOver(!disabled);
  };
  const handlers = {
    onDragEnter: hold,
    onDragOver: hold,
    onDragLeave: (event: React.DragEvent) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false),
    onDrop(event: React.DragEvent) {
      event.preventDefault();
      setOver(false);
      if (!disabled) void droppedFrom(event.dataTransfer, acceptFile === "directory").then(take);
    },
    onPaste(event: React.ClipboardEvent) {
      const { files } = event.clipboardData;
      if (disabled || files.length === 0) return;
      event.preventDefault();
      take(chosenFrom(files));
    },
  };
  return { over, handlers };
}

export const chatInputView = view<typeof ChatInput>("chatInput", ChatInputView);
