import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

type Page = Awaited<ReturnType<typeof visit>>;
const everShown = (page: Page) =>
  page.mirror.messages.some((message) => message.type === "patch" && message.ops.some((op) => op.op === "insert" && op.kind === "spinner"));

test("ph-015 a spinner is there while its body works, returns what the body returns, and is gone afterwards", async () => {
  const page = await visit(async () => {
    const sum = st.spinner("Wait", () => 1 + 1);
    const later = await st.spinner("Wait", { showTime: true }, async () => {
      await new Promise((done) => setTimeout(done, 20));
      st.write("inside");
      return 3;
    });
    st.write(sum + later);
  });
  expect(everShown(page)).toBe(true);
  expect(page.all("spinner")).toEqual([]);
  expect(page.all("markdown").map(({ props }) => props.body)).toEqual(["inside", "`5`"]);
});

test("ph-015 a spinner goes when its body throws", async () => {
  const page = await visit(async () => {
    try {
      st.spinner("Wait", () => {
        throw new Error("sync");
      });
    } catch (error) {
      st.write(error);
    }
    await st.spinner("Wait", async () => {
      await new Promise((done) => setTimeout(done, 5));
      throw new Error("async");
    });
  });
  expect(page.all("spinner")).toEqual([]);
  expect(page.all("exception").map(({ props }) => props.message)).toEqual(["sync", "async"]);
});

test("the page hears of a spinner before synchronous work begins", async () => {
  let before = false;
  let look = () => false;
  const page = await visit(() => {
    st.spinner("Wait", () => {
      before = look();
    });
  });
  look = () => page.all("spinner").length === 1;
  await page.rerun();
  expect(before).toBe(true);
});

test("a spinner of a container draws its body there", async () => {
  const page = await visit(() => st.sidebar.spinner("Wait", () => st.write("here")));
  expect(page.mirror.root("sidebar").children.map(({ kind }) => kind)).toEqual(["empty", "markdown"]);
});

test("a spinner without a body is refused with the fix", async () => {
  const page = await visit(() => st.spinner("Wait" as never));
  expect(page.all("exception")[0]?.props).toMatchObject({ hint: expect.stringContaining('st.spinner("Loading", () => load())') });
});
