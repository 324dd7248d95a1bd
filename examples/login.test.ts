import { AppTest } from "rivulet/testing";
import { describe, expect, test } from "vitest";

function openPage() {
  const at = AppTest.fromFile(new URL("login.ts", import.meta.url));
  at.secrets.password = "open sesame";
  return at;
}

/** What a visitor can see, in one look. */
const seen = (at: AppTest) => ({
  fields: at.textInput.length,
  warnings: at.warning.length,
  welcomes: at.success.length,
  buttons: at.button.length,
  status: at.sessionState.status as string,
});

describe("the login page", () => {
  test("at-007 asks for the password first", async () => {
    const at = await openPage().run();
    expect(seen(at)).toEqual({ fields: 1, warnings: 0, welcomes: 0, buttons: 0, status: "out" });
  });

  test("at-007 refuses a wrong password and empties the field", async () => {
    const at = await openPage().run();
    await at.textInput.only.input("open barley").run();
    expect(seen(at)).toEqual({ fields: 1, warnings: 1, welcomes: 0, buttons: 0, status: "refused" });
    expect(at.textInput.only.value).toBe("");
    expect(at.warning.only.value).toContain("not the password");
  });

  test("at-007 lets in who knows it", async () => {
    const at = await openPage().run();
    await at.textInput("password").input("open sesame").run();
    expect(seen(at)).toEqual({ fields: 0, warnings: 0, welcomes: 1, buttons: 1, status: "in" });
  });

  test("at-007 can be left again", async () => {
    const at = openPage();
    at.sessionState.status = "in";
    await at.run();
    await at.button.byLabel("Leave").click().run();
    expect(seen(at)).toEqual({ fields: 1, warnings: 0, welcomes: 0, buttons: 0, status: "out" });
  });
});
