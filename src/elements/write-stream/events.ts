import { isShape, type Shape, textOr } from "./shape.ts";

/** A happening in a stream, as clients tell it that give more than text. */
export type ModelEvent =
  | { readonly type: `content_block_${string}` | `message_${string}` | `response.${string}` }
  | { readonly type: `${"text" | "reasoning" | "tool-input" | "content" | "message" | "tool-call"}-${"start" | "delta" | "end"}` }
  | { readonly event: `thread.${string}` }
  | { readonly contentBlockDelta?: unknown; readonly messageStop?: unknown };

type Inner = (chunk: unknown) => string | undefined;

/** The text in an event, "" for an event without, undefined for what is none. `inner` reads chunks within it. */
export function ofEvent(chunk: Shape, inner: Inner): string | undefined {
  if (typeof chunk.type === "string") return ofType(chunk.type, chunk);
  if (typeof chunk.event === "string") return ofNamed(chunk.event, chunk.data, inner);
  return ofBedrock(chunk, inner);
}

const TEXTS = new Set(["response.output_text.delta", "response.refusal.delta"]);
const ANTHROPIC = /^(?:message_(?:start|delta|stop)|content_block_(?:start|stop)|ping)$/;
/** What the AI SDK and Cohere tell besides text. */
const PARTS =
  /^(?:(?:text|reasoning|content|message|citation|tool-input|tool-call|tool-plan)-(?:start|delta|end|available)|reasoning(?:-signature|-file|-part-finish)?|redacted-reasoning|(?:start|finish)-step|step-(?:start|finish)|tool-(?:call|result|error|output-.+|input-.+|approval-request|call-streaming-start)|message-metadata)$/;
/** Parts whose names others use too: known by what they bear. */
const COMMON: Record<string, readonly string[]> = {
  start: ["type", "messageId", "messageMetadata", "warnings", "request"],
  finish: ["type", "finishReason", "rawFinishReason", "usage", "totalUsage", "messageMetadata", "response", "providerMetadata", "logprobs"],
  abort: ["type", "reason", "steps"],
  raw: ["type", "rawValue"],
};

function ofType(type: string, chunk: Shape): string | undefined {
  const { delta } = chunk;
  if (type === "content_block_delta") return isShape(delta) ? textOr(delta.text) : "";
  if (type === "text-delta") return textOr(chunk.text ?? chunk.textDelta ?? delta);
  if (type === "content-delta") return cohereText(delta);
  if (TEXTS.has(type)) return textOr(delta);
  if (type === "error" || type === "response.failed") throwTold(chunk);
  if (type.startsWith("response.") || ANTHROPIC.test(type) || PARTS.test(type)) return "";
  if ((type === "source" && "sourceType" in chunk) || (type === "file" && isShape(chunk.file) && "mediaType" in chunk.file)) return "";
  const bears = COMMON[type];
  return bears && Object.keys(chunk).every((name) => bears.includes(name)) ? "" : undefined;
}

function cohereText(delta: unknown): string {
  const message = isShape(delta) && isShape(delta.message) ? delta.message : {};
  return isShape(message.content) ? textOr(message.content.text) : "";
}

/** A stream that fails after it began tells so in a chunk: it is the script's error, as if the stream had thrown. */
function throwTold({ error, response }: Shape): void {
  const told = isShape(response) ? response.error : error;
  if (told instanceof Error) throw told;
  if (isShape(told) && typeof told.message === "string") throw new Error(told.message, { cause: told });
}

/** Events with a name and data: the assistants of OpenAI, and what LangChain tells of its chains. */
function ofNamed(event: string, data: unknown, inner: Inner): string | undefined {
  const shape = isShape(data) ? data : {};
  if (event === "thread.message.delta") return assistantText(shape.delta);
  if (event.startsWith("thread.")) return "";
  if (!/^on_(?:chat_model|llm|chain|tool|retriever|prompt|parser)_(?:start|stream|end)$/.test(event)) return undefined;
  // Chains pass on what their models say: it would be there twice.
  return event === "on_chat_model_stream" || event === "on_llm_stream" ? (inner(shape.chunk) ?? "") : "";
}

function assistantText(delta: unknown): string {
  const content = isShape(delta) && Array.isArray(delta.content) ? delta.content : [];
  return content.map((part: unknown) => (isShape(part) && isShape(part.text) ? textOr(part.text.value) : "")).join("");
}

const BEDROCK = ["messageStart", "contentBlockStart", "contentBlockStop", "messageStop", "metadata"];

/** Every event of Bedrock is one field; of a model called by itself it is the model's own event as bytes. */
function ofBedrock(chunk: Shape, inner: Inner): string | undefined {
  const names = Object.keys(chunk);
  if (isShape(chunk.contentBlockDelta)) {
    const { delta } = chunk.contentBlockDelta;
    return isShape(delta) ? textOr(delta.text) : "";
  }
  const [name = ""] = names;
  if (names.length !== 1 || !isShape(chunk[name])) return undefined;
  const held = chunk[name];
  if (name === "chunk" && held.bytes instanceof Uint8Array) return inner(parsed(held.bytes));
  if (name === "metadata") return "usage" in held ? "" : undefined;
  return BEDROCK.includes(name) ? "" : undefined;
}

function parsed(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
