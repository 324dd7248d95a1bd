import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Download, Locator, WebSocketRoute } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launch } from "./chromium.ts";
import { type RunningApp, script, serveApp } from "./serve.ts";
import { type Visitor, visitor } from "./visitor.ts";

const APP = `import st from "rivulet";
const s = st.sessionState.init({ runs: 0, sent: null as string | null });
s.runs += 1;
st.title("Files");
const one = st.fileUploader("One", { type: ["txt", "jpg"], key: "one" });
const many = st.fileUploader("Many", { acceptMultipleFiles: true });
const folder = st.fileUploader("Folder", { acceptMultipleFiles: "directory", type: "txt" });
st.fileUploader("Off", { disabled: true });
const shown = st.checkbox("Show", true) ? st.fileUploader("Sometimes", { key: "some" }) : undefined;
st.form("form", { clearOnSubmit: true }, () => {
  const file = st.fileUploader("In a form");
  if (st.formSubmitButton("Send")) s.sent = file?.name ?? "nothing";
});
if (st.button("Get data")) { var data = await one?.text(); st.table([{ data }]); }
if (st.button("Save")) st.text(data!.length);
st.downloadButton("Text", "Grüße", { fileName: "größe.txt" });
st.downloadButton("Quiet", new Uint8Array([1, 2, 3]), { fileName: "three.bin", onClick: "ignore" });
if (st.downloadButton("Made", async () => one ?? st.stop(), { key: "made" })) st.caption("downloaded");
st.downloadButton("Broken", () => { throw new Error("no such report"); }, { onClick: "ignore" });
const names = (files: File[]) => files.map(({ name }) => name);
st.code(JSON.stringify({ runs: s.runs, sent: s.sent, one: one && [one.name, one.type, await one.text()], many: names(many), folder: names(folder).toSorted(), some: shown?.name ?? null }), { language: null });
`;

let browser: Browser;
let app: RunningApp;
let visit: Visitor;
let line: WebSocketRoute | undefined;

beforeAll(async () => {
  browser = await launch();
  app = await serveApp(script(APP), "--server.maxUploadSize", "1");
});
afterAll(async () => {
  await app?.stop();
  await browser?.close();
});
beforeEach(async () => {
  visit = await visitor(browser, "about:blank", { viewport: { width: 1000, height: 1400 } });
  await visit.page.routeWebSocket(/stream/, (socket) => {
    line = socket;
    socket.connectToServer();
  });
  await visit.page.goto(app.url);
  await visit.page.getByTestId("stFileUploader").last().waitFor();
});
afterEach(async () => {
  const { troubles } = visit;
  await visit.close();
  // What a test makes go wrong on purpose is no trouble.
  expect(troubles.filter((trouble) => !/Failed to load resource|about:blank|net::ERR/.test(trouble))).toEqual([]);
});

interface Facts {
  runs: number;
  sent: string | null;
  one: [string, string, string] | null;
  many: string[];
  folder: string[];
  some: string | null;
}
const facts = async () => JSON.parse(await visit.page.getByTestId("stCode").locator("code").innerText()) as Facts;
const becomes = (key: keyof Facts, value: unknown) => expect.poll(async () => (await facts())[key], { timeout: 15_000 }).toEqual(value);

const uploader = (label: string): Locator => visit.page.getByTestId("stFileUploader").filter({ has: visit.page.getByText(label, { exact: true }) });
const input = (label: string) => uploader(label).getByTestId("stFileUploaderDropzoneInput");
const zone = (label: string) => uploader(label).getByTestId("stFileUploaderDropzone");
const rows = (label: string) => uploader(label).getByTestId("stFileUploaderFile");
const names = (label: string) => uploader(label).getByTestId("stFileUploaderFileName").allInnerTexts();
const file = (name: string, content = "abc", mimeType = "text/plain") => ({ name, mimeType, buffer: Buffer.from(content) });

/** Holds files over a field, and drops them there. */
async function drag(label: string, events: string[], ...files: { name: string; type: string; content: string }[]): Promise<void> {
  const data = await visit.page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, type, content } of files) transfer.items.add(new File([content], name, { type }));
    return transfer;
  }, files);
  for (const event of events) await zone(label).dispatchEvent(event, { dataTransfer: data });
}

