import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { rect, SHOW_STATE, useInputApp } from "./input-app.ts";

const app = useInputApp(`
st.pills("Mood", ["calm", ":material/bolt: lively", "b :red[x]"], { key: "mood" });
st.pills("Genres", ["jazz", "swing", "bebop"], { selectionMode: "multi", key: "genres" });
st.segmentedControl("Zoom", ["Day", "Week", "Month"], { key: "zoom" });
st.segmentedControl("Kept", ["Day", "Week"], { default: "Day", required: true, key: "kept" });
st.feedback("thumbs", { key: "thumb" });
st.feedback("faces", { key: "face" });
st.feedback("stars", { key: "stars" });
const s = st.sessionState.init({ exported: "" });
st.menuButton("Export", ["CSV", "JSON", "PDF"], { onClick: (format) => { s.exported = format; } });
st.pagination(20, { key: "page" });
st.pagination(3, { key: "bound", bind: "query-params" });
${SHOW_STATE}`);
const { state, becomes } = app;
const groups = () => app.page.getByTestId("stButtonGroup");
const pressed = (group: Locator) => group.locator('[aria-checked="true"], [aria-pressed="true"]').allInnerTexts();

test("ui-pills-001 a click on a pill chooses it, on another moves the choice, on the same takes it back", async () => {
  await app.page.getByRole("radio", { name: "calm" }).click();
  await becomes("mood", "calm");
  expect(await pressed(groups().nth(0))).toEqual(["calm"]);
  await app.page.getByRole("radio", { name: "b x" }).click();
  await becomes("mood", "b :red[x]");
  expect(await pressed(groups().nth(0))).toEqual(["b x"]);
  await app.page.getByRole("radio", { name: "b x" }).click();
  await becomes("mood", null);
  expect(await pressed(groups().nth(0))).toEqual([]);
});

test("ui-pills-002 several pills give a list in the order of the options, without those clicked again", async () => {
  const pill = (name: string) => app.page.getByRole("button", { name, exact: true });
  await pill("bebop").click();
  await pill("jazz").click();
  await becomes("genres", ["jazz", "bebop"]);
  await pill("bebop").click();
  await becomes("genres", ["jazz"]);
  await pill("swing").click();
  await becomes("genres", ["jazz", "swing"]);
  expect(await pressed(groups().nth(1))).toEqual(["jazz", "swing"]);
});

test("ui-segmented_control-002 the chosen segment gives null when it is clicked again, unless a choice is required", async () => {
  const zoom = groups().nth(2);
  await zoom.getByRole("radio", { name: "Week" }).click();
  await becomes("zoom", "Week");
  await zoom.getByRole("radio", { name: "Week" }).click();
  await becomes("zoom", null);
  const kept = groups().nth(3);
  await kept.getByRole("radio", { name: "Day" }).click();
  await kept.getByRole("radio", { name: "Week" }).click();
  await becomes("kept", "Week");
  const [left, right] = await Promise.all([rect(kept.getByRole("radio").first()), rect(kept.getByRole("radio").last())]);
  expect(Math.abs(left.x + left.width - right.x)).toBeLessThanOrEqual(1);
});

test("a row of pills is one stop of the Tab key, and arrows move inside it", async () => {
  await app.page.getByRole("radio", { name: "calm" }).focus();
  await app.page.keyboard.press("ArrowRight");
  await app.page.keyboard.press("Space");
  await becomes("mood", ":material/bolt: lively");
  await app.page.keyboard.press("Tab");
  expect(await app.page.locator(":focus").innerText()).toBe("jazz");
});

test("ui-feedback-001 ui-feedback-004 the thumb up is 1, is emphasised, and gives null when it is clicked again", async () => {
  const up = app.page.getByRole("radio", { name: "Thumbs up" });
  await up.click();
  await becomes("thumb", 1);
  const [lit, other] = await Promise.all(
    [up, app.page.getByRole("radio", { name: "Thumbs down" })].map((one) => one.evaluate((e) => getComputedStyle(e).color)),
  );
  expect(lit).not.toBe(other);
  await app.page.getByRole("radio", { name: "Thumbs down" }).click();
  await becomes("thumb", 0);
  await app.page.getByRole("radio", { name: "Thumbs down" }).click();
  await becomes("thumb", null);
});

