import { expect, test } from "vitest";
import { SHOW_STATE, useInputApp } from "./input-app.ts";

const app = useInputApp(`const s = st.sessionState.init({ runs: 0, looked: [] as string[] });
s.runs += 1;
const parts = Array.from({ length: 100_000 }, (_, at) => ({ code: \`Part \${at}\`, weight: at % 7 }));
st.selectbox("Part", async (typed, signal) => {
  if (typed === "slow") {
    console.log("looking for slow");
    await new Promise((done) => signal.addEventListener("abort", done));
  }
  if (typed === "bad") throw new Error("No connection.");
  s.looked = [...s.looked, typed];
  return typed === "" ? [] : parts.filter(({ code }) => code.endsWith(typed));
}, { formatFunc: ({ code }) => code, key: "part", onChange: () => undefined });
st.multiselect("Parts", (typed) => parts.filter(({ code }) => code.includes(typed)).slice(0, 5).map(({ code }) => code), { key: "parts", acceptNewOptions: true });
st.selectbox("All", parts.map(({ code }) => code), { index: 99_000, key: "all" });
st.multiselect("Many", parts.map(({ code }) => code), { key: "many" });
${SHOW_STATE}`);
const { state, becomes } = app;
const box = (name: string) => app.page.getByRole("combobox", { name, exact: true });
const option = (name: string) => app.page.getByRole("option", { name, exact: true });
const options = () => app.page.getByRole("option").allTextContents();

test("the script looks up options for what is typed, without a run, and the choice comes back as it has it", async () => {
  const { runs } = await state();
  await box("Part").click();
  await app.page.getByText("Type to search").waitFor();
  await app.page.keyboard.type("99999");
  await option("Part 99999").waitFor();
  expect((await state()).runs).toBe(runs);
  await app.page.keyboard.press("Enter");
  await becomes("part", { code: "Part 99999", weight: 99_999 % 7 });
  expect(await box("Part").inputValue()).toBe("Part 99999");
  expect(await state()).toMatchObject({ runs: (runs as number) + 1 });
  await app.page.getByTestId("stSelectbox").first().getByRole("button", { name: "Clear" }).click();
  await becomes("part", null);
});

test("a newer search takes the place of a slow one, one that fails says why, and a long answer says that it is cut", async () => {
  await box("Part").click();
  await box("Part").fill("slow");
  await app.page.getByText("Searching …").waitFor();
  await expect.poll(() => app.output(), { timeout: 15_000 }).toContain("looking for slow");
  await box("Part").fill("bad");
  await app.page.getByText("No connection.").waitFor();
  await box("Part").fill("7");
  await app.page.getByText("Only the first 1,000 are shown.").waitFor();
  expect(await app.page.getByRole("option").count()).toBeLessThan(100);
  await box("Part").fill("77777");
  await option("Part 77777").click();
  await becomes("part", { code: "Part 77777", weight: 77_777 % 7 });
  // The search that was given up heard of it.
  expect((await state()).looked).toEqual(["", "slow", "7", "77777"]);
});

test("several that were looked up are chosen one after the other, beside words of one's own", async () => {
  await box("Parts").click();
  await expect.poll(options).toEqual(["Part 0", "Part 1", "Part 2", "Part 3", "Part 4"]);
  await option("Part 1").click();
  await expect.poll(options).toEqual(["Part 0", "Part 2", "Part 3", "Part 4"]);
  await app.page.keyboard.type("54321");
  await expect.poll(options).toContain("Part 54321");
  await option("Part 54321").click();
  await app.page.keyboard.type("Mine");
  await app.page.getByRole("option", { name: "Mine" }).click();
  await becomes("parts", ["Part 1", "Part 54321", "Mine"]);
  await app.page.keyboard.press("Backspace");
  await becomes("parts", ["Part 1", "Part 54321"]);
});

test("a list of a hundred thousand opens at its choice, filters and chooses without drawing them all", async () => {
  await box("All").click();
  await option("Part 99000").waitFor();
  expect(await app.page.getByRole("option").count()).toBeLessThan(100);
  await app.page.keyboard.type("Part 98765");
  await expect.poll(options).toEqual(["Part 98765"]);
  await app.page.keyboard.press("Enter");
  await becomes("all", "Part 98765");
  await box("Many").click();
  await app.page.keyboard.press("End");
  await app.page.keyboard.press("Enter");
  await becomes("many", ["Part 99999"]);
});
