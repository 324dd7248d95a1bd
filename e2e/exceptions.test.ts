import { expect, test } from "vitest";
import { stage } from "./stage.ts";

const { open } = stage();

test("ui-exception-002 with details turned off an error shows a general text, without its message and trace", async () => {
  const { page, app } = await open(
    `
    st.text("before");
    throw new RangeError("the secret number is 42");
  `,
    { options: ["--client.showErrorDetails", "none"] },
  );
  const box = page.getByTestId("stException");
  await box.waitFor();
  await page.getByText("before", { exact: true }).waitFor();
  const said = await box.innerText();
  expect(said).toContain("in the log of the server");
  expect(said).not.toMatch(/42|RangeError|app\.ts/);
  expect(await page.content()).not.toContain("the secret number");
  await expect.poll(() => app.output()).toContain("the secret number is 42");
});

test("ui-exception-003 a syntax error in the script is a dialog with the parser's message, which can be closed", async () => {
  const { page, violations } = await open('st.text("never");\nconst broken = (1 + ;\n');
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  expect(await dialog.innerText()).toMatch(/app\.ts[\s\S]*3/);
  expect(await dialog.innerText()).toMatch(/Unexpected|Expected|expected/);
  expect(await violations()).toEqual([]);
  await dialog.getByRole("button", { name: "Close", exact: true }).first().click();
  await expect.poll(() => dialog.count()).toBe(0);
});