test("ui-feedback-003 only the chosen face is emphasised, each in a color of its own, worth 0 to 4", async () => {
  const faces = app.page.getByTestId("stFeedback").nth(1);
  const colors = new Set<string>();
  for (const [at, name] of ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"].entries()) {
    const face = faces.getByRole("radio", { name, exact: true });
    await face.click();
    await becomes("face", at);
    expect(await faces.getByTestId("stFeedbackButtonActive").count()).toBe(1);
    await app.page.mouse.move(0, 0);
    await expect.poll(async () => colors.has(await face.evaluate((e) => getComputedStyle(e).color))).toBe(false);
    await face.evaluate((e) => Promise.all(e.getAnimations().map((one) => one.finished)));
    colors.add(await face.evaluate((e) => getComputedStyle(e).color));
  }
  expect(colors.size).toBe(5);
});

test("stars light up to the chosen one", async () => {
  const stars = app.page.getByTestId("stFeedback").nth(2);
  await stars.getByRole("radio", { name: "4 out of 5 stars" }).click();
  await becomes("stars", 3);
  expect(await stars.getByTestId("stFeedbackButtonActive").count()).toBe(4);
  expect(await stars.getByTestId("stFeedbackButton").count()).toBe(1);
});

test("a menu opens, is gone through by keys, and tells what was chosen", async () => {
  const button = app.page.getByRole("button", { name: "Export" });
  await button.click();
  expect(await button.getAttribute("aria-expanded")).toBe("true");
  await app.page.getByRole("menuitem", { name: "CSV" }).and(app.page.locator(":focus")).waitFor();
  await app.page.keyboard.press("ArrowDown");
  await app.page.keyboard.press("Enter");
  await becomes("exported", "JSON");
  expect(await app.page.getByRole("menu").count()).toBe(0);
  await button.press("ArrowDown");
  await app.page.getByRole("menuitem", { name: "PDF" }).click();
  await becomes("exported", "PDF");
  await button.click();
  await app.page.keyboard.press("Escape");
  await expect.poll(() => app.page.getByRole("menu").count()).toBe(0);
  expect((await state()).exported).toBe("PDF");
});

test("the bar of pages goes by numbers and arrows, and fits its place", async () => {
  const bar = app.page.getByTestId("stPagination").first();
  const shown = () => bar.locator('[data-testid^="stPaginationPage"], [data-testid="stPaginationEllipsis"]').allInnerTexts();
  expect(await shown()).toEqual(["1", "2", "3", "4", "5", "…", "20"]);
  expect(await bar.getByRole("button", { name: "Previous page" }).isDisabled()).toBe(true);
  await bar.getByRole("button", { name: "Page 5" }).click();
  await becomes("page", 5);
  expect(await shown()).toEqual(["1", "…", "4", "5", "6", "…", "20"]);
  await bar.getByRole("button", { name: "Next page" }).click();
  await becomes("page", 6);
  expect(await bar.locator('[aria-current="page"]').innerText()).toBe("6");
  await app.page.setViewportSize({ width: 320, height: 800 });
  await expect.poll(async () => (await shown()).length).toBeLessThan(7);
  const { x, width } = await rect(bar.getByRole("button", { name: "Next page" }));
  expect(x + width).toBeLessThanOrEqual(320);
});

test("a bound page number is in the address, and an address opens it", async () => {
  await app.page.getByTestId("stPagination").last().getByRole("button", { name: "Page 2" }).click();
  await app.page.waitForURL(/\?bound=2$/);
  await app.open({}, "bound=3");
  expect((await state()).bound).toBe(3);
});
