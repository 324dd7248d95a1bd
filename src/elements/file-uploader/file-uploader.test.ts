import { expect, test } from "vitest";
import { AppTest } from "../../hosts/test/app-test.ts";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";
import { readFileTypes } from "./file-types.ts";

const failure = (page: Visit) => page.all("exception").map(({ props }) => `${props.message} ${props.hint ?? ""}`)[0];
const text = (name: string, body: string) => new File([body], name, { type: "text/plain", lastModified: 5 });

test("fu-001 without a file a single uploader gives null, one for several an empty list", async () => {
  const seen: unknown[] = [];
  await AppTest.fromFunction(() => {
    seen.push(
      st.fileUploader("One"),
      st.fileUploader("Many", { acceptMultipleFiles: true }),
      st.fileUploader("Folder", "csv", "directory"),
      st.fileUploader("By place", ["csv"], true),
    );
  }).run();
  expect(seen).toEqual([null, [], [], []]);
});

test("fu-002 fu-019 an uploaded file has its name, size, type and bytes in every run, and can be read again and again", async () => {
  const seen: File[] = [];
  const at = AppTest.fromFunction(async () => {
    const file = st.fileUploader("File");
    if (!file) return;
    seen.push(file);
    st.text(`${file.name} ${file.size} ${file.type} ${file.lastModified} ${await file.text()} ${await file.text()} ${await file.slice(1, 3).text()}`);
  });
  await at.run();
  await at.fileUploader[0]?.upload(text("a.txt", "abc")).run();
  expect(at.text[0]?.value).toBe("a.txt 3 text/plain 5 abc abc bc");
  await at.run();
  expect(at.text[0]?.value).toBe("a.txt 3 text/plain 5 abc abc bc");
  expect(seen[0]).toBeInstanceOf(File);
  expect(seen[1]).toBe(seen[0]);
  await at.fileUploader[0]?.clear().run();
  expect(at.text.length).toBe(0);
});

test("fu-005 several files come in the order of their arrival, and one that is removed leaves the others", async () => {
  const at = AppTest.fromFunction(() => {
    st.text(
      st
        .fileUploader("Files", { acceptMultipleFiles: true })
        .map(({ name }) => name)
        .join(),
    );
  });
  await at.run();
  await at.fileUploader[0]?.upload(text("a.txt", "1")).upload(text("b.txt", "2")).run();
  expect(at.text[0]?.value).toBe("a.txt,b.txt");
  await at.fileUploader[0]?.remove("a.txt").run();
  expect(at.text[0]?.value).toBe("b.txt");
});

test("fu-007 a file in a form reaches the script with the submit; a cleared form is empty for the next one", async () => {
  const at = AppTest.fromFunction(() => {
    const file = st.form("f", { clearOnSubmit: true }, () => {
      const file = st.fileUploader("File");
      st.formSubmitButton("Send");
      return file;
    });
    st.button("Else");
    st.text(String(file?.name));
  });
  await at.run();
  at.fileUploader[0]?.upload(text("a.txt", "abc"));
  await at.button.byLabel("Else").click().run();
  expect(at.text[0]?.value).toBe("undefined");
  await at.formSubmitButton[0]?.click().run();
  expect(at.text[0]?.value).toBe("a.txt");
  await at.formSubmitButton[0]?.click().run();
  expect(at.text[0]?.value).toBe("undefined");
});

test("fu-009 session state shows the file under the key, and code cannot set it", async () => {
  const at = AppTest.fromFunction(() => {
    const file = st.fileUploader("File", { key: "f" });
    st.text(String(st.sessionState.f === file));
    if (st.button("Set")) st.sessionState.f = null;
  });
  await at.run();
  await at.fileUploader("f").upload(text("a.txt", "abc")).run();
  expect(at.text[0]?.value).toBe("true");
  await at.button[0]?.click().run();
  await at.run();
  const before = await visit(() => {
    st.sessionState.f = new File([], "x");
    st.fileUploader("File", { key: "f" });
  });
  expect(failure(before)).toContain('the value of st.fileUploader with key "f" cannot be set by st.sessionState');
});

test("fu-012 an uploader that was not drawn for a run has lost its file, unless its state persists", async () => {
  const at = AppTest.fromFunction(() => {
    if (st.checkbox("Show", true)) {
      const files = [st.fileUploader("Plain", { key: "plain" }), st.fileUploader("Kept", { key: "kept", persistState: "session" })];
      st.text(files.map((file) => file?.name).join());
    }
  });
  await at.run();
  at.fileUploader("plain").upload(text("a.txt", "1"));
  await at.fileUploader("kept").upload(text("b.txt", "2")).run();
  expect(at.text[0]?.value).toBe("a.txt,b.txt");
  await at.checkbox[0]?.uncheck().run();
  await at.checkbox[0]?.check().run();
  expect(at.text[0]?.value).toBe(",b.txt");
});

