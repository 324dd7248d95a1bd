import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launch } from "./chromium.ts";
import { type RunningApp, script, serveApp } from "./serve.ts";
import { type Visitor, visitor } from "./visitor.ts";

const APP = `import st from "rivulet";
const s = st.sessionState.init({ messages: [] as unknown[], slow: false });
st.title("Devices");
const photo = st.cameraInput("Face", { resolution: "480p" });
const speech = st.audioInput("Voice", { sampleRate: 8000 });
const wav = speech && new DataView(await speech.arrayBuffer());
s.slow = st.checkbox("Slow");
const [plain] = st.columns(1);
const message = plain.chatInput("Plain", { submitMode: "disable" });
const rich = st.container().chatInput("Rich", { acceptFile: "multiple", acceptAudio: true, fileType: ["txt", "csv"], submitMode: "stop" });
if (message) s.messages.push(message);
if (rich) s.messages.push({ text: rich.text, files: await Promise.all(rich.files.map(async (file) => [file.name, await file.text()])), audio: rich.audio && [rich.audio.type, rich.audio.size > 44] });
st.code(JSON.stringify({
  photo: photo && [photo.type, photo.size > 1000, photo.name],
  speech: speech && wav && [speech.type, speech.name, wav.getUint32(24, true), wav.getUint16(22, true), speech.size > 4000],
  messages: s.messages,
}), { language: null });
if (s.slow && (message || rich)) await new Promise((done) => setTimeout(done, 60_000));
`;

let granting: Browser;
let refusing: Browser;
let app: RunningApp;
const visits: Visitor[] = [];

beforeAll(async () => {
  granting = await launch("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");
  refusing = await launch("--use-fake-device-for-media-stream");
  app = await serveApp(script(APP));
});
afterEach(async () => {
  for (const visit of visits.splice(0)) {
    expect(visit.troubles).toEqual([]);
    await visit.close();
  }
});
afterAll(async () => {
  await app?.stop();
  await granting?.close();
  await refusing?.close();
});

async function open(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
  const visit = await visitor(browser, app.url, { viewport: { width: 900, height: 1200 }, ...options });
  visits.push(visit);
  await visit.page.getByTestId("stChatInput").last().waitFor();
  return visit;
}

interface Facts {
  photo: unknown[] | null;
  speech: unknown[] | null;
  messages: unknown[];
}
const facts = async ({ page }: Visitor) => JSON.parse(await page.getByTestId("stCode").locator("code").innerText()) as Facts;
const becomes = (visit: Visitor, key: keyof Facts, value: unknown) => expect.poll(async () => (await facts(visit))[key], { timeout: 20_000 }).toEqual(value);

test("ui-camera_input-001 ui-camera_input-002 a live picture of 16 to 9, then the photo in its place, and back again when it is cleared", async () => {
  const visit = await open(granting);
  const video = visit.page.getByLabel("Picture of the camera");
  await video.waitFor();
  const box = await visit.page.getByTestId("stCameraInputWebcamStyledBox").boundingBox();
  expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(16 / 9, 1);
  await expect.poll(() => video.evaluate((element) => (element as HTMLVideoElement).videoHeight), { timeout: 20_000 }).toBe(480);
  await visit.page.getByRole("button", { name: "Take photo" }).click();
  await becomes(visit, "photo", ["image/jpeg", true, expect.stringMatching(/^camera_input_.*\.jpg$/)]);
  await visit.page.getByRole("img", { name: "The photo" }).waitFor();
  expect(await video.count()).toBe(0);
  await visit.page.getByRole("button", { name: "Clear photo" }).click();
  await becomes(visit, "photo", null);
  await video.waitFor();
});

test("ui-camera_input-003 ui-audio_input-004 without permission the camera and the microphone say what they need and where help is", async () => {
  const visit = await open(refusing);
  const { page } = visit;
  const camera = page.getByTestId("stCameraInputPermission");
  await camera.getByText("This app would like to use your camera.").waitFor();
  expect(await page.getByTestId("stCameraInputButton").isDisabled()).toBe(true);
  await camera.getByRole("button", { name: "How to allow access" }).click();
  expect(await camera.innerText()).toContain("Your browser asks once");
  await page.getByRole("button", { name: "Start recording" }).first().click();
  const microphone = page.getByTestId("stAudioInputPermission");
  await microphone.getByText("This app would like to use your microphone.").waitFor();
  await microphone.getByRole("button", { name: "How to allow access" }).waitFor();
  expect(await visit.violations()).toEqual([]);
});

