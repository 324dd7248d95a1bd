import { expect, test, vi } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";
import type { Op } from "../../protocol/messages.ts";

const pause = (ms = 1) => new Promise<void>((done) => setTimeout(done, ms));
const errors = (page: Visit) => page.all("exception").map((node) => node.props.message as string);
const texts = (page: Visit) => page.all("markdown").map((node) => node.props.body as string);

async function* words(...all: unknown[]) {
  for (const word of all) {
    yield word;
    await pause();
  }
}

/** What the script got from streaming `make()`, and the page. */
async function streamed(make: () => unknown, options = {}): Promise<{ result: unknown; page: Visit }> {
  let result: unknown;
  const page = await visit(async () => {
    result = await st.writeStream(make() as AsyncIterable<unknown>, options);
  });
  return { result, page };
}

test("str-002 str-005 texts become one element and come back joined, from every kind of stream", async () => {
  const bytes = new TextEncoder().encode("grüß dich");
  const sources: (() => unknown)[] = [
    () => words("grüß ", "dich"),
    () => () => words("grüß ", "dich"),
    () => async () => words("grüß ", "dich"),
    () => Promise.resolve(words("grüß ", "dich")),
    () => ["grüß ", "dich"],
    () =>
      function* () {
        yield "grüß ";
        yield "dich";
      },
    () => new ReadableStream({ start: (to) => (to.enqueue("grüß "), to.enqueue("dich"), to.close()) }),
    () => new Response(new ReadableStream({ start: (to) => (to.enqueue(bytes.slice(0, 3)), to.enqueue(bytes.slice(3)), to.close()) })),
  ];
  for (const source of sources) {
    const { result, page } = await streamed(source);
    expect(result).toBe("grüß dich");
    expect(texts(page)).toEqual(["grüß dich"]);
  }
  expect((await streamed(() => [])).result).toBe("");
});

test("str-001 ui-write-006 text, a table and text are three elements, and writing the list again gives the same", async () => {
  const rows = [{ a: 1 }, { a: 2 }];
  const { result, page } = await streamed(() => words("one ", "two", rows, "three"));
  expect(result).toEqual(["one two", rows, "three"]);
  const kinds = (of: Visit) => of.mirror.root("main").children.map(({ kind }) => kind);
  expect(kinds(page)).toEqual(["markdown", "dataframe", "markdown"]);
  const again = await visit(() => {
    for (const item of result as unknown[]) st.write(item);
  });
  expect(kinds(again)).toEqual(kinds(page));
  expect(texts(again)).toEqual(texts(page));
});

test("str-011 a function in the stream is called, numbers and objects are written, and text before them is closed", async () => {
  const { result, page } = await streamed(() => words("a", () => st.text("called"), "b", 5, { x: 1 }));
  expect(page.mirror.root("main").children.map(({ kind }) => kind)).toEqual(["markdown", "text", "markdown", "markdown", "json"]);
  expect(result).toEqual(["a", "b", 5, { x: 1 }]);
});

test("str-003 what is no stream is refused, with what to do instead", async () => {
  const message = async (value: unknown) => errors((await streamed(() => value)).page)[0];
  expect(await message("plain text")).toContain('expects a generator or stream-like object as input, not "plain text"');
  expect(await message(new Float64Array(3))).toContain("expects a generator or stream-like object");
  expect(await message({ a: [1, 2], b: [3, 4] })).toContain("expects a generator or stream-like object");
  expect(await message(5)).toBe("st.writeStream: 5 cannot be iterated");
  expect(await message(undefined)).toBe("st.writeStream: undefined cannot be iterated");
});

