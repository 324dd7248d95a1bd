/** Whether a camera or microphone can be used: being asked for, in use, or why not. */
export type DeviceState = "idle" | "asking" | "live" | "denied" | "missing" | "insecure";

/** Asks for a device; the answer is a stream, or why there is none. */
export async function askDevice(wanted: MediaStreamConstraints): Promise<MediaStream | Exclude<DeviceState, "idle" | "asking" | "live">> {
  // Typed as always there, but missing outside of https and localhost.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices?.getUserMedia) return "insecure";
  try {
    return await devices.getUserMedia(wanted);
  } catch (error) {
    return (error as DOMException).name === "NotAllowedError" ? "denied" : "missing";
  }
}

export function stopDevice(stream: MediaStream | null | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
