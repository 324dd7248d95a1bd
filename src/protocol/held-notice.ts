import { HELD, type ErrorReport, type Notice } from "./messages.ts";

/** Says to the page of a session that its run does not let go of its thread, and where, as far as that is known. */
export function heldNotice({ seconds, frames }: { seconds: number; frames?: ErrorReport["frames"] }): Notice {
  const [frame] = frames ?? [];
  const who = frame ? `${frame.file}:${frame.line}` : "A run of the script";
  return {
    type: "notice",
    level: "warning",
    topic: HELD,
    message: `${who} has held its thread for ${Math.max(1, Math.round(seconds))} s`,
    hint: "Nothing else of this app can run meanwhile. Wait, or end it with Stop. Let long loops await now and then, and cache what takes long.",
    ...(frame ? { frames: [frame] } : {}),
  };
}
