import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("a link button carries its address and looks, and hears of no click unless asked", async () => {
  const page = await visit(() => st.linkButton("Go", "https://example.com", { type: "primary", icon: "🔗", disabled: true, key: "go" }));
  const [node] = page.all("linkButton");
  expect(node?.props).toMatchObject({ label: "Go", url: "https://example.com", type: "primary", icon: "🔗", disabled: true, key: "go" });
  expect(node?.props.widget).toBeUndefined();
});

test("with onClick it tells the script of a click, after the function was called", async () => {
  const seen: unknown[] = [];
  const page = await visit(() => {
    seen.push(st.linkButton("Go", "/here", { onClick: (...all: unknown[]) => void seen.push(all), args: [1, 2] }));
    seen.push(st.linkButton("Again", "/here", { onClick: "rerun" }));
  });
  await page.click(page.all("linkButton")[0]);
  await page.click(page.all("linkButton")[1]);
  expect(seen).toEqual([false, false, [1, 2], true, false, false, true]);
});

test("an address that could run code is refused, however it is written", async () => {
  for (const url of ["javascript:alert(1)", " JavaScript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "vbscript:x", ""]) {
    const page = await visit(() => st.linkButton("Go", url));
    expect(page.all("linkButton")).toEqual([]);
    expect(page.all("exception")[0]?.props.message).toContain("st.linkButton: url must");
  }
});
