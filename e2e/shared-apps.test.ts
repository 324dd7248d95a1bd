// The worked examples that are kept beside the repository, run as a user's tests would run them.
// Where they are not there, or use a command that is not there yet, their tests are skipped, not passed.
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { AppTest } from "../src/hosts/test/index.ts";
import st from "../src/index.ts";

const folder = new URL("../../shared/apps/", import.meta.url);

/** Commands that came last, by the apps that need them. */
const NEEDS: Record<string, string[]> = {
  chat: ["chatMessage", "chatInput", "writeStream"],
  forms: ["form", "formSubmitButton"],
  fragments: ["fragment", "dialog"],
  "pages-app/app": ["navigation", "pageLink"],
  tasks: ["task"],
};

/** Opens an example, or skips its test with the reason why it cannot be run. */
function open(app: string, skip: (note: string) => void): AppTest {
  if (!existsSync(folder)) skip("the examples are not there");
  const missing = (NEEDS[app] ?? []).filter((command) => !(command in st));
  if (missing.length > 0) skip(`there is no ${missing.map((command) => `st.${command}`).join(", ")} yet`);
  return AppTest.fromFile(new URL(`${app}.ts`, folder), { defaultTimeout: 10 });
}

describe("worked examples", () => {
  test("first-app writes what is named, and follows its widgets", async ({ skip }) => {
    const at = open("first-app", skip);
    await at.run();
    const words = () => at.markdown.values;
    expect(words()).toEqual(["# My first app\nA table, written by naming it:", "You selected: 1", "`0` squared is `0`", ""]);
    expect(at.dataframe.only.value).toHaveLength(4);
    expect(at.lineChart.length).toBe(0);
    at.selectbox.only.select("3");
    at.checkbox.only.check();
    at.slider.only.setValue(7);
    await at.textInput("name").input("Ada").run();
    expect(words().slice(1)).toEqual(["You selected: 3", "`7` squared is `49`", "Ada"]);
    expect(at.lineChart.length).toBe(1);
    expect(at.exception.values).toEqual([]);
  });

  test("layout puts everything into its place, and shows progress", async ({ skip }) => {
    const at = open("layout", skip);
    await at.run();
    expect(at.sidebar.slider.only.value).toEqual([25, 75]);
    expect(at.columns.length).toBe(2);
    expect(at.columns[0]?.button.only.label).toBe("Press me!");
    expect(at.tabs.map((tab) => tab.header.only.value)).toEqual(["A cat", "A dog"]);
    expect(at.expander.only.markdown.only.value).toContain("The chart above");
    expect(at.text.only.value).toBe("Iteration 100");
    expect(at.progress.length).toBe(0);
    at.sidebar.selectbox.only.select("Mobile phone");
    at.sidebar.slider.only.setRange(10, 20);
    await at.columns[1]?.radio.only.setValue("Ravenclaw").run();
    expect(at.columns[1]?.markdown.only.value).toBe("You are in Ravenclaw house! Reach you by Mobile phone, between 10 and 20.");
    expect(at.exception.values).toEqual([]);
  });

  test("animate adds rows to its chart", async ({ skip }) => {
    const at = open("animate", skip);
    await at.run();
    expect(at.lineChart.only.value).toHaveLength(25);
    expect(at.button.only.label).toBe("Regenerate");
    expect(at.exception.values).toEqual([]);
  });

  test("buttons keep, toggle and add as their guide says", async ({ skip }) => {
    const at = open("buttons", skip);
    await at.run();
    const click = (label: string) => at.button.byLabel(label).click().run();
    await at.textInput.only.input("Dog").run();
    await click("Check availability");
    expect(at.markdown.only.value).toBe("We have that animal!");
    await click("Click me");
    expect(at.markdown.only.value).toBe("Button clicked!");
    expect(at.slider.map((one) => [one.label, one.disabled])).toEqual([
      ["Select a value", false],
      ["Another value", false],
    ]);
    await click("Toggle");
    expect(at.slider.byLabel("Another value").disabled).toBe(true);
    await click("Jane");
    expect(at.header.values).toEqual(["Jane Doe", "Jane Doe"]);
    await click("Add person");
    await click("Add person");
    expect(at.columns.length).toBe(6);
    await at.textInput("middle_1").input("Byron").run();
    expect(at.sessionState.middle_1).toBe("Byron");
    expect(at.exception.values).toEqual([]);
  });

  test("stages follow each other and start over", async ({ skip }) => {
    const at = open("stages", skip);
    await at.run();
    await at.button.byLabel("Begin").click().run();
    await at.textInput.only.input("Ada").run();
    expect(at.markdown.values).toEqual(["Hello Ada!"]);
    await at.selectbox.only.select("green").run();
    expect(at.markdown.values).toEqual(["Hello Ada!", ":green[Thank you!]"]);
    await at.button.byLabel("Start Over").click().run();
    expect(at.button.only.label).toBe("Begin");
    expect(at.textInput.length).toBe(0);
    expect(at.exception.values).toEqual([]);
  });

  test("options may be numbers and objects", async ({ skip }) => {
    const at = open("options", skip);
    await at.run();
    expect(at.markdown.only.value).toBe("`true`");
    await at.multiselect.only.setValue([1, 2]).run();
    expect(at.multiselect.only.value).toEqual([1, 2]);
    expect(at.markdown[0]?.value).toBe("Hooray, you found the color YELLOW!");
    await at.selectbox.only.select("Lily").run();
    expect(at.selectbox.only.value).toMatchObject({ id: 2, name: "Lily" });
    expect(at.markdown[1]?.value).toBe("`true`");
    expect(at.exception.values).toEqual([]);
  });

  test("caching draws again on a hit and forgets when told", async ({ skip }) => {
    const at = open("caching", skip);
    await at.run();
    expect(at.table.only.value.map((row) => row.n)).toEqual([3, 2, 1]);
    expect(at.success.values).toEqual(["Computed!"]);
    await at.radio.only.setValue("south").run();
    expect(at.table.only.value[0]).toEqual({ n: 3, region: "south" });
    // Drawn again on a hit.
    expect(at.success.values).toEqual(["Computed!"]);
    await at.button.byLabel("Clear squares").click().run();
    await at.button.byLabel("Clear the square of 4").click().run();
    expect(at.success.values).toEqual(["Computed!"]);
    expect(at.exception.values).toEqual([]);
  });

  test("login lets in who knows the password", async ({ skip }) => {
    const at = open("login", skip);
    at.secrets.password = "streamlit";
    await at.run();
    await at.textInput.only.input("balloon").run();
    expect([at.sessionState.status, at.textInput.only.value]).toEqual(["incorrect", ""]);
    expect(at.warning.only.value).toContain("Incorrect password");
    await at.textInput("password").input("streamlit").run();
    expect(at.success.only.value).toBe("Login successful.");
    await at.button.byLabel("Log out").click().run();
    expect(at.textInput("password").label).toBe("Enter password:");
    expect(at.exception.values).toEqual([]);
  });

  test("times are shown as they are in the script", async ({ skip }) => {
    const at = open("times", skip);
    await at.run();
    expect(at.markdown.values.slice(0, 2)).toEqual(["2020-01-10 10:30:00", "2020-01-10 10:30:00-05:00"]);
    expect(at.dateInput.map((one) => String(one.value))).toEqual(["2019-07-06", "2026-01-01,2026-01-07"]);
    expect(String(at.timeInput.only.value)).toBe("08:45:00");
    expect(at.exception.values).toEqual([]);
  });

  test("forms hold back until they are sent", async ({ skip }) => {
    const at = open("forms", skip);
    await at.run();
    at.numberInput.byLabel("a").setValue(1);
    at.numberInput.byLabel("b").setValue(2);
    await at.run();
    expect(at.title.values).toEqual(["Sum:"]);
    await at.get("formSubmitButton").byLabel("add").click().run();
    expect(at.title.values).toEqual(["Sum:", "3.00"]);
    at.textInput("attendee").input("Ada");
    await at.get("formSubmitButton").byLabel("I'm here!").click().run();
    expect([...at.sessionState.attendance]).toEqual(["Ada"]);
    expect(at.textInput("attendee").value).toBe("");
    expect(at.exception.values).toEqual([]);
  });

  test("fragments rerun by themselves, and a dialog sends its vote", async ({ skip }) => {
    const at = open("fragments", skip);
    await at.run();
    await at.toggle.only.setValue(true).run();
    await at.textArea.only.input("words").run();
    expect([at.toggle.only.value, at.textArea.only.value]).toEqual([true, "words"]);
    await at.button.byLabel("Update").click().run();
    expect(at.toast.only.value).toBe("Whole script ran");
    await at.button.byLabel("A").click().run();
    await at.textInput.only.input("tall").run();
    await at.button.byLabel("Submit").click().run();
    expect(at.sessionState.vote).toEqual({ item: "A", reason: "tall" });
    expect(at.exception.values).toEqual([]);
  });

  test("chat answers and keeps the conversation", async ({ skip }) => {
    const at = open("chat", skip);
    await at.run();
    await at.get("chatInput").only.setValue("hello there").run();
    expect(at.get("chatMessage").map((one) => one.markdown.only.value.trim())).toEqual(["hello there", "You said hello there"]);
    expect(at.sessionState.messages).toHaveLength(2);
    expect(at.exception.values).toEqual([]);
  });

  test("state keeps what its widgets stood at", async ({ skip }) => {
    const at = open("state", skip);
    await at.run();
    expect(at.slider("celsius").value).toBe(50);
    // The last line asks for an entry that was never set.
    expect(at.exception.only.value).toContain('"never set"');
    await at.checkbox.only.check().run();
    await at.textInput("note").input("kept").run();
    await at.checkbox.only.uncheck().run();
    await at.slider("celsius").setValue(20).run();
    expect([at.textInput.length, at.sessionState.note]).toEqual([0, "kept"]);
    await at.checkbox.only.check().run();
    expect(at.textInput("note").value).toBe("kept");
    await at.numberInput("_filters").setValue(4).run();
    expect(at.sessionState.filters).toBe(4);
    await at.slider("a").setValue(4).run();
    await at.numberInput("min").setValue(5).run();
    expect(at.slider("a").value).toBe(5);
  });

  test("tasks go on beside the script, tell how far they are, and can be cancelled", async ({ skip }) => {
    const at = open("tasks", skip);
    await at.run();
    await at.button.byLabel("Train").click().run();
    // That it runs now is drawn by a rerun of its own, a moment later.
    await expect
      .poll(() => at.button.map(({ label, disabled }) => [label, disabled]))
      .toEqual([
        ["Train", true],
        ["Cancel", false],
      ]);
    await expect.poll(() => at.progress[0]?.text, { timeout: 5000 }).toBe("loss 0.5");
    await at.button.byLabel("Cancel").click().run();
    await expect.poll(() => at.button.map(({ label, disabled }) => [label, disabled])).toEqual([["Train", false]]);
    await at.button.byLabel("Train").click().run();
    await expect.poll(() => at.success.values, { timeout: 9000 }).toEqual(["Trained 20 epochs"]);
    expect(at.exception.values).toEqual([]);
  }, 20_000);

  test("pages-app shows the pages of who is logged in", async ({ skip }) => {
    const at = open("pages-app/app", skip);
    await at.run();
    await at.button.byLabel("Log in").click().run();
    expect(at.title.only.value).toBe("Dashboard for group A");
    await at.sidebar.selectbox("group").select("B").run();
    expect(at.title.only.value).toBe("Dashboard for group B");
    at.queryParams.q = "beans";
    await at.switchPage("tools/search.ts").run();
    expect(at.textInput.only.label).toBe("Search");
    expect(at.sidebar.selectbox("group").value).toBe("B");
    await at.button.byLabel("Back").click().run();
    expect(at.title.only.value).toBe("Dashboard for group B");
    expect(at.exception.values).toEqual([]);
  });
});
