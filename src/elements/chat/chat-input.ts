import type { Place } from "../../engine/place.ts";
import { here, RootPlace, targetOf } from "../../engine/place.ts";
import { currentScope } from "../../engine/scope.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkSize, quote } from "../arguments.ts";
import { AppError } from "../../engine/errors.ts";
import { readMaxChars } from "../text-input/text-input.ts";
import { gather, type Last } from "../widget.ts";

export interface ChatInputProps {
  placeholder: string;
  maxChars?: number | undefined;
  width?: number | "stretch" | "content" | undefined;
}

export type ChatInputOptions = {
  /** Names it, and tells apart fields with equal parameters. */
  key?: string | number | undefined;
  /** The longest message, in characters. Default: any length. */
  maxChars?: number | undefined;
  /** Default false. */
  disabled?: boolean | undefined;
  /** Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
} & (
  | { onSubmit?: ((message: string) => unknown) | undefined; args?: undefined }
  // biome-ignore lint/suspicious/noExplicitAny: takes whatever args holds
  | { onSubmit: (...args: any[]) => unknown; args: readonly unknown[] }
);

export const ChatInput = defineKind<ChatInputProps, string | null>()("chatInput", {
  widget: true,
  verbs: { input: (widget, text: string) => widget.setValue(text) },
});

/**
 * Shows a field for messages. Called by the script itself it stays at the foot of the page; in a container, tab or
 * sidebar it stands there.
 *
 * @param placeholder - Shown while it is empty. Default `"Your message"`.
 * @param options - `key`, `maxChars`, `disabled`, `onSubmit` (gets the message, or `args`), `width`.
 * @returns The message in the one run that its sending caused, else null.
 * @throws AppError inside a form, and for a `maxChars` that is none.
 * @example
 * const prompt = st.chatInput("Ask me anything");
 * if (prompt !== null) st.chatMessage("user", () => st.write(prompt));
 */
export function chatInput(this: Place | void, ...rest: Last<ChatInputOptions>): string | null;
export function chatInput(this: Place | void, placeholder: string, ...rest: Last<ChatInputOptions>): string | null;
export function chatInput(this: Place | void, ...given: unknown[]): string | null {
  const command = "st.chatInput";
  const options = gather<{ placeholder?: string } & ChatInputOptions>(["placeholder"], given);
  const { placeholder = "Your message", key, disabled, width, onSubmit, args } = options;
  if (typeof placeholder !== "string") throw new AppError("argument", `${command}: placeholder must be text, not ${quote(placeholder)}`);
  checkSize(command, "width", width, ["stretch", "content"]);
  const maxChars = readMaxChars(command, options.maxChars);
  return footOr(here(this)).widget(ChatInput, {
    command,
    key,
    identity: [placeholder, maxChars],
    props: { placeholder, maxChars, width } satisfies ChatInputProps,
    initial: null,
    decode: (wire) => (typeof wire === "string" ? cut(wire, maxChars) : null),
    trigger: true,
    disabled,
    onChange: onSubmit,
    args,
  });
}

/** The foot of the page for what would stand in the page itself. */
function footOr(place: Place): Place {
  const scope = currentScope();
  const main = scope?.run?.live?.screen.roots.main;
  return scope && main && targetOf(place.target, scope) === main ? new RootPlace("bottom") : place;
}

function cut(text: string, most: number | undefined): string {
  return most === undefined || text.length <= most ? text : text.slice(0, most);
}
