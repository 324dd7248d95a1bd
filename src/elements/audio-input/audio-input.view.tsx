import { type ReactNode, useEffect, useRef, useState } from "react";
import type { UploadRef } from "../../protocol/messages.ts";
import { DeviceFrame } from "../../ui/device-frame.tsx";
import { DeviceNote } from "../../ui/device-note.tsx";
import { saveFile } from "../../ui/element-toolbar.tsx";
import { Icon } from "../../ui/icon.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { type MessageName, t } from "../../ui/messages.ts";
import { usePage } from "../../ui/page.ts";
import { clock, type Recording, useRecorder } from "../../ui/recorder.ts";
import { useUploads } from "../../ui/uploads.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import { Wave } from "../../ui/wave.tsx";
import type { AudioInput } from "./audio-input.ts";
import styles from "./audio-input.module.css";

const NOTHING: UploadRef[] = [];
const SILENCE: number[] = [];

function AudioInputView({ node, props, value = NOTHING, setValue, disabled }: ViewProps<typeof AudioInput>): ReactNode {
  const { sampleRate, widget } = props;
  const page = usePage();
  const recorder = useRecorder(sampleRate);
  const [recording, setRecording] = useState<Recording>();
  const [failed, setFailed] = useState<string>();
  const sender = useUploads(widget, {}, (refs) => setValue(refs.slice(-1)));
  const error = failed ?? sender.sending.find(({ error }) => error !== undefined)?.error;
  const isLive = recorder.state === "live";
  const has = value.length > 0 || sender.busy;
  // The script, or a form that was sent, may have emptied it.
  useEffect(() => {
    if (!has) setRecording(undefined);
  }, [has]);
  const clear = () => {
    for (const ref of value) page.files.discard(ref);
    for (const { id } of sender.sending) sender.cancel(id);
    setRecording(undefined);
    if (value.length > 0) setValue([]);
  };
  const start = () => {
    setFailed(undefined);
    clear();
    recorder.start();
  };
  const stop = async () => {
    const made = await recorder.stop();
    if (!made) return setFailed(t("soundFailed"));
    sender.add([{ file: made.file, name: made.file.name }]);
    setRecording(made);
  };
  const player = usePlayer(recording?.file);
  return (
    <DeviceFrame
      node={node}
      of={props}
      disabled={disabled}
      error={error}
      className={styles.frame}
      isLive={isLive}
      note={
        ["denied", "missing", "insecure"].includes(recorder.state) && (
          <div className={styles.note}>
            <DeviceNote of="microphone" state={recorder.state} retry={start} testid="stAudioInputPermission" />
          </div>
        )
      }
    >
      <Action
        name={isLive ? "stopRecording" : "startRecording"}
        icon={isLive ? "stop_circle" : "mic"}
        disabled={disabled}
        act={isLive ? () => void stop() : start}
        strong={isLive}
      />
      {recording && !isLive && (
        <Action name={player.isPlaying ? "pauseRecording" : "playRecording"} icon={player.isPlaying ? "pause" : "play_arrow"} act={player.toggle} />
      )}
      <div className={styles.middle}>
        <Wave levels={isLive ? recorder.levels : (recording?.peaks ?? SILENCE)} played={player.played} testid="stAudioInputWaveSurfer" />
      </div>
      {sender.busy && <Icon icon="spinner" label={t("loading")} />}
      <span className={styles.time} role="timer" aria-label={t("recordingTime")} data-testid="stAudioInputWaveformTimeCode">
        {clock(isLive ? recorder.seconds : has ? (player.at ?? recording?.seconds ?? 0) : 0)}
      </span>
      {has && !isLive && (
        <span className={styles.acts}>
          {recording && <Action name="saveRecording" icon="download" act={() => saveFile(recording.file.name, recording.file)} />}
          <Action name="clearRecording" icon="delete" disabled={disabled} act={clear} />
        </span>
      )}
    </DeviceFrame>
  );
}

/** A button of the frame. */
function Action(props: { name: MessageName; icon: string; act(): void; disabled?: boolean; strong?: boolean }): ReactNode {
  return <IconButton {...props} testid="stAudioInputActionButton" />;
}

/** Plays a recording; `at` is set while it stands somewhere in the middle. */
function usePlayer(file: File | undefined) {
  const audio = useRef<HTMLAudioElement | null>(null);
  const [at, setAt] = useState<number>();
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => {
    if (!file) return undefined;
    const url = URL.createObjectURL(file);
    const element = new Audio(url);
    element.ontimeupdate = () => setAt(element.ended ? undefined : element.currentTime);
    element.onplay = () => setPlaying(true);
    element.onpause = () => setPlaying(false);
    audio.current = element;
    return () => {
      element.pause();
      audio.current = null;
      setAt(undefined);
      setPlaying(false);
      URL.revokeObjectURL(url);
    };
  }, [file]);
  const length = audio.current?.duration ?? 0;
  return {
    at,
    isPlaying,
    played: at === undefined || !Number.isFinite(length) || length === 0 ? 0 : at / length,
    toggle: () => void (isPlaying ? audio.current?.pause() : audio.current?.play()),
  };
}

export const audioInputView = view<typeof AudioInput>("audioInput", AudioInputView);
