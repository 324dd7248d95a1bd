import { expect, test } from "vitest";
import { AppTest } from "../../hosts/test/app-test.ts";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("a recording is a File until it is cleared, at 16 kHz unless another rate is asked for", async () => {
  const at = AppTest.fromFunction(() => {
    st.text(st.audioInput("Speak")?.name ?? "none");
    st.audioInput("Fine", { sampleRate: 48_000 });
    st.audioInput("As it comes", { sampleRate: null });
  });
  await at.run();
  expect(at.audioInput.map(({ props }) => props.sampleRate)).toEqual([16_000, 48_000, undefined]);
  await at.audioInput[0]?.upload(new File(["x"], "a.wav", { type: "audio/wav" })).run();
  expect(at.text[0]?.value).toBe("a.wav");
  await at.audioInput[0]?.clear().run();
  expect(at.text[0]?.value).toBe("none");
});

test("a sample rate that is none is refused", async () => {
  const page = await visit(() => void st.audioInput("Speak", { sampleRate: 5 as never }));
  expect(page.all("exception")[0]?.props.message).toContain("sampleRate must be one of 8000, 11025, 16000");
});
