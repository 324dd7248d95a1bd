// What streams, dialogs and chats return, checked by the compiler alone.
import st from "rivulet";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** `is<typeof value, Wanted>(true)` compiles only if both are exactly the same type. */
declare function is<A, B>(same: Same<A, B>): void;
declare function words(): AsyncGenerator<string>;
declare function mixed(): AsyncGenerator<string | number>;
declare function openai(): Promise<AsyncIterable<{ choices: { delta: { content?: string | null } }[] }>>;

const text = await st.writeStream(words());
is<typeof text, string>(true);
const fromFunction = await st.writeStream(words, { onEnd: (all) => void all.trim() });
is<typeof fromFunction, string>(true);
const chunks = await st.writeStream(openai());
is<typeof chunks, string>(true);
declare const sdk: { textStream: AsyncIterable<string> & ReadableStream<string>; fullStream: AsyncIterable<object> };
const fromSdk = await st.writeStream(sdk);
is<typeof fromSdk, string>(true);
declare function bedrock(): Promise<{ stream: AsyncIterable<{ contentBlockDelta?: { delta?: { text: string } } }> | undefined }>;
const fromBedrock = await st.writeStream(bedrock());
is<typeof fromBedrock, string>(true);
declare const graph: AsyncIterable<[{ content: string | object[]; response_metadata: object; getType(): string }, Record<string, unknown>]>;
const fromGraph = await st.writeStream(graph);
is<typeof fromGraph, string>(true);
const list = await st.writeStream(mixed());
is<typeof list, string | unknown[]>(true);

const open = st.dialog("Title", (_row: number) => 5);
is<typeof open, (_row: number) => void>(true);
const wait = st.dialog("Title", { width: "large" }, async () => 5);
is<typeof wait, () => Promise<void>>(true);

const prompt = st.chatInput("Say", { onSubmit: (message) => void message.trim() });
is<typeof prompt, string | null>(true);
const said = st.chatMessage("user", () => 5);
is<typeof said, number>(true);
const status = st.status("Work");
status.update({ state: "complete" });
status.write("inside");
const done = st.status("Work", (here) => (here.update({ label: "x" }), "ok" as const));
is<typeof done, "ok">(true);
const inside = st.popover("More", { onChange: "rerun" }, () => 5);
is<typeof inside, number | undefined>(true);
const always = st.popover("More", () => 5);
is<typeof always, number>(true);
const place = st.popover("More");
is<typeof place.open, boolean | null>(true);
const clicked = st.linkButton("Go", "/x", { onClick: "rerun" });
is<typeof clicked, boolean>(true);
const echoed = st.echo(() => 5);
is<typeof echoed, number>(true);