test("fu-002 ui-file_uploader-001 a file chosen by the button is listed with its size, reaches the script, and leaves by its cross", async () => {
  const chooser = visit.page.waitForEvent("filechooser");
  const browse = uploader("One").getByRole("button", { name: "Browse files One" });
  await browse.focus();
  await visit.page.keyboard.press("Enter");
  await (await chooser).setFiles(file("a.txt"));
  await becomes("one", ["a.txt", "text/plain", "abc"]);
  expect(await rows("One").innerText()).toContain("3 B");
  await visit.page.getByText("Show", { exact: true }).click();
  await becomes("some", null);
  expect((await facts()).one).toEqual(["a.txt", "text/plain", "abc"]);
  await input("One").setInputFiles(file("b.txt", "other"));
  await becomes("one", ["b.txt", "text/plain", "other"]);
  expect(await names("One")).toEqual(["b.txt"]);
  await uploader("One").getByRole("button", { name: "Remove b.txt" }).click();
  await becomes("one", null);
  expect(await rows("One").count()).toBe(0);
});

test("ui-file_uploader-002 fu-013 fu-015 a field lights up under a file and takes it when it is dropped, unless it is disabled", async () => {
  const picture = { name: "a.JPEG", type: "image/jpeg", content: "x" };
  await drag("One", ["dragenter", "dragover"], picture);
  expect(await zone("One").getAttribute("data-over")).toBe("true");
  await drag("One", ["drop"], picture);
  await becomes("one", ["a.JPEG", "image/jpeg", "x"]);
  expect(await zone("One").getAttribute("data-over")).toBeNull();
  const { runs } = await facts();
  await drag("Off", ["dragenter", "dragover"], picture);
  expect(await zone("Off").getAttribute("data-over")).toBeNull();
  await drag("Off", ["drop"], picture);
  expect(await rows("Off").count()).toBe(0);
  await visit.page.getByRole("button", { name: "Save" }).focus();
  expect((await facts()).runs).toBe(runs);
});

test("fu-005 ui-file_uploader-004 several files are listed newest first, come in their order, and leave one by one", async () => {
  await input("Many").setInputFiles([file("a.txt"), file("b.txt")]);
  await becomes("many", ["a.txt", "b.txt"]);
  expect(await names("Many")).toEqual(["b.txt", "a.txt"]);
  await input("Many").setInputFiles([file("c.txt"), file("d.txt")]);
  await becomes("many", ["a.txt", "b.txt", "c.txt", "d.txt"]);
  expect(await names("Many")).toEqual(["d.txt", "c.txt", "b.txt"]);
  await uploader("Many").getByRole("button", { name: "Next files" }).click();
  expect(await names("Many")).toEqual(["a.txt"]);
  await uploader("Many").getByRole("button", { name: "Remove a.txt" }).click();
  await becomes("many", ["b.txt", "c.txt", "d.txt"]);
  expect(await uploader("Many").getByTestId("stFileUploaderPagination").count()).toBe(0);
});

test("fu-006 ui-file_uploader-006 a file of another type is refused beside its name, and nothing is sent", async () => {
  const { runs } = await facts();
  const sent: string[] = [];
  visit.page.on("request", (request) => request.method() === "PUT" && sent.push(request.url()));
  await drag("One", ["drop"], { name: "a.json", type: "application/json", content: "{}" });
  await expect.poll(() => uploader("One").getByTestId("stFileUploaderFileErrorMessage").allInnerTexts()).toEqual(["application/json files are not allowed."]);
  expect(sent).toEqual([]);
  await input("One").setInputFiles(file("a.txt"));
  await becomes("one", ["a.txt", "text/plain", "abc"]);
  expect([(await facts()).runs, await names("One")]).toEqual([runs + 1, ["a.txt"]]);
});

test("fu-014 ui-file_uploader-007 the limit and the types are said beforehand, and a larger file is refused with the limit", async () => {
  expect(await uploader("One").getByTestId("stFileUploaderDropzoneInstructions").innerText()).toContain("Limit 1 MB per file • TXT, JPG");
  await input("Many").setInputFiles([file("big.txt", "x".repeat(1_048_577)), file("small.txt")]);
  await becomes("many", ["small.txt"]);
  expect(await uploader("Many").getByTestId("stFileUploaderFileErrorMessage").allInnerTexts()).toEqual(["The file must be 1 MB or smaller."]);
  expect(await visit.violations()).toEqual([]);
});

test("ui-file_uploader-009 when the server fails, the row says so and the app goes on; a running upload can be given up", async () => {
  const { page } = visit;
  await page.route(/upload_file/, (route) => route.fulfill({ status: 500, body: "" }));
  await input("One").setInputFiles(file("a.txt"));
  await expect.poll(() => uploader("One").getByTestId("stFileUploaderFileErrorMessage").allInnerTexts()).toEqual(["The file did not get through. Try again."]);
  await page.unroute(/upload_file/);
  await page.route(/upload_file/, () => {});
  await input("Many").setInputFiles(file("slow.txt"));
  await page.getByRole("progressbar", { name: "Uploading slow.txt" }).waitFor();
  await uploader("Many").getByRole("button", { name: "Cancel the upload of slow.txt" }).click();
  expect(await rows("Many").count()).toBe(0);
  await page.getByText("Show", { exact: true }).click();
  await becomes("some", null);
  expect([(await facts()).one, (await facts()).many]).toEqual([null, []]);
});