test("chunks of the common clients of language models become text", async () => {
  const openai = [
    { choices: [{ delta: { role: "assistant", content: "" } }] },
    { choices: [{ delta: { content: "Hi " } }] },
    { choices: [{ delta: { content: "you" } }] },
    { choices: [{ delta: {}, finish_reason: "stop" }] },
    { choices: [], usage: {} },
  ];
  const anthropic = [
    { type: "message_start", message: {} },
    { type: "content_block_start", index: 0 },
    { type: "ping" },
    { type: "content_block_delta", delta: { type: "text_delta", text: "Hi " } },
    { type: "content_block_delta", delta: { type: "text_delta", text: "you" } },
    { type: "content_block_stop" },
    { type: "message_delta", delta: { stop_reason: "end_turn" } },
    { type: "message_stop" },
  ];
  const responses = [
    { type: "response.created" },
    { type: "response.output_text.delta", delta: "Hi " },
    { type: "response.output_text.delta", delta: "you" },
    { type: "response.completed" },
  ];
  const gemini = [
    { candidates: [{ content: { parts: [{ text: "thinking", thought: true }, { text: "Hi " }] } }] },
    { candidates: [{ content: { parts: [{ text: "you" }] } }] },
    { usageMetadata: {} },
  ];
  const ollama = [
    { message: { role: "assistant", content: "Hi " }, done: false },
    { message: { content: "you" }, done: true },
  ];
  class AIMessageChunk {
    constructor(readonly content: unknown) {}
    getType = () => "ai";
  }
  const langchain = [new AIMessageChunk("Hi "), new AIMessageChunk([{ type: "text", text: "you" }])];
  for (const chunks of [openai, anthropic, responses, gemini, ollama, langchain]) expect((await streamed(() => words(...chunks))).result).toBe("Hi you");
});

test("objects of the script that only look a little like chunks are written", async () => {
  const { result } = await streamed(() => words({ content: "note" }, { type: "cat" }, { message: "x" }));
  expect(result).toEqual([{ content: "note" }, { type: "cat" }, { message: "x" }]);
});

test("a word travels alone, whatever stands before it, and the end of the text costs next to nothing", async () => {
  const { page } = await streamed(() => words(..."abcdefghij".split("").map((letter) => letter.repeat(100))));
  const ops = page.mirror.messages.flatMap((message): Op[] => (message.type === "patch" ? message.ops : []));
  expect(ops.filter(({ op }) => op === "insert")).toHaveLength(1);
  expect(ops.filter(({ op }) => op === "set")).toEqual([]);
  const added = ops.flatMap((op) => (op.op === "append" && op.prop === "body" ? [op.value as string] : []));
  expect(added.join("")).toHaveLength(900);
  expect(Math.max(...added.map(({ length }) => length))).toBeLessThan(500);
});

test("a cursor stands behind the text until it ends, and the same text drawn in the next run sends nothing", async () => {
  let go = () => {};
  const wait = new Promise<void>((done) => {
    go = done;
  });
  let runs = 0;
  const page = await visit(async () => {
    runs += 1;
    if (runs === 2) {
      await st.writeStream(async function* () {
        yield "one ";
        await wait;
        yield "two";
      });
    } else if (runs === 3) st.markdown("one two");
  });
  const going = page.rerun();
  await vi.waitFor(() => expect(page.all("markdown")[0]?.props).toMatchObject({ body: "one ", cursor: "", ended: [] }));
  go();
  await going;
  expect(page.all("markdown")[0]?.props).toMatchObject({ body: "one two", ended: [true] });
  const { revision } = page.mirror;
  await page.rerun();
  expect(texts(page)).toEqual(["one two"]);
  expect(page.mirror.revision).toBe(revision);
});

/** A script that streams for ever after its button was clicked, and keeps what was written. */
function endless() {
  const seen = { closed: 0, runs: 0, after: 0 };
  async function* flow() {
    try {
      for (let at = 0; ; at += 1) {
        yield `w${at} `;
        await pause(5);
      }
    } finally {
      seen.closed += 1;
    }
  }
  const script = async () => {
    seen.runs += 1;
    const s = st.sessionState.init({ kept: [] as string[] });
    for (const text of s.kept) st.text(text);
    st.slider("Level", 0, 10);
    if (!st.button("Go")) return;
    await st.writeStream(flow(), { onEnd: (text) => void s.kept.push(text) });
    seen.after += 1;
  };
  return { seen, script };
}

