import { expect, test } from "vitest";
import { visitSource } from "../../hosts/node/testing/visit-source.ts";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("exc-003 exc-006 the box has the lines of the script only, and those of the error's causes in words", async () => {
  const page = await visitSource(`import st from "rivulet";
function load(): never {
  throw new Error("no file", { cause: new Error("disk") });
}
try {
  load();
} catch (error) {
  st.exception(error);
}
st.tabs([]);
`);
  const [shown, uncaught] = page.all("exception").map(({ props }) => props);
  expect(shown).toMatchObject({ name: "Error", message: "no file" });
  expect(shown.frames.map((frame: { line: number; code: string }) => [frame.line, frame.code.trim()])).toEqual([
    [3, 'throw new Error("no file", { cause: new Error("disk") });'],
    [6, "load();"],
  ]);
  expect(shown.hint).toContain("Caused by Error: disk");
  expect(uncaught.frames.map((frame: { line: number }) => frame.line)).toEqual([10]);
});

test("exc-005 the box of an uncaught error is gone once the next run has none", async () => {
  const page = await visit(() => {
    const bad = st.checkbox("bad");
    st.write("before");
    if (bad) throw new Error("boom");
  });
  expect(page.all("exception")).toEqual([]);
  await page.set(page.all("checkbox")[0], true);
  expect(page.all("exception").map(({ props }) => props.message)).toEqual(["boom"]);
  await page.set(page.all("checkbox")[0], false);
  expect(page.all("exception")).toEqual([]);
});

test("anything thrown can be shown, also an error that cannot say what it is", async () => {
  const page = await visit(() => {
    st.exception("just text");
    st.exception(
      Object.defineProperty(new Error("x"), "message", {
        get() {
          throw new Error("no words");
        },
      }),
    );
    st.exception(undefined);
  });
  expect(page.all("exception").map(({ props }) => props.message)).toEqual(["just text", "", "undefined"]);
});
