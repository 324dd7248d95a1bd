import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const message = async (script: () => unknown) => (await visit(script)).all("exception")[0]?.props.message;

test("a diagram travels as its description, without shared indentation", async () => {
  const page = await visit(() => {
    st.mermaidChart(
      `
      flowchart LR
        a --> b
    `,
      { height: 200 },
    );
  });
  expect(page.all("mermaidChart")[0]?.props).toEqual({ body: "flowchart LR\n  a --> b", height: 200 });
});

test("nothing, and what is no text, is refused", async () => {
  expect(await message(() => st.mermaidChart(" \n "))).toBe("st.mermaidChart: body cannot be blank");
  expect(await message(() => st.mermaidChart(5 as never))).toBe("st.mermaidChart: body must be text, not 5");
  expect(await message(() => st.mermaidChart("graph LR", { width: 0 }))).toContain("st.mermaidChart: width must be");
});
