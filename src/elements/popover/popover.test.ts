import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("a popover holds what its body draws and returns what it returns", async () => {
  const seen: unknown[] = [];
  const page = await visit(() => {
    seen.push(st.popover("Open", { icon: ":material/tune:", type: "primary", help: "More" }, () => st.slider("Level", 0, 10, 4)));
    const later = st.popover("Later");
    later.text("filled later");
    seen.push(later.open);
  });
  expect(seen).toEqual([4, null]);
  expect(page.all("popover").map(({ props }) => props)).toMatchObject([
    { label: "Open", icon: ":material/tune:", type: "primary", help: "More" },
    { label: "Later" },
  ]);
  expect(page.all("popover")[0]?.props.widget).toBeUndefined();
  expect(page.all("popover")[1]?.children[0]?.props.body).toBe("filled later");
});

test("popovers may nest", async () => {
  const page = await visit(() => st.popover("Outer", () => st.popover("Inner", () => void st.text("deep"))));
  expect(page.all("popover")[0]?.children[0]?.children[0]?.props.body).toBe("deep");
});

test("with onChange the script knows whether it is open, and the body runs only then", async () => {
  const changes: unknown[] = [];
  const bodies: unknown[] = [];
  const page = await visit(() => {
    if (st.button("Close it")) st.sessionState.filter = false;
    bodies.push(st.popover("Filter", { key: "filter", onChange: (open: boolean) => void changes.push(open) }, (here) => here.open));
    st.text(String(st.sessionState.filter));
  });
  expect(bodies).toEqual([undefined]);
  await page.set(page.all("popover")[0], true);
  expect(bodies).toEqual([undefined, true]);
  expect(changes).toEqual([true]);
  expect(page.all("text")[0]?.props.body).toBe("true");
  await page.click(page.all("button")[0]);
  expect(page.all("popover")[0]?.value).toBe(false);
  expect(bodies).toEqual([undefined, true, undefined]);
});

test("a label that is not text, and options that do not exist, are refused", async () => {
  const message = async (script: () => unknown) => (await visit(script)).all("exception")[0]?.props.message;
  expect(await message(() => st.popover(null as never))).toBe("st.popover: label must be text, not null");
  expect(await message(() => st.popover("x", { type: "big" as never }))).toContain("st.popover: type must be");
  expect(await message(() => st.popover("x", { onChange: "go" as never }))).toContain("st.popover: onChange must be");
});

test("useContainerWidth is the former way to say how wide the button is", async () => {
  const page = await visit(() => {
    st.popover("wide", { useContainerWidth: true });
    st.popover("narrow", { useContainerWidth: false });
    st.popover("own", { useContainerWidth: true, width: 100 });
    st.popover("plain");
  });
  expect(page.all("popover").map(({ props }) => props.width)).toEqual(["stretch", "content", 100, undefined]);
});