test("ui-audio_input-001 ui-audio_input-003 a recording runs its clock and grows its wave, becomes a WAV file of the rate, is saved and cleared", async () => {
  const visit = await open(granting);
  const { page } = visit;
  const audio = page.getByTestId("stAudioInput");
  const time = audio.getByTestId("stAudioInputWaveformTimeCode");
  expect(await time.innerText()).toBe("00:00");
  await audio.getByRole("button", { name: "Start recording" }).click();
  await expect.poll(() => time.innerText(), { timeout: 20_000 }).toBe("00:01");
  expect(await audio.getByTestId("stAudioInputWaveSurfer").locator("rect").count()).toBeGreaterThan(2);
  await audio.getByRole("button", { name: "Stop recording" }).click();
  await becomes(visit, "speech", ["audio/wav", expect.stringMatching(/\.wav$/), 8000, 1, true]);
  const saving = page.waitForEvent("download");
  await audio.getByRole("button", { name: "Save recording" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/\.wav$/);
  expect(readFileSync(await saved.path()).toString("latin1", 0, 4)).toBe("RIFF");
  await audio.getByRole("button", { name: "Clear recording" }).click();
  await becomes(visit, "speech", null);
  expect(await time.innerText()).toBe("00:00");
});

const file = (name: string, content: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(content) });

test("ui-chat_input-009 files that are attached, dropped or pasted stand above the text and go with it", async () => {
  const visit = await open(granting);
  const { page } = visit;
  const chat = page.getByTestId("stChatInput").last();
  const field = chat.getByRole("textbox");
  const chips = chat.getByTestId("stFileChip");
  await chat.getByTestId("stChatInputFileUploadInput").setInputFiles([file("a.txt", "1"), file("b.txt", "2"), file("c.png", "3")]);
  await expect.poll(() => chips.filter({ hasText: "B" }).count()).toBeGreaterThan(1);
  expect(await chips.filter({ hasText: "c.png" }).innerText()).toContain("text/plain files are not allowed.");
  await chat.getByRole("button", { name: "Remove a.txt" }).click();
  for (const [kind, name] of [
    ["drop", "d.csv"],
    ["paste", "e.csv"],
  ] as const) {
    await field.evaluate(
      (element, { kind, name }) => {
        const data = new DataTransfer();
        data.items.add(new File([name], name, { type: "text/csv" }));
        const about = { bubbles: true, cancelable: true };
        element.dispatchEvent(
          kind === "drop" ? new DragEvent("drop", { ...about, dataTransfer: data }) : new ClipboardEvent("paste", { ...about, clipboardData: data }),
        );
      },
      { kind, name },
    );
    await chips.filter({ hasText: name }).filter({ hasText: "5 B" }).waitFor();
  }
  await field.fill("Look");
  await field.press("Enter");
  await becomes(visit, "messages", [
    {
      text: "Look",
      files: [
        ["b.txt", "2"],
        ["d.csv", "d.csv"],
        ["e.csv", "e.csv"],
      ],
      audio: null,
    },
  ]);
  expect([await chips.count(), await field.inputValue()]).toEqual([0, ""]);
});

test("ui-chat_input-010 what is spoken goes with the message when it is kept, and nowhere when it is discarded", async () => {
  const visit = await open(granting);
  const chat = visit.page.getByTestId("stChatInput").last();
  await chat.getByRole("textbox").fill("Listen");
  await chat.getByRole("button", { name: "Start recording" }).click();
  await expect.poll(() => chat.getByTestId("stChatInputWaveform").locator("rect").count(), { timeout: 20_000 }).toBeGreaterThan(3);
  await chat.getByRole("button", { name: "Discard recording" }).click();
  expect(await chat.getByRole("textbox").inputValue()).toBe("Listen");
  await chat.getByRole("button", { name: "Start recording" }).click();
  await expect.poll(() => chat.getByTestId("stChatInputWaveform").locator("rect").count(), { timeout: 20_000 }).toBeGreaterThan(3);
  await chat.getByRole("button", { name: "Keep recording" }).click();
  await becomes(visit, "messages", [{ text: "Listen", files: [], audio: ["audio/wav", true] }]);
});

test("while its run goes on, a chat field waits, or offers to stop it", async () => {
  const visit = await open(granting);
  const { page } = visit;
  const [plain, rich] = [page.getByTestId("stChatInput").first(), page.getByTestId("stChatInput").last()];
  await page.getByText("Slow").click();
  await rich.getByRole("textbox").fill("one");
  await rich.getByRole("textbox").press("Enter");
  await becomes(visit, "messages", [{ text: "one", files: [], audio: null }]);
  expect(await rich.getByRole("textbox").isDisabled()).toBe(true);
  await rich.getByTestId("stChatInputStopButton").click();
  await expect.poll(() => rich.getByRole("textbox").isDisabled()).toBe(false);
  await plain.getByRole("textbox").fill("two");
  await plain.getByRole("textbox").press("Enter");
  await becomes(visit, "messages", [{ text: "one", files: [], audio: null }, "two"]);
  expect(await plain.getByRole("textbox").isDisabled()).toBe(true);
  expect(await plain.getByTestId("stChatInputSubmitButton").isDisabled()).toBe(true);
  await page.getByText("Slow").click();
  await expect.poll(() => plain.getByRole("textbox").isDisabled(), { timeout: 10_000 }).toBe(false);
});
