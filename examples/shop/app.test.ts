import { expect, test } from "vitest";
import { AppTest } from "rivulet/testing";

test("an order opens by its address, by its number, and from the list", async () => {
  const at = await AppTest.fromFile(new URL("app.ts", import.meta.url)).run();
  await at.switchPage("orders/1042").run();
  expect(at.title[0]?.value).toBe("Order 1042");
  await at.switchPage("orders/7").run();
  expect(at.title[0]?.value).toBe("There is no order 7");
  await at.switchPage("").run();
  await at.textInput[0]?.input("1041").run();
  await at.button[0]?.click().run();
  expect(at.title[0]?.value).toBe("Order 1041");
  expect(at.metric.values).toEqual(["Edsger", "€4.20"]);
});
