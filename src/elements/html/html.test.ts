import { expect, test } from "vitest";
import { createTestHost } from "../../hosts/test/host.ts";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const message = async (script: () => unknown) => (await visit(script)).all("exception")[0]?.props.message as string;

test("HTML travels as it is written, and only styles take no room", async () => {
  const page = await visit(() => {
    st.html("<b>bold</b>", { width: "content" });
    st.html("<style>p { color: red }</style> <!-- why -->");
    st.html("<script>1</script> <style></style>", { unsafeAllowJavascript: true });
    st.html("Text with 2 < 3 in page.html");
  });
  expect(page.all("html").map(({ props }) => props)).toMatchObject([
    { body: "<b>bold</b>", width: "content" },
    { styles: true },
    { styles: true, scripts: true },
    { body: "Text with 2 < 3 in page.html" },
  ]);
  expect(page.all("html")[0]?.props.styles).toBeUndefined();
});

test("ui-html-004 the path of a file stands for what is in it, a style sheet for its styles", async () => {
  const files: Record<string, string> = { "note.html": "<i>from the file</i>", "look.css": "p { margin: 0 }" };
  const readText = (path: string) => {
    const text = files[path];
    if (text === undefined) throw new Error("ENOENT");
    return text;
  };
  const page = await visit(
    () => {
      st.html("note.html");
      st.html("look.css");
      st.html("gone.html");
    },
    { host: { ...createTestHost(), readText } },
  );
  expect(page.all("html").map(({ props }) => props.body)).toEqual(["<i>from the file</i>", "<style>p { margin: 0 }</style>"]);
  expect(page.all("exception")[0]?.props.message).toBe('st.html: the file "gone.html" cannot be read');
});

test("nothing, and what is no text, is refused", async () => {
  expect(await message(() => st.html("  "))).toBe("st.html: body cannot be blank");
  expect(await message(() => st.html("a", { unsafeAllowJavascript: "yes" as never }))).toBe('st.html: unsafeAllowJavascript must be true or false, not "yes"');
  expect(await message(() => st.html(5 as never))).toBe("st.html: body must be text, not 5");
});
