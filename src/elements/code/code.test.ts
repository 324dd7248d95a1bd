import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("ui-code-003 the code travels exactly, but for blank lines around it", async () => {
  const page = await visit(() => {
    st.code("\n  if (x) {\n    y();\n  }\n", "javascript", { lineNumbers: true });
    st.code("plain", null);
    st.code("const a = 1", { wrapLines: true, height: 200 });
  });
  expect(page.all("code").map(({ props }) => [props.body, props.language])).toEqual([
    ["  if (x) {\n    y();\n  }", "javascript"],
    ["plain", undefined],
    ["const a = 1", "typescript"],
  ]);
  expect(page.all("code")[0]?.props.lineNumbers).toBe(true);
  expect(page.all("code")[2]?.props).toMatchObject({ wrapLines: true, height: 200 });
});

test("a language that is no text is refused", async () => {
  const page = await visit(() => st.code("x", 5 as never));
  expect(page.all("exception")[0]?.props.message).toContain("st.code: language must be a name");
});
