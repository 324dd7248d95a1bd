import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("ui-latex-001 a formula loses the dollars around it", async () => {
  const page = await visit(() => {
    st.latex(String.raw`\frac{a}{b}`, { help: "a fraction" });
    st.latex("$$ x^2 $$");
  });
  expect(page.all("latex").map(({ props }) => props.body)).toEqual(["\\frac{a}{b}", "x^2"]);
  expect(page.all("latex")[0]?.props.help).toBe("a fraction");
});
