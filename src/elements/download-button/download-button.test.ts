import { expect, test } from "vitest";
import { AppTest } from "../../hosts/test/app-test.ts";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

async function* words() {
  yield "one ";
  await Promise.resolve();
  yield new TextEncoder().encode("two");
}

test("ui-download_button-001 text, bytes, files and streams are what is downloaded, by name and type", async () => {
  const at = AppTest.fromFunction(() => {
    st.downloadButton("text", "Grüße");
    st.downloadButton("csv", "a,b", "data.csv", "text/x-mine");
    st.downloadButton("bytes", new Uint8Array([1, 2]));
    st.downloadButton("buffer", new Uint16Array([1]).buffer, { fileName: "table.xlsx" });
    st.downloadButton("blob", new Blob(["{}"], { type: "application/json" }));
    st.downloadButton("file", new File(["x"], "note.md"));
    st.downloadButton("stream", new Blob(["streamed"]).stream(), { fileName: "s.txt" });
    st.downloadButton("made", async () => words(), { fileName: "m.txt" });
  });
  await at.run();
  const got = [];
  for (const button of at.downloadButton) {
    const file = await button.download();
    got.push([file.name, file.type, button.label === "bytes" ? file.size : await file.text()]);
  }
  expect(got).toEqual([
    ["rivulet_download.txt", "text/plain; charset=utf-8", "Grüße"],
    ["data.csv", "text/x-mine", "a,b"],
    ["rivulet_download.bin", "application/octet-stream", 2],
    ["table.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "\u0001\0"],
    ["rivulet_download.json", "application/json", "{}"],
    ["note.md", "text/markdown; charset=utf-8", "x"],
    ["s.txt", "text/plain; charset=utf-8", "streamed"],
    ["m.txt", "text/plain; charset=utf-8", "one two"],
  ]);
});

test("a click is true for one run and calls onClick first, with exactly the args", async () => {
  const seen: unknown[] = [];
  const at = AppTest.fromFunction(() => {
    st.text(String(st.downloadButton("Save", "x", { onClick: (...all: unknown[]) => seen.push(all), args: [1, 2], key: "save" })));
    st.button("Else");
  });
  await at.run();
  await at.downloadButton("save").click().run();
  expect([at.text[0]?.value, seen]).toEqual(["true", [[1, 2]]]);
  await at.button[0]?.click().run();
  expect(at.text[0]?.value).toBe("false");
});

test("ui-download_button-002 with onClick ignore the page is told that a click is none of the script's business", async () => {
  const page = await visit(() => void st.downloadButton("Save", "x", { onClick: "ignore" }));
  expect(page.all("downloadButton")[0]?.props.quiet).toBe(true);
});

test("data is made when it is asked for, reads state of the moment, and what it draws is nowhere", async () => {
  let calls = 0;
  const at = AppTest.fromFunction(() => {
    st.sessionState.n = st.numberInput("n", 0, 10, 3, { step: 1 });
    st.downloadButton("Save", () => {
      calls += 1;
      st.write("nowhere");
      return `n is ${st.sessionState.n}`;
    });
  });
  await at.run();
  expect(calls).toBe(0);
  expect(await (await at.downloadButton[0]?.download())?.text()).toBe("n is 3");
  await at.numberInput[0]?.setValue(4).run();
  expect(await (await at.downloadButton[0]?.download())?.text()).toBe("n is 4");
  expect(at.markdown.length).toBe(0);
});

test("an error of the function is told, and a stream that was read is not read again", async () => {
  const at = AppTest.fromFunction(() => {
    st.downloadButton("broken", () => {
      throw new Error("no rows");
    });
    st.downloadButton("empty", (() => undefined) as never);
    st.downloadButton("stream", words());
  });
  await at.run();
  await expect(at.downloadButton[0]?.download()).rejects.toThrow("no rows");
  await expect(at.downloadButton[1]?.download()).rejects.toThrow("data must be text, bytes, a Blob, a File, a stream or a function");
  expect((await at.downloadButton[2]?.download())?.size).toBe(7);
  await expect(at.downloadButton[2]?.download()).rejects.toThrow("the stream was read already");
  expect(at.log.map(({ message }) => message).join()).toContain("no rows");
});

test("a link outlives its button by one run", async () => {
  const page = await visit(() => {
    if (st.button("Prepare")) st.downloadButton("Save", "x", { fileName: "x.txt" });
  });
  await page.click(page.all("button")[0]);
  const id = page.all("downloadButton")[0]?.props.widget.id as string;
  expect((await page.session.openMedia(id))?.size).toBe(1);
  await page.rerun();
  expect(page.all("downloadButton")).toEqual([]);
  expect((await page.session.openMedia(id))?.name).toBe("x.txt");
  await page.rerun();
  expect(await page.session.openMedia(id)).toBeUndefined();
});

test("form-007 a download button in a form is refused, and so are data without bytes and names in two lines", async () => {
  expect(failure(await visit(() => st.form("f", () => void st.downloadButton("x", "y"))))).toContain(`st.downloadButton() can't be used in the form "f"`);
  expect(failure(await visit(() => void st.downloadButton("x", { a: 1 } as never)))).toContain("st.downloadButton: data must be text, bytes");
  expect(failure(await visit(() => void st.downloadButton("x", Promise.resolve("y") as never)))).toContain("a promise was given");
  expect(failure(await visit(() => void st.downloadButton("x", "y", { fileName: "a\r\nb" })))).toContain("fileName must be text in one line");
  expect(failure(await visit(() => void st.downloadButton("x", "y", { onClick: "never" as never })))).toContain(
    'onClick must be "rerun" or "ignore", not "never"',
  );
});
