import { ofEvent, type ModelEvent } from "./events.ts";
import { isShape, type Shape, textOfContent, textOr } from "./shape.ts";

/** A message of LangChain, as it comes in pieces. */
interface MessageChunk {
  readonly content: unknown;
  readonly response_metadata: unknown;
}

/** A piece of a language model's answer, as the common clients give it. */
export type ModelChunk =
  | ModelEvent
  | { readonly choices: readonly unknown[] }
  | { readonly data: { readonly choices: readonly unknown[] } }
  | { readonly candidates?: readonly unknown[] | undefined; readonly usageMetadata?: unknown }
  | MessageChunk
  | readonly [MessageChunk, Readonly<Record<string, unknown>>];

/**
 * The text in a chunk, "" for a chunk that only tells of the stream, undefined for what is no chunk of text.
 * Known are OpenAI (chat, completions, responses, assistants), Anthropic, the AI SDK, LangChain and LangGraph, Gemini,
 * Mistral, Cohere, Bedrock, Hugging Face and Ollama, and what speaks like them.
 *
 * @throws The error a stream tells of in a chunk.
 */
export function textOf(chunk: unknown): string | undefined {
  if (typeof chunk === "string") return chunk;
  if (chunk === undefined || chunk === null) return "";
  if (!isShape(chunk)) return undefined;
  if (Array.isArray(chunk)) return ofTuple(chunk);
  const data = isShape(chunk.data) ? chunk.data : {};
  return (
    ofChoices(chunk) ??
    ofChoices(data) ??
    ofMessage(chunk) ??
    ofEvent(chunk, textOf) ??
    ofCandidates(chunk) ??
    ofOllama(chunk) ??
    ofToken(chunk) ??
    ofTextMember(chunk)
  );
}

function ofChoices({ choices }: Shape): string | undefined {
  if (!Array.isArray(choices)) return undefined;
  // The last chunk of a stream with usage has no choice.
  const first: unknown = choices[0];
  if (first === undefined) return "";
  if (!isShape(first)) return undefined;
  if (isShape(first.delta)) return textOfContent(first.delta.content ?? first.delta.refusal);
  return "text" in first ? textOr(first.text) : undefined;
}

/** What a message of LangChain says it is: instances have a method, messages that came over a wire a type. */
function roleOf(chunk: Shape): unknown {
  if (!("content" in chunk)) return undefined;
  for (const ask of [chunk.getType, chunk._getType]) if (typeof ask === "function") return (ask as () => unknown).call(chunk);
  return typeof chunk.type === "string" && chunk.type.endsWith("MessageChunk") ? chunk.type : undefined;
}

/** Plain objects with `content` are the script's own. */
function ofMessage(chunk: Shape): string | undefined {
  return roleOf(chunk) === undefined ? undefined : textOfContent(chunk.content);
}

/** LangGraph gives a message with what belongs to it, and, with several modes, the name of the mode before. */
function ofTuple(chunk: readonly unknown[]): string | undefined {
  const [first, second] = chunk;
  if (chunk.length !== 2) return undefined;
  if (first === "messages" && Array.isArray(second)) return ofTuple(second);
  if (!isShape(first) || !isShape(second) || Array.isArray(second)) return undefined;
  const role = roleOf(first);
  if (role === undefined) return undefined;
  // What tools answer goes to the model, not to the person.
  return role === "ai" || role === "AIMessageChunk" ? textOfContent(first.content) : "";
}

function ofCandidates({ candidates, usageMetadata, text }: Shape): string | undefined {
  if (!Array.isArray(candidates)) return usageMetadata === undefined || text !== undefined ? undefined : "";
  const first: unknown = candidates[0];
  const content = isShape(first) ? first.content : undefined;
  const parts = isShape(content) ? content.parts : undefined;
  return Array.isArray(parts) ? textOfContent(parts) : textOr(text);
}

function ofOllama({ done, message, response }: Shape): string | undefined {
  if (typeof done !== "boolean") return undefined;
  if (isShape(message)) return textOr(message.content);
  return typeof response === "string" ? response : undefined;
}

/** Hugging Face; special tokens are marks between the texts. */
function ofToken({ token }: Shape): string | undefined {
  if (!isShape(token) || typeof token.text !== "string") return undefined;
  return token.special === true ? "" : token.text;
}

const stringOf = (value: unknown) => (typeof value === "string" ? value : undefined);

/** Classes of clients give their text by a getter or a method; a plain `text` beside other fields is the script's own data. */
function ofTextMember(chunk: Shape): string | undefined {
  // Files and responses have such a method too, and are read by it only once.
  if (typeof chunk.arrayBuffer === "function") return undefined;
  for (let holder: unknown = chunk; isShape(holder) && holder !== Object.prototype; holder = Object.getPrototypeOf(holder)) {
    const member = Object.getOwnPropertyDescriptor(holder, "text");
    if (!member) continue;
    if (member.get) return chunk.text === undefined ? "" : stringOf(chunk.text);
    return typeof member.value === "function" ? stringOf((member.value as () => unknown).call(chunk)) : undefined;
  }
  return undefined;
}
