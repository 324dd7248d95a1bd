import { type ReactNode, useRef } from "react";
import { isOfType } from "../../protocol/file-types.ts";
import { type ChosenFile, chosenFrom } from "../../ui/chosen-files.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { t } from "../../ui/messages.ts";
import { clock, type Recorder } from "../../ui/recorder.ts";
import { Wave } from "../../ui/wave.tsx";
import type { ChatInputProps } from "./chat-input.ts";
import styles from "./chat.module.css";

export function AttachButton({ props, disabled, take }: { props: ChatInputProps; disabled: boolean; take(files: readonly ChosenFile[]): void }): ReactNode {
  const { acceptFile, types } = props;
  const input = useRef<HTMLInputElement>(null);
  const isFolder = acceptFile === "directory";
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple={acceptFile !== true}
        accept={types?.join(",")}
        disabled={disabled}
        data-testid="stChatInputFileUploadInput"
        {...(isFolder ? { webkitdirectory: "" } : {})}
        onChange={({ target }) => {
          const chosen = chosenFrom(target.files);
          // Of a folder, what is not asked for is left out.
          take(isFolder ? chosen.filter(({ file, name }) => isOfType(types, name, file.type)) : chosen);
          target.value = "";
        }}
      />
      <IconButton
        name={isFolder ? "attachFolder" : "attachFiles"}
        icon="attach_file"
        testid="stChatInputFileUploadButton"
        disabled={disabled}
        act={() => input.current?.click()}
      />
    </>
  );
}

export function MicButton({ disabled, start }: { disabled: boolean; start(): void }): ReactNode {
  return <IconButton name="startRecording" icon="mic" testid="stChatInputMicButton" disabled={disabled} act={start} />;
}

/** Stands in place of the text while somebody speaks. */
export function RecordingBar({ recorder, keep }: { recorder: Recorder; keep(): void }): ReactNode {
  const isLive = recorder.state === "live";
  return (
    <div className={styles.recording} data-testid="stChatInputWaveform">
      <IconButton name="cancelRecording" icon="close" testid="stChatInputCancelButton" act={recorder.cancel} />
      <Wave levels={recorder.levels} testid="stChatInputWave" />
      <span className={styles.time} role="timer" aria-label={t("recordingTime")}>
        {clock(recorder.seconds)}
      </span>
      <IconButton name="keepRecording" icon="check" testid="stChatInputApproveButton" strong disabled={!isLive} act={keep} />
    </div>
  );
}

export function SendButton({ stops, disabled, send, stop }: { stops: boolean; disabled: boolean; send(): void; stop(): void }): ReactNode {
  if (stops) return <IconButton name="stop" icon="stop" testid="stChatInputStopButton" strong act={stop} />;
  return (
    <button type="button" className={styles.send} aria-label={t("sendMessage")} disabled={disabled} onClick={send} data-testid="stChatInputSubmitButton">
      <svg
        width="20"
        height="20"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d="M12 19V5M5.500 11.500L12 5l6.500 6.500" />
      </svg>
    </button>
  );
}
