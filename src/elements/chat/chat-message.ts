import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkIcon, checkSize, quote } from "../arguments.ts";
import { inside, takeBody } from "../container/container.ts";
import type { Container } from "../index.ts";
import { gather } from "../widget.ts";

/** What stands before a message: a drawn face, an icon, a picture, or a letter. */
export type Avatar = { face: "user" | "assistant" } | { icon: string } | { image: string } | { letter: string };

export interface ChatMessageProps {
  name: string;
  avatar: Avatar;
  key?: string | undefined;
  width?: number | "stretch" | "content" | undefined;
}

export interface ChatMessageOptions {
  /** An emoji, `:material/name:`, the address of a picture, `"user"` or `"assistant"`. Default: what fits the name. */
  avatar?: string | null | undefined;
  /** Names it: the page gives it the class `st-key-` and the name. */
  key?: string | number | undefined;
  /** Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
}

export const ChatMessage = defineKind<ChatMessageProps>()("chatMessage", { block: true });

const FACES: Record<string, "user" | "assistant"> = { user: "user", human: "user", assistant: "assistant", ai: "assistant" };

/**
 * Holds one message of a conversation, with a picture of who said it.
 *
 * @param name - Who speaks: `"user"`, `"assistant"`, `"human"`, `"ai"` have faces; an emoji is its own; of others the first letter is shown.
 * @param options - `avatar`, `key`, `width`.
 * @param body - Draws the message; may be async.
 * @returns The container inside, or what `body` returns.
 * @throws AppError when the name is not text or is blank, or the avatar is none.
 * @example
 * st.chatMessage("assistant", () => st.write("Hello 👋"));
 */
export function chatMessage(this: Place | void, name: string, options?: ChatMessageOptions): Container;
export function chatMessage<R>(this: Place | void, name: string, body: (here: Container) => R): R;
export function chatMessage<R>(this: Place | void, name: string, options: ChatMessageOptions, body: (here: Container) => R): R;
export function chatMessage(this: Place | void, name: string, ...given: unknown[]): unknown {
  if (typeof name !== "string" || name.trim() === "") {
    throw new AppError("argument", `st.chatMessage: name must say who speaks, not ${quote(name)}`, { hint: 'Write st.chatMessage("user", () => …).' });
  }
  const { body, rest } = takeBody(given);
  const { avatar, key, width } = gather<ChatMessageOptions>([], rest);
  checkSize("st.chatMessage", "width", width, ["stretch", "content"]);
  const props: ChatMessageProps = { name, avatar: avatarOf(name, avatar), key: key === undefined ? undefined : String(key), width };
  return inside(here(this as Container).block(ChatMessage, props, { key }), body);
}

function avatarOf(name: string, avatar: unknown): Avatar {
  if (avatar === undefined || avatar === null) return ofName(name);
  const face = typeof avatar === "string" ? FACES[avatar] : undefined;
  if (face) return { face };
  if (typeof avatar === "string" && /^(?:https?:\/\/|data:image\/|\/|\.\/|app\/)/i.test(avatar)) return { image: avatar };
  const icon = checkIcon("st.chatMessage", avatar);
  return icon === undefined ? ofName(name) : { icon };
}

function ofName(name: string): Avatar {
  const face = FACES[name.toLowerCase()];
  if (face) return { face };
  try {
    return { icon: checkIcon("st.chatMessage", name) ?? name };
  } catch {
    return { letter: ([...name.trim()][0] as string).toUpperCase() };
  }
}