test("fu-011 ui-file_uploader-010 after a rerun and a short break of the connection the file is listed and can be read", async () => {
  await input("One").setInputFiles(file("a.txt"));
  await becomes("one", ["a.txt", "text/plain", "abc"]);
  const first = line;
  await first?.close();
  await expect.poll(() => line !== first, { timeout: 15_000 }).toBe(true);
  const { runs } = await facts();
  await visit.page.getByRole("button", { name: "Get data" }).click();
  await becomes("runs", runs + 1);
  expect((await facts()).one).toEqual(["a.txt", "text/plain", "abc"]);
  expect(await names("One")).toEqual(["a.txt"]);
});

test("fu-007 a file in a form reaches the script with the form, which waits for it, and is gone from a cleared form", async () => {
  const { page } = visit;
  let release = () => {};
  await page.route(/upload_file/, async (route) => {
    await new Promise<void>((done) => {
      release = done;
    });
    await route.continue();
  });
  const send = page.getByRole("button", { name: "Send" });
  await input("In a form").setInputFiles(file("form.txt"));
  await expect.poll(() => send.isDisabled()).toBe(true);
  release();
  await expect.poll(() => send.isDisabled()).toBe(false);
  expect((await facts()).sent).toBeNull();
  await send.click();
  await becomes("sent", "form.txt");
  expect(await rows("In a form").count()).toBe(0);
  await send.click();
  await becomes("sent", "nothing");
});

test("fu-012 an uploader that was not drawn for a run comes back without its file", async () => {
  await input("Sometimes").setInputFiles(file("a.txt"));
  await becomes("some", "a.txt");
  const toggle = visit.page.getByText("Show", { exact: true });
  await toggle.click();
  await expect.poll(() => uploader("Sometimes").count()).toBe(0);
  await toggle.click();
  await uploader("Sometimes").waitFor();
  expect([(await facts()).some, await rows("Sometimes").count()]).toEqual([null, 0]);
});

test("a folder comes with the paths of its files, those of other types left out", async () => {
  const folder = join(mkdtempSync(join(tmpdir(), "rivulet-folder-")), "notes");
  mkdirSync(join(folder, "deep"), { recursive: true });
  for (const name of ["a.txt", "b.csv", "deep/c.txt"]) writeFileSync(join(folder, name), name);
  await input("Folder").setInputFiles(folder);
  await becomes("folder", ["notes/a.txt", "notes/deep/c.txt"]);
});

test("btn-006 what the branch of a button has read is gone with the click on another, whose branch then fails", async () => {
  const { page } = visit;
  await input("One").setInputFiles(file("a.txt", "hello"));
  await becomes("one", ["a.txt", "text/plain", "hello"]);
  await page.getByRole("button", { name: "Get data" }).click();
  await page.getByTestId("stTable").waitFor();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByTestId("stException").waitFor();
  expect(await page.getByTestId("stException").innerText()).toContain("undefined");
  await expect.poll(() => page.getByTestId("stTable").count()).toBe(0);
});

async function downloaded(label: string): Promise<{ name: string; bytes: Buffer }> {
  const waiting = visit.page.waitForEvent("download", { timeout: 20_000 });
  await visit.page.getByRole("button", { name: label, exact: true }).click();
  const download: Download = await waiting;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test("ui-download_button-001 a click saves exactly that file and is true in one run", async () => {
  const { runs } = await facts();
  const { name, bytes } = await downloaded("Text");
  expect([name, bytes.toString()]).toEqual(["größe.txt", "Grüße"]);
  await becomes("runs", runs + 1);
  await input("One").setInputFiles(file("mine.txt", "my own words"));
  await becomes("one", ["mine.txt", "text/plain", "my own words"]);
  const made = await downloaded("Made");
  expect([made.name, made.bytes.toString()]).toEqual(["mine.txt", "my own words"]);
  await visit.page.getByText("downloaded").waitFor();
  await visit.page.getByText("Show", { exact: true }).click();
  await expect.poll(() => visit.page.getByText("downloaded").count()).toBe(0);
});

test("ui-download_button-002 with onClick ignore the file is saved and nothing reruns; what goes wrong is said at the button", async () => {
  const { runs } = await facts();
  const { name, bytes } = await downloaded("Quiet");
  expect([name, [...bytes]]).toEqual(["three.bin", [1, 2, 3]]);
  await visit.page.getByRole("button", { name: "Broken" }).click();
  await visit.page.getByTestId("stDownloadButtonError").waitFor();
  expect(await visit.page.getByTestId("stDownloadButtonError").innerText()).toContain("no such report");
  expect((await facts()).runs).toBe(runs);
});