/** Resolves when three words of the endless stream are on the page. */
const begun = (page: Visit) => vi.waitFor(() => expect(texts(page)[0]).toMatch(/^w0 w1 w2/));

test("Stop closes the source; the text stays, without a cursor, and goes to onEnd", async () => {
  const { seen, script } = endless();
  const page = await visit(script);
  page.ask({ triggers: { [page.all("button")[0]?.props.widget.id]: true } });
  await begun(page);
  page.send({ type: "stop" });
  await vi.waitFor(() => expect(seen.closed).toBe(1));
  expect(seen).toEqual({ closed: 1, runs: 2, after: 0 });
  expect(page.all("markdown")[0]?.props).toMatchObject({ body: expect.stringMatching(/^w0 w1 /), ended: [true] });
  const text = texts(page)[0];
  await page.rerun();
  expect(page.all("text").map(({ props }) => props.body)).toEqual([text?.trim()]);
});

test("str-012 a changed widget cuts the stream short, and the new run has the partial text already", async () => {
  const { seen, script } = endless();
  const page = await visit(script);
  page.ask({ triggers: { [page.all("button")[0]?.props.widget.id]: true } });
  await begun(page);
  await page.set(page.all("slider")[0], [3]);
  await vi.waitFor(() => expect(seen.closed).toBe(1));
  expect(seen).toEqual({ closed: 1, runs: 3, after: 0 });
  expect(page.all("text").map(({ props }) => props.body)).toEqual([expect.stringMatching(/^w0 w1 /)]);
  expect(page.all("markdown")).toEqual([]);
});

test("a stream that waits for ever is left at once when it is cut short, and a ReadableStream is cancelled", async () => {
  let cancelled = 0;
  let over = 0;
  const page = await visit(async () => {
    if (!st.button("Go")) return;
    const silent = new ReadableStream<string>({ start: (to) => to.enqueue("first"), cancel: () => void (cancelled += 1) });
    try {
      await st.writeStream(silent);
    } finally {
      over += 1;
    }
  });
  page.ask({ triggers: { [page.all("button")[0]?.props.widget.id]: true } });
  await pause(40);
  page.send({ type: "stop" });
  await pause(20);
  expect([cancelled, over]).toEqual([1, 1]);
});

test("an error of the source keeps the text, goes to onEnd first and is then the script's", async () => {
  const ends: string[] = [];
  const { page } = await streamed(
    async function* () {
      yield "so far";
      throw new Error("line dropped");
    },
    { onEnd: (text: string) => void ends.push(text) },
  );
  expect(ends).toEqual(["so far"]);
  expect(texts(page)).toEqual(["so far"]);
  expect(page.all("markdown")[0]?.props.ended).not.toEqual([]);
  expect(errors(page)).toEqual(["line dropped"]);
});

test("a sync generator that never waits lets others have their turn, and can be stopped", async () => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  const page = await visit(async () => {
    if (!st.button("Go")) return;
    await st.writeStream(function* () {
      for (;;) yield "x";
    });
  });
  page.ask({ triggers: { [page.all("button")[0]?.props.widget.id]: true } });
  await pause(80);
  page.send({ type: "stop" });
  clearInterval(timer);
  expect(turns).toBeGreaterThan(1);
  expect(texts(page)[0]).toMatch(/^x+$/);
});

test("streams into two columns run side by side", async () => {
  const page = await visit(async () => {
    const [left, right] = st.columns(2);
    await Promise.all([left.writeStream(words("a", "b", "c")), right.writeStream(words("1", "2", "3"), { cursor: null })]);
  });
  expect(texts(page)).toEqual(["abc", "123"]);
});
