import { readFile } from "node:fs/promises";
import { AppTest } from "rivulet/testing";
import { expect, test } from "vitest";

const file = new URL("first-app.ts", import.meta.url);

test("the balance follows the widgets", async () => {
  const at = await AppTest.fromFile(file).run();
  expect(at.markdown.at(-1)?.value).toBe("After **30 years**: $4,322");
  await at.slider[0]?.setValue(2000).run();
  await at.numberInput[0]?.setValue(10).run();
  expect(at.markdown.at(-1)?.value).toBe("After **10 years**: $3,258");
});

test("the README shows this very script", async () => {
  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  expect(readme).toContain(`\`\`\`ts\n${await readFile(file, "utf8")}\`\`\``);
});