test("wid-021 other types or another number of files make it another uploader, without a file", async () => {
  const at = AppTest.fromFunction(() => {
    const file = st.fileUploader("File", { type: st.checkbox("Any") ? undefined : "txt", key: "f" });
    const files = st.fileUploader("Files", { acceptMultipleFiles: st.checkbox("Several"), key: "g" });
    st.text(`${file?.name} ${Array.isArray(files) ? files.length : files?.name}`);
  });
  await at.run();
  at.fileUploader("f").upload(text("a.txt", "1"));
  await at.fileUploader("g").upload(text("b.txt", "1")).run();
  expect(at.text[0]?.value).toBe("a.txt b.txt");
  await at.checkbox[0]?.check().run();
  expect(at.text[0]?.value).toBe("undefined b.txt");
  await at.checkbox[1]?.check().run();
  expect(at.text[0]?.value).toBe("undefined 0");
});

test("fu-013 sister endings are taken, whatever their case, and others are not given to the script", async () => {
  expect(readFileTypes("x", "type", ["jpg", ".MPG", "tif", "htm", "image"])).toEqual([
    ".jpg",
    ".mpg",
    ".tif",
    ".htm",
    "image/*",
    ".jpeg",
    ".mpeg",
    ".tiff",
    ".html",
  ]);
  const page = await visit(() => {
    const files = st.fileUploader("Files", { type: ["jpg", "htm"], acceptMultipleFiles: true });
    st.text(files.map(({ name }) => name).join());
  });
  const refs = ["a.JPEG", "b.html", "c.txt"].map((name) => ({ upload: page.uploads.add(new File(["x"], name)), name, size: 1, type: "" }));
  await page.set(page.all("fileUploader")[0], refs);
  expect(page.all("text")[0]?.props.body).toBe("a.JPEG,b.html");
});

test("a test cannot upload what a page would refuse", async () => {
  const at = AppTest.fromFunction(() => void st.fileUploader("File", { type: "csv", maxUploadSize: 1 }));
  await at.run();
  expect(() => at.fileUploader[0]?.upload(text("a.txt", "abc"))).toThrow("a.txt is not of the types taken, .csv");
  expect(() => at.fileUploader[0]?.upload(new File([new Uint8Array(2_000_000)], "a.csv"))).toThrow("larger than the 1 MB");
  expect(() => at.fileUploader[0]?.setValue("a.csv" as never)).toThrow("a file must be a File, not string");
});

test("a file goes after the run that lets go of it, unless session state holds it", async () => {
  const page = await visit(() => {
    const file = st.fileUploader("File", { key: "f" });
    if (file && st.checkbox("Keep")) st.sessionState.kept = [{ file }];
    if (st.button("Forget")) delete st.sessionState.kept;
  });
  const ref = (name: string) => ({ upload: page.uploads.add(text(name, "abc")), name, size: 3, type: "" });
  const uploader = () => page.all("fileUploader")[0];
  const first = ref("a.txt");
  await page.set(uploader(), [first]);
  expect(page.uploads.size).toBe(1);
  await page.set(uploader(), [ref("b.txt")]);
  expect(page.uploads.get(first.upload)).toBeUndefined();
  await page.set(page.all("checkbox")[0], true);
  await page.set(uploader(), []);
  expect(page.uploads.size).toBe(1);
  await page.click(page.all("button")[0]);
  await page.rerun();
  expect(page.uploads.size).toBe(0);
});

test("a file that was taken back before the script heard of it goes at once, one it has stays", async () => {
  const page = await visit(() => void st.fileUploader("File"));
  const [mine, other] = [page.uploads.add(text("a.txt", "a")), page.uploads.add(text("b.txt", "b"))];
  await page.set(page.all("fileUploader")[0], [{ upload: mine, name: "a.txt", size: 1, type: "" }]);
  page.session.discardUpload(mine);
  page.session.discardUpload(other);
  expect([page.uploads.get(mine)?.name, page.uploads.get(other)]).toEqual(["a.txt", undefined]);
});

test("what a page makes up is no file", async () => {
  const page = await visit(() => st.text(String(st.fileUploader("File"))));
  for (const evil of [[{ upload: "../../etc/passwd" }], [5], "x", { files: 1 }, null, [null]]) {
    await page.set(page.all("fileUploader")[0], evil);
    expect(page.all("text")[0]?.props.body).toBe("null");
  }
});

test("arguments that are none are refused by name", async () => {
  expect(failure(await visit(() => void st.fileUploader("x", { type: 5 as never })))).toContain("type must be an ending");
  expect(failure(await visit(() => void st.fileUploader("x", { type: "csv,txt" })))).toContain('Write { type: ["csv", "txt"] }');
  expect(failure(await visit(() => void st.fileUploader("x", { maxUploadSize: 0.5 })))).toContain(
    "maxUploadSize must be a whole number of megabytes above 0, not 0.5",
  );
  expect(failure(await visit(() => void st.fileUploader("x", { acceptMultipleFiles: "many" as never })))).toContain(
    'acceptMultipleFiles must be true, false or "directory", not "many"',
  );
});
