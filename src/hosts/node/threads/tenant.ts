import type { FileMessage, FileNews } from "../files/messages.ts";
import type { KeptFacts, Opening } from "./thread-messages.ts";

/** Why a session has to go on in another thread. */
export type MoveReason =
  /** Its own code held the thread and did not stop. */
  | "blocked"
  /** Somebody else's code holds or held the thread. */
  | "neighbour"
  /** The thread ended by itself. */
  | "crash";

/** A session as its thread's keeper sees it. */
export interface Tenant {
  readonly name: string;
  /** What to open it with; asked again whenever it moves. */
  opening(): Opening;
  received(bytes: Uint8Array): void;
  kept(facts: KeptFacts): void;
  /** Its engine says something about uploads and downloads. */
  file?(news: FileNews): void;
  /** Called before `opening` when it has to move. `detail` says what happened, for people; `again` is what will be repeated there. */
  moved(reason: MoveReason, detail: string, again: readonly Uint8Array[]): void;
  /** Its code has the thread and nothing was heard of it: its run may have been unable to say that it began. */
  unheard(): void;
  /** Its code has had the thread for so many seconds, or no longer has it. Called again while that lasts. */
  holds(seconds: number | undefined): void;
  /** The script was saved while a thread could not hear of it. */
  edited(): void;
  /** Called when no thread can be started any more. */
  failed(detail: string): void;
}

/** A session's place in some thread; it stays the same object when the session moves. */
export interface Lease {
  /** `level` raises the stop cell first: 1 for a newer interaction, 2 for Stop. */
  post(bytes: Uint8Array, level?: 0 | 1 | 2): void;
  /** Said once: whoever moves says it again, if it still matters. */
  tell(message: FileMessage): void;
  close(): void;
}
