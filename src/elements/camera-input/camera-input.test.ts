import { expect, test } from "vitest";
import { AppTest } from "../../hosts/test/app-test.ts";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("a photo is a File until it is cleared, and reaches onChange", async () => {
  const seen: (File | null)[] = [];
  const at = AppTest.fromFunction(() => {
    const photo = st.cameraInput("Face", { resolution: "720p", onChange: (file) => seen.push(file) });
    st.text(photo ? `${photo.name} ${photo.type}` : "none");
  });
  await at.run();
  expect(at.cameraInput[0]?.props.lines).toBe(720);
  await at.cameraInput[0]?.upload(new File(["x"], "face.jpg", { type: "image/jpeg" })).run();
  expect(at.text[0]?.value).toBe("face.jpg image/jpeg");
  await at.cameraInput[0]?.clear().run();
  expect(at.text[0]?.value).toBe("none");
  expect(seen.map((file) => file?.name)).toEqual(["face.jpg", undefined]);
});

test("a resolution that is none is refused", async () => {
  const page = await visit(() => void st.cameraInput("Face", { resolution: "4k" as never }));
  expect(page.all("exception")[0]?.props.message).toBe('st.cameraInput: resolution must be "480p", "720p" or "1080p", not "4k"');
});
