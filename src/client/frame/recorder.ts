import { createStore, type OwnStore } from "../../ui/store.ts";

/** A recording of the screen, saved as a file when it ends. */
export interface Recorder {
  /** False where the browser cannot record. */
  readonly isSupported: boolean;
  readonly recording: OwnStore<boolean>;
  start(): Promise<void>;
  stop(): void;
}

const TYPES = ["video/webm;codecs=vp9,opus", "video/webm;codecs=vp8,opus", "video/webm", "video/mp4"];

/**
 * Records what the viewer shares (tab, window or screen) until they stop it here or in the browser.
 * @param fileName name of the file without its ending
 * @param onFail called when the browser refuses for another reason than the viewer's own no
 */
export function createRecorder(fileName: () => string, onFail: () => void): Recorder {
  const recording = createStore(false);
  let media: MediaRecorder | null = null;
  const begin = (stream: MediaStream) => {
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
    const recorder = new MediaRecorder(stream, mimeType ? { mimeType } : {});
    const parts: Blob[] = [];
    recorder.addEventListener("dataavailable", ({ data }) => data.size > 0 && parts.push(data));
    recorder.addEventListener("stop", () => {
      media = null;
      recording.set(false);
      for (const track of stream.getTracks()) track.stop();
      if (parts.length > 0) save(new Blob(parts, { type: recorder.mimeType }), fileName());
    });
    // The browser's own bar ends the sharing.
    for (const track of stream.getTracks()) track.addEventListener("ended", () => recorder.state !== "inactive" && recorder.stop());
    recorder.start(1000);
    media = recorder;
    recording.set(true);
  };
  return {
    isSupported: typeof MediaRecorder !== "undefined" && typeof navigator.mediaDevices?.getDisplayMedia === "function",
    recording,
    async start() {
      if (media) return;
      try {
        begin(await navigator.mediaDevices.getDisplayMedia({ video: true, audio: true }));
      } catch (error) {
        // Who closes the browser's question has changed their mind.
        if (!(error instanceof DOMException && error.name === "NotAllowedError")) onFail();
      }
    },
    stop: () => media?.state !== "inactive" && media?.stop(),
  };
}

function save(film: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(film);
  link.download = `${name}.${film.type.includes("mp4") ? "mp4" : "webm"}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
