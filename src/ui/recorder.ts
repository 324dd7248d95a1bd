import { useEffect, useMemo, useRef, useState } from "react";
import { askDevice, type DeviceState, stopDevice } from "./device-state.ts";
import { useLatest } from "./hooks.ts";
import { encodeWav, peaksOf } from "./wav.ts";

/** Bars in the picture of a sound. */
export const BARS = 72;
const LOOK_MS = 80;

export interface Recording {
  /** WAV, one channel. */
  file: File;
  seconds: number;
  /** Loudness over time, from 0 to 1. */
  peaks: number[];
}

export interface Recorder {
  state: DeviceState;
  seconds: number;
  /** Loudness of late, the newest last. */
  levels: readonly number[];
  start(): void;
  /** Ends it; resolves with what was recorded, or nothing when it could not be read. */
  stop(): Promise<Recording | undefined>;
  /** Ends it and forgets what was recorded. */
  cancel(): void;
}

interface Take {
  stream: MediaStream;
  recorder: MediaRecorder;
  pieces: Blob[];
  audio: AudioContext;
  timer: ReturnType<typeof setInterval>;
}

/** Follows the loudness of a stream. */
function follow(stream: MediaStream, audio: AudioContext): () => number {
  const analyser = audio.createAnalyser();
  audio.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return () => {
    analyser.getFloatTimeDomainData(samples);
    return peaksOf(samples, 1)[0] ?? 0;
  };
}

/** Records the microphone; `sampleRate` in hertz, or what the device gives. */
export function useRecorder(sampleRate: number | undefined): Recorder {
  const [state, setState] = useState<DeviceState>("idle");
  const [seconds, setSeconds] = useState(0);
  const [levels, setLevels] = useState<readonly number[]>([]);
  const take = useRef<Take | null>(null);
  const rate = useLatest(sampleRate);
  const acts = useMemo(() => {
    let wanted = 0;
    const release = (): Take | null => {
      const old = take.current;
      take.current = null;
      wanted += 1;
      if (!old) return null;
      clearInterval(old.timer);
      stopDevice(old.stream);
      void old.audio.close();
      return old;
    };
    const start = async () => {
      release();
      const mine = wanted;
      setState("asking");
      setSeconds(0);
      setLevels([]);
      const stream = await askDevice({ audio: true });
      if (mine !== wanted) return typeof stream === "string" ? undefined : stopDevice(stream);
      if (typeof stream === "string") return setState(stream);
      const audio = new AudioContext();
      const level = follow(stream, audio);
      const recorder = new MediaRecorder(stream);
      const pieces: Blob[] = [];
      recorder.ondataavailable = ({ data }) => pieces.push(data);
      recorder.start(250);
      const began = performance.now();
      const timer = setInterval(() => {
        setSeconds((performance.now() - began) / 1000);
        setLevels((before) => [...before, level()].slice(-BARS));
      }, LOOK_MS);
      take.current = { stream, recorder, pieces, audio, timer };
      setState("live");
    };
    const stop = async (): Promise<Recording | undefined> => {
      const { current } = take;
      if (!current) return undefined;
      const { recorder, pieces } = current;
      await new Promise<void>((done) => {
        recorder.onstop = () => done();
        recorder.stop();
      });
      release();
      setState("idle");
      return toWav(new Blob(pieces, { type: recorder.mimeType }), rate.current).catch(() => undefined);
    };
    const cancel = () => {
      const old = release();
      if (old && old.recorder.state !== "inactive") old.recorder.stop();
      setState("idle");
    };
    return { start: () => void start(), stop, cancel, release };
  }, [rate]);
  useEffect(() => () => void acts.release(), [acts]);
  return { state, seconds, levels, ...acts };
}

/** What browsers record is compressed: it is read, brought to the rate, and made one channel. */
async function toWav(recorded: Blob, wanted: number | undefined): Promise<Recording> {
  const context = new AudioContext();
  const sound = await context.decodeAudioData(await recorded.arrayBuffer()).finally(() => context.close());
  const rate = wanted ?? sound.sampleRate;
  const offline = new OfflineAudioContext(1, Math.max(1, Math.ceil(sound.duration * rate)), rate);
  const source = offline.createBufferSource();
  source.buffer = sound;
  source.connect(offline.destination);
  source.start();
  const samples = (await offline.startRendering()).getChannelData(0);
  const now = new Date();
  const stamp = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19).replaceAll(":", "-");
  return {
    file: new File([encodeWav(samples, rate)], `${stamp}_audio.wav`, { type: "audio/wav" }),
    seconds: sound.duration,
    peaks: peaksOf(samples, BARS),
  };
}

/** `01:05`. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
}
