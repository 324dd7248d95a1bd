import { expect, test } from "vitest";
import { createTestHost } from "../../hosts/test/host.ts";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const logos = (page: Visit) => page.all("logo").map(({ props }) => props);
const refusal = async (script: () => unknown) => (await visit(script)).all("exception")[0]?.props.message as string;

test("a logo is an address, the text of an SVG, or an icon, with its options", async () => {
  const page = await visit(() => st.logo("https://example.org/a.png", { size: "large", link: "https://example.org", iconImage: ":material/sailing:" }));
  expect(logos(page)).toEqual([
    { image: { src: "https://example.org/a.png" }, iconImage: { icon: ":material/sailing:" }, size: "large", link: "https://example.org" },
  ]);
  expect(page.mirror.root("event").children).toHaveLength(1);
  const svg = await visit(() => st.logo('<svg xmlns="http://www.w3.org/2000/svg"></svg>', { iconImage: "⛵" }));
  expect(logos(svg)[0]).toMatchObject({ image: { src: expect.stringMatching(/^data:image\/svg\+xml,/) }, iconImage: { icon: "⛵" }, size: "medium" });
});

test("a file and bytes travel as they are", async () => {
  const files: Record<string, Uint8Array> = { "a.svg": new TextEncoder().encode("<svg/>") };
  const readBytes = (path: string) => {
    const bytes = files[path];
    if (!bytes) throw new Error("ENOENT");
    return bytes;
  };
  const page = await visit(
    () => {
      st.logo("a.svg", { iconImage: new Uint8Array([137, 80, 78, 71]) });
      st.logo("gone.png");
    },
    { host: { ...createTestHost(), readBytes } },
  );
  expect(logos(page)[0]).toMatchObject({ image: { bytes: files["a.svg"], type: "image/svg+xml" }, iconImage: { type: "" } });
  expect(page.all("exception")[0]?.props.message).toBe('st.logo: image names the file "gone.png", which cannot be read');
});

test("of several calls the last counts, and a run without one has none", async () => {
  const page = await visit(() => {
    st.logo("🌱");
    if (!st.checkbox("Plain")) st.logo("🌳");
    else st.logo(":material/park:");
  });
  expect(logos(page).map(({ image }) => image)).toEqual([{ icon: "🌳" }]);
  await page.set(page.all("checkbox")[0], true);
  expect(logos(page).map(({ image }) => image)).toEqual([{ icon: ":material/park:" }]);
});

test("what is no image, and options that do not exist, are refused", async () => {
  expect(await refusal(() => st.logo(5 as never))).toContain("st.logo: image must be an address");
  expect(await refusal(() => st.logo("🌱", { size: "huge" as never }))).toContain('st.logo: size must be "small", "medium" or "large"');
  expect(await refusal(() => st.logo("🌱", { link: "example.org" }))).toContain("st.logo: link must be an address");
  expect(await refusal(() => st.logo(":material/A b:"))).toContain("st.logo: icon must be one emoji");
});
