import { type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { UploadRef } from "../../protocol/messages.ts";
import { DeviceFrame } from "../../ui/device-frame.tsx";
import { DeviceNote } from "../../ui/device-note.tsx";
import { askDevice, type DeviceState, stopDevice } from "../../ui/device-state.ts";
import { Icon } from "../../ui/icon.tsx";
import { t } from "../../ui/messages.ts";
import { usePage } from "../../ui/page.ts";
import { useUploads } from "../../ui/uploads.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import type { CameraInput } from "./camera-input.ts";
import styles from "./camera-input.module.css";

const NO_PHOTO: UploadRef[] = [];
const QUALITY = 0.92;

interface Camera {
  state: DeviceState;
  video: RefObject<HTMLVideoElement | null>;
  /** Another camera, where there are several. */
  next: (() => void) | undefined;
  retry(): void;
}

/** Runs the camera while `on`. */
function useCamera(on: boolean, lines: number | undefined): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<DeviceState>("idle");
  const [tries, setTries] = useState(0);
  const [devices, setDevices] = useState<string[]>([]);
  const [device, setDevice] = useState<string>();
  useEffect(() => {
    if (!on) return undefined;
    let isOver = false;
    let running: MediaStream | undefined;
    setState("asking");
    void askDevice({ video: wish(lines, device) }).then((answer) => {
      if (typeof answer === "string") return isOver || setState(answer);
      if (isOver) return stopDevice(answer);
      running = answer;
      if (video.current) video.current.srcObject = answer;
      setState("live");
      return navigator.mediaDevices.enumerateDevices().then((all) => {
        if (!isOver) setDevices(all.filter(({ kind }) => kind === "videoinput").map(({ deviceId }) => deviceId));
      });
    });
    return () => {
      isOver = true;
      stopDevice(running);
    };
  }, [on, lines, device, tries]);
  const next = () => setDevice(devices[(devices.indexOf(device ?? (devices[0] as string)) + 1) % devices.length]);
  return { state: on ? state : "idle", video, next: devices.length > 1 ? next : undefined, retry: () => setTries(tries + 1) };
}

function wish(lines: number | undefined, deviceId: string | undefined): MediaTrackConstraints {
  return {
    aspectRatio: { ideal: 16 / 9 },
    height: { ideal: lines ?? 720 },
    ...(deviceId === undefined ? { facingMode: "user" } : { deviceId: { exact: deviceId } }),
  };
}

async function photograph(video: HTMLVideoElement): Promise<File | undefined> {
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d")?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
  return blob ? new File([blob], `camera_input_${new Date().toISOString().slice(0, 19).replaceAll(":", "-")}.jpg`, { type: "image/jpeg" }) : undefined;
}

function CameraInputView({ node, props, value = NO_PHOTO, setValue, disabled }: ViewProps<typeof CameraInput>): ReactNode {
  const { lines, widget } = props;
  const page = usePage();
  const [photo, setPhoto] = useState<string>();
  const sender = useUploads(widget, {}, (refs) => setValue(refs.slice(-1)));
  const failed = sender.sending.find(({ error }) => error !== undefined)?.error;
  const taken = value.length > 0 || sender.busy;
  const camera = useCamera(!taken && !disabled, lines);
  // The script, or a form that was sent, may have emptied it.
  useEffect(() => {
    if (taken || photo === undefined) return;
    URL.revokeObjectURL(photo);
    setPhoto(undefined);
  }, [taken, photo]);
  const take = useCallback(async () => {
    const { current } = camera.video;
    const file = current && (await photograph(current));
    if (!file) return;
    sender.tidy();
    setPhoto(URL.createObjectURL(file));
    sender.add([{ file, name: file.name }]);
  }, [camera.video, sender]);
  const clear = () => {
    for (const ref of value) page.files.discard(ref);
    for (const { id } of sender.sending) sender.cancel(id);
    setValue([]);
  };
  const live = camera.state === "live";
  return (
    <DeviceFrame node={node} of={props} disabled={disabled} error={failed} className={styles.frame} testid="stCameraInputWebcamComponent">
      <div className={styles.stage} data-testid="stCameraInputWebcamStyledBox">
        {taken ? (
          <Still photo={photo} />
        ) : (
          <>
            <video ref={camera.video} className={styles.picture} hidden={!live} autoPlay muted playsInline aria-label={t("livePicture")} />
            {!live && <DeviceNote of="camera" state={camera.state} retry={camera.retry} testid="stCameraInputPermission" />}
          </>
        )}
        {camera.next && live && (
          <button type="button" className={styles.switch} aria-label={t("switchCamera")} onClick={camera.next} data-testid="stCameraInputSwitchButton">
            <Icon icon=":material/cameraswitch:" />
          </button>
        )}
        {sender.busy && <Icon icon="spinner" label={t("loading")} className={styles.sending} />}
      </div>
      <button
        type="button"
        className={styles.shutter}
        disabled={disabled || (taken ? sender.busy : !live)}
        onClick={() => (taken ? clear() : void take())}
        data-testid="stCameraInputButton"
      >
        {t(taken ? "clearPhoto" : "takePhoto")}
      </button>
    </DeviceFrame>
  );
}

/** The photo; one that another page took is only known by name. */
function Still({ photo }: { photo: string | undefined }): ReactNode {
  return photo === undefined ? (
    <Icon icon=":material/photo_camera:" label={t("photoTaken")} className={styles.unseen} />
  ) : (
    <img className={styles.picture} src={photo} alt={t("photoTaken")} />
  );
}

export const cameraInputView = view<typeof CameraInput>("cameraInput", CameraInputView);
