import { expect, test } from "vitest";
import { AppTest } from "../../hosts/test/index.ts";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";
import { visiblePages } from "./visible-pages.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

test("a page is the first, or the default, or the one chosen; never one there is none of", async () => {
  const page = await visit(() => st.text(`${st.pagination(10)} ${st.pagination(10, { default: 4 })}`));
  expect(texts(page)).toEqual(["1 4"]);
  await page.set(page.all("pagination")[0], 7);
  expect(texts(page)).toEqual(["7 4"]);
  for (const hostile of [0, 11, 1.5, "3", null]) {
    await page.set(page.all("pagination")[0], hostile);
    expect(texts(page)).toEqual(["1 4"]);
  }
});

test("no pages, a default outside of them and a wrong number of places are refused", async () => {
  expect(failure(await visit(() => void st.pagination(0)))).toBe("st.pagination: numPages must be a whole number of at least 1, not 0");
  expect(failure(await visit(() => void st.pagination(3, { default: 4 })))).toBe("st.pagination: default must be a page from 1 to 3, not 4");
  expect(failure(await visit(() => void st.pagination(3, { maxVisiblePages: -1 })))).toContain("maxVisiblePages must be a whole number of at least 0");
});

test("a test goes to the next page and back", async () => {
  const app = AppTest.fromFunction(() => void st.text(String(st.pagination(3, { key: "p" }))));
  await app.run();
  await app.pagination("p").next().run();
  expect(app.text[0]?.value).toBe("2");
  await app.pagination("p").next().next().next().run();
  expect(app.text[0]?.value).toBe("3");
  await app.pagination("p").previous().run();
  expect(app.text[0]?.value).toBe("2");
});

test("the bar shows first, last and the pages around, and never more places than asked for", () => {
  const read = (...args: Parameters<typeof visiblePages>) =>
    visiblePages(...args)
      .map((one) => one ?? "…")
      .join(" ");
  expect(read(20, 5, 7)).toBe("1 … 4 5 6 … 20");
  expect(read(20, 4, 7)).toBe("1 2 3 4 5 … 20");
  expect(read(20, 17, 7)).toBe("1 … 16 17 18 19 20");
  expect(read(300, 150, 5)).toBe("1 … 150 … 300");
  expect(read(7, 3, 7)).toBe("1 2 3 4 5 6 7");
  expect(read(6, 3, 2)).toBe("1 … 3 … 6");
  for (let most = 5; most < 12; most += 1) {
    for (let current = 1; current <= 30; current += 1) {
      const slots = visiblePages(30, current, most);
      expect(slots).toHaveLength(most);
      expect(slots).toContain(current);
      expect([slots[0], slots.at(-1)]).toEqual([1, 30]);
    }
  }
});
