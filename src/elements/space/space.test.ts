import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("ui-space-001 names are 12, 40 and 68 pixels, numbers are pixels", async () => {
  const page = await visit(() => {
    st.space();
    st.space("medium");
    st.space("large");
    st.space(33);
    st.space("stretch");
  });
  expect(page.all("space").map(({ props }) => props.size)).toEqual([12, 40, 68, 33, "stretch"]);
});

test("a size that does not exist is refused", async () => {
  for (const size of ["huge", 0, -1, Number.NaN]) {
    const page = await visit(() => st.space(size as never));
    expect(page.all("exception")[0]?.props.message).toContain("st.space: size must be");
  }
});
