import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("the indentation that lines of a text share goes, the rest stays", async () => {
  const page = await visit(() => {
    st.markdown(`
      # Title

        - nested
      end
    `);
    st.markdown("- item\n  - nested");
    st.text(`
      a
        b
    `);
  });
  expect(page.all("markdown").map(({ props }) => props.body)).toEqual(["# Title\n\n  - nested\nend", "- item\n  - nested"]);
  expect(page.all("text")[0]?.props.body).toBe("a\n  b");
});

test("ui-markdown-003 HTML takes effect only when it is asked for", async () => {
  const page = await visit(() => {
    st.markdown("<b>x</b>");
    st.markdown("<b>x</b>", true);
    st.caption("<b>x</b>", { unsafeAllowHtml: true, help: "h" });
  });
  expect(page.all("markdown").map(({ props }) => props.unsafeAllowHtml)).toEqual([undefined, true]);
  expect(page.all("caption")[0]?.props).toMatchObject({ unsafeAllowHtml: true, help: "h" });
});

test("ui-markdown-021 alignment is checked", async () => {
  const page = await visit(() => {
    st.markdown("x", { textAlignment: "right" });
    st.markdown("x", { textAlignment: "middle" as never });
  });
  expect(page.all("markdown")[0]?.props.textAlignment).toBe("right");
  expect(page.all("exception")[0]?.props.message).toBe('st.markdown: textAlignment must be "left", "center", "right" or "justify", not "middle"');
});
