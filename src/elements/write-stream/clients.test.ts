import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

async function* flow(chunks: readonly unknown[]) {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

/** What the script got from streaming `source`, and the page. */
async function streamed(source: unknown): Promise<{ result: unknown; page: Visit }> {
  let result: unknown;
  const page = await visit(async () => {
    result = await st.writeStream(source as AsyncIterable<unknown>);
  });
  return { result, page };
}

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
class AIMessageChunk {
  constructor(
    readonly content: unknown,
    private readonly role = "ai",
  ) {}
  getType = () => this.role;
}
class GenerateContentResponse {
  constructor(private readonly said: string | undefined) {}
  get text() {
    return this.said;
  }
}
class OlderResponse {
  constructor(private readonly said: string) {}
  text() {
    return this.said;
  }
}

test.each<[string, unknown[]]>([
  [
    "the AI SDK, with everything that happens",
    [
      { type: "start" },
      { type: "start-step", request: {}, warnings: [] },
      { type: "reasoning-start", id: "0" },
      { type: "reasoning-delta", id: "0", text: "hm" },
      { type: "reasoning-end", id: "0" },
      { type: "tool-input-start", id: "c", toolName: "look" },
      { type: "tool-call", toolCallId: "c", toolName: "look", input: {} },
      { type: "tool-result", toolCallId: "c", toolName: "look", output: 1 },
      { type: "text-start", id: "1" },
      { type: "text-delta", id: "1", text: "Hi " },
      { type: "text-delta", id: "1", text: "you" },
      { type: "text-end", id: "1" },
      { type: "source", sourceType: "url", id: "s", url: "https://example.org" },
      { type: "finish-step", finishReason: "stop", usage: {} },
      { type: "finish", finishReason: "stop", totalUsage: {} },
    ],
  ],
  [
    "the AI SDK before, and its messages to a page",
    [
      { type: "step-start", messageId: "m" },
      { type: "text-delta", textDelta: "Hi " },
      { type: "text-delta", id: "1", delta: "you" },
      { type: "step-finish", finishReason: "stop" },
    ],
  ],
  [
    "LangGraph, a message and what belongs to it",
    [
      [new AIMessageChunk("Hi "), { langgraph_node: "agent" }],
      [new AIMessageChunk("rows of a tool", "tool"), { langgraph_node: "tools" }],
      ["messages", [new AIMessageChunk([{ type: "text", text: "you" }]), { langgraph_node: "agent" }]],
    ],
  ],
  ["LangChain over a wire", [{ type: "AIMessageChunk", content: "Hi " }, [{ type: "AIMessageChunk", content: "you" }, { run_id: "r" }]]],
  [
    "events of LangChain",
    [
      { event: "on_chain_start", data: {} },
      { event: "on_chat_model_stream", data: { chunk: new AIMessageChunk("Hi ") } },
      { event: "on_chat_model_stream", data: { chunk: new AIMessageChunk("you") } },
      { event: "on_chat_model_end", data: { output: new AIMessageChunk("Hi you") } },
    ],
  ],
  [
    "an assistant of OpenAI",
    [
      { event: "thread.run.created", data: {} },
      { event: "thread.message.delta", data: { delta: { content: [{ index: 0, type: "text", text: { value: "Hi " } }] } } },
      { event: "thread.message.delta", data: { delta: { content: [{ index: 0, type: "text", text: { value: "you", annotations: [] } }] } } },
      { event: "thread.run.completed", data: {} },
    ],
  ],
  ["a refusal of OpenAI", [{ choices: [{ delta: { refusal: "Hi " } }] }, { type: "response.refusal.delta", delta: "you" }]],
  [
    "Mistral",
    [
      { data: { choices: [{ delta: { content: "Hi " } }] } },
      { data: { choices: [{ delta: { content: [{ type: "text", text: "you" }] } }] } },
      { data: { choices: [{ delta: {}, finishReason: "stop" }] } },
    ],
  ],
  [
    "Google GenAI, whose chunks have a getter",
    [new GenerateContentResponse("Hi "), new GenerateContentResponse("you"), new GenerateContentResponse(undefined)],
  ],
  ["Google before, whose chunks have a method", [new OlderResponse("Hi "), new OlderResponse("you")]],
  [
    "Bedrock",
    [
      { messageStart: { role: "assistant" } },
      { contentBlockDelta: { delta: { text: "Hi " }, contentBlockIndex: 0 } },
      { contentBlockDelta: { delta: { text: "you" }, contentBlockIndex: 0 } },
      { contentBlockStop: { contentBlockIndex: 0 } },
      { messageStop: { stopReason: "end_turn" } },
      { metadata: { usage: {}, metrics: {} } },
    ],
  ],
  [
    "a model of Bedrock called by itself",
    [
      { chunk: { bytes: bytes({ type: "message_start" }) } },
      { chunk: { bytes: bytes({ type: "content_block_delta", delta: { type: "text_delta", text: "Hi " } }) } },
      { chunk: { bytes: bytes({ type: "content_block_delta", delta: { type: "text_delta", text: "you" } }) } },
    ],
  ],
  [
    "Anthropic, with thoughts",
    [
      { type: "content_block_delta", delta: { type: "thinking_delta", thinking: "hm" } },
      { type: "content_block_delta", delta: { type: "text_delta", text: "Hi you" } },
    ],
  ],
  [
    "Cohere",
    [
      { type: "message-start", id: "m" },
      { type: "content-delta", index: 0, delta: { message: { content: { text: "Hi " } } } },
      { type: "content-delta", index: 0, delta: { message: { content: { text: "you" } } } },
      { type: "message-end", delta: { finish_reason: "COMPLETE" } },
    ],
  ],
  ["Hugging Face", [{ token: { text: "Hi ", special: false } }, { token: { text: "you", special: false } }, { token: { text: "</s>", special: true } }]],
  ["bytes of a Node stream, a letter spread over two", [Buffer.from("Hi "), Buffer.from("you")]],
])("chunks of %s become text", async (_, chunks) => {
  const { result, page } = await streamed(flow(chunks));
  expect(result).toBe("Hi you");
  expect(page.mirror.root("main").children.map(({ kind, props }) => [kind, props.body])).toEqual([["markdown", "Hi you"]]);
});

test("the stream may be a field of what the client answers, also of a promise", async () => {
  const texts = () => flow(["Hi ", "you"]);
  const readable = () => new ReadableStream({ start: (to) => (to.enqueue("Hi "), to.enqueue("you"), to.close()) });
  const sources: unknown[] = [
    { textStream: texts(), fullStream: flow([{ type: "text-delta", text: "twice" }]), response: Promise.resolve() },
    { textStream: readable() },
    { fullStream: flow([{ type: "text-delta", text: "Hi you" }]) },
    { stream: texts(), response: Promise.resolve({}) },
    Promise.resolve({ stream: flow([{ contentBlockDelta: { delta: { text: "Hi you" } } }]), $metadata: {} }),
    async () => ({ body: flow([{ chunk: { bytes: bytes({ type: "content_block_delta", delta: { text: "Hi you" } }) } }]) }),
  ];
  for (const source of sources) expect((await streamed(source)).result).toBe("Hi you");
});

test("a letter of which the bytes come in two pieces is one letter", async () => {
  const all = new TextEncoder().encode("grüß");
  expect((await streamed(flow([all.slice(0, 3), all.slice(3)]))).result).toBe("grüß");
});

test("an error told in a chunk is the script's, and the text before it stays", async () => {
  for (const told of [
    { type: "error", error: new Error("quota") },
    { type: "error", error: { type: "overloaded_error", message: "quota" } },
    { type: "response.failed", response: { error: { message: "quota" } } },
  ]) {
    const { page } = await streamed(flow(["so far", told]));
    expect(page.all("markdown").map(({ props }) => props.body)).toEqual(["so far"]);
    expect(page.all("exception").map(({ props }) => props.message)).toEqual(["quota"]);
  }
});

test("what only looks a little like a chunk is written as st.write does", async () => {
  const own: unknown[] = [
    { text: "a note", by: "Ada" },
    { type: "finish", place: 3 },
    { type: "start", time: "9:00" },
    { type: "error", error: "code 5" },
    { event: "party", data: { chunk: "x" } },
    { metadata: { title: "x" } },
    [{ content: "x" }, { y: 1 }],
    { stream: "Rhine" },
    { data: { rows: 1 } },
  ];
  expect((await streamed(flow(own))).result).toEqual(own);
});
