/** A piece of a language model's answer, as the common clients give it. */
export type ModelChunk =
  | { readonly choices: readonly unknown[] }
  | { readonly candidates?: readonly unknown[] | undefined; readonly usageMetadata?: unknown }
  | { readonly type: `content_block_${string}` | `message_${string}` | `response.${string}` }
  | { readonly content: unknown; readonly response_metadata: unknown };

type Shape = Record<string, unknown>;
const isShape = (value: unknown): value is Shape => typeof value === "object" && value !== null;
const textOr = (value: unknown) => (typeof value === "string" ? value : "");

/**
 * The text in a chunk, "" for a chunk that only tells of the stream, undefined for what is no chunk of text.
 * Known are OpenAI (chat, completions, responses), Anthropic, LangChain, Gemini and Ollama, and what speaks like them.
 */
export function textOf(chunk: unknown): string | undefined {
  if (typeof chunk === "string") return chunk;
  if (chunk === undefined || chunk === null) return "";
  if (!isShape(chunk)) return undefined;
  return ofChoices(chunk) ?? ofEvent(chunk) ?? ofMessage(chunk) ?? ofCandidates(chunk) ?? ofOllama(chunk);
}

function ofChoices({ choices }: Shape): string | undefined {
  if (!Array.isArray(choices)) return undefined;
  // The last chunk of a stream with usage has no choice.
  const first: unknown = choices[0];
  if (first === undefined) return "";
  if (!isShape(first)) return undefined;
  if (isShape(first.delta)) return textOr(first.delta.content);
  return "text" in first ? textOr(first.text) : undefined;
}

const EVENTS = new Set(["message_start", "message_delta", "message_stop", "content_block_start", "content_block_stop", "ping"]);

function ofEvent({ type, delta }: Shape): string | undefined {
  if (typeof type !== "string") return undefined;
  if (type === "content_block_delta") return isShape(delta) ? textOr(delta.text) : "";
  if (type === "response.output_text.delta") return textOr(delta);
  return EVENTS.has(type) || type.startsWith("response.") ? "" : undefined;
}

/** Messages of LangChain are instances that tell their kind; plain objects with `content` are the script's own. */
function ofMessage(chunk: Shape): string | undefined {
  if (!("content" in chunk) || (typeof chunk.getType !== "function" && typeof chunk._getType !== "function")) return undefined;
  const { content } = chunk;
  if (!Array.isArray(content)) return textOr(content);
  return content.map((part: unknown) => (isShape(part) ? textOr(part.text) : textOr(part))).join("");
}

function ofCandidates({ candidates, usageMetadata }: Shape): string | undefined {
  if (!Array.isArray(candidates)) return usageMetadata === undefined ? undefined : "";
  const first: unknown = candidates[0];
  const content = isShape(first) ? first.content : undefined;
  const parts = isShape(content) ? content.parts : undefined;
  return Array.isArray(parts) ? parts.map((part: unknown) => (isShape(part) && part.thought !== true ? textOr(part.text) : "")).join("") : "";
}

function ofOllama({ done, message, response }: Shape): string | undefined {
  if (typeof done !== "boolean") return undefined;
  if (isShape(message)) return textOr(message.content);
  return typeof response === "string" ? response : undefined;
}
