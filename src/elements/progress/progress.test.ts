import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import { decode } from "../../protocol/codec.ts";
import st from "../../index.ts";

const values = (page: Awaited<ReturnType<typeof visit>>) => page.all("progress").map(({ props }) => props.value);

test("ph-018 ph-019 whole numbers are percentages, 1 too", async () => {
  const page = await visit(() => [0, 1, 50, 100].forEach((value) => void st.progress(value)));
  expect(values(page)).toEqual([0, 1, 50, 100]);
});

test("ph-005 fractions are parts of 1; what is out of range or no number is refused", async () => {
  const page = await visit(() => {
    st.progress(0.5);
    for (const bad of [1.5, 101, -1, "x", Number.NaN]) {
      try {
        st.progress(bad as number);
      } catch (error) {
        st.write(error);
      }
    }
  });
  expect(values(page)).toEqual([50]);
  expect(page.all("exception").map(({ props }) => props.message)).toEqual([
    "st.progress: value must be in 0.0 to 1.0 for a fraction, not 1.5",
    "st.progress: value must be in 0 to 100 for a whole number, not 101",
    "st.progress: value must be in 0 to 100 for a whole number, not -1",
    'st.progress: value must be a number, not "x"',
    "st.progress: value must be a number, not NaN",
  ]);
});

test("a bar that was given a fraction takes 1 as full", async () => {
  const page = await visit(() => {
    const bar = st.progress(0);
    bar.progress(0.5);
    bar.progress(1);
    const other = st.progress(0.5);
    other.progress(1, "still");
    other.progress(40);
  });
  expect(values(page)).toEqual([100, 40]);
});

test("max counts exactly", async () => {
  const page = await visit(() => {
    const bar = st.progress(0, { max: 3 });
    bar.progress(1, { max: 3, text: "one" });
    st.progress(3, { max: 3 });
    st.progress(0.29);
  });
  expect(values(page)).toEqual([33.3333, 100, 29]);
});

test("ph-004 a loop moves text and bar in place", async () => {
  const page = await visit(() => {
    const latest = st.empty();
    const bar = st.progress(0);
    for (let i = 1; i <= 100; i += 1) {
      latest.text(`Iteration ${i}`);
      bar.progress(i);
    }
    st.write("and now we're done!");
  });
  expect(page.mirror.root("main").children.map(({ props }) => props.body ?? props.value)).toEqual(["Iteration 100", 100, "and now we're done!"]);
});

test("ph-006 a later call without text shows none, and emptying takes the bar away", async () => {
  const pause = () => new Promise((done) => setTimeout(done, 20));
  const page = await visit(async () => {
    const bar = st.progress(10, "Loading");
    await pause();
    bar.progress(20);
    await pause();
    bar.empty();
  });
  const sent = page.mirror.messages.flatMap((message) => (message.type === "patch" ? message.ops : []));
  const texts = sent.flatMap((op) => ("props" in op && op.kind === "progress" ? [(decode(op.props) as { text?: string }).text] : []));
  expect(texts).toEqual(["Loading", undefined]);
  expect(page.all("progress")).toEqual([]);
});

test("text that is no text is refused", async () => {
  const page = await visit(() => st.progress(1, 5 as never));
  expect(page.all("exception")[0]?.props.message).toBe("st.progress: text must be text, not 5");
});
