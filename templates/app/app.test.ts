import { AppTest } from "rivulet/testing";
import { expect, test } from "vitest";

const open = () => AppTest.fromFile(new URL("app.ts", import.meta.url)).run();

test("it starts without an error", async () => {
  const at = await open();
  expect(at.exception.values).toEqual([]);
  expect(at.metric.only.value).toBe("$4,322");
});

test("without interest the balance stays as it is", async () => {
  const at = await open();
  await at.slider.byLabel("Interest a year").setValue(0).run();
  expect(at.metric.only.value).toBe("$1,000");
});
