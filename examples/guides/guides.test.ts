import { readdirSync, readFileSync } from "node:fs";
import { AppTest } from "rivulet/testing";
import { describe, expect, test } from "vitest";

const FOLDER = new URL("./", import.meta.url);
const GUIDES = new URL("../../docs/guides/", import.meta.url);
const examples = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && file.includes("/") && !file.includes(".test."))
  .map((file) => file.replaceAll("\\", "/"));
/** Not a script: a module that one imports. */
const scripts = examples.filter((file) => file !== "custom-classes/money.ts");
const open = (file: string) => AppTest.fromFile(new URL(file, FOLDER), { defaultTimeout: 10 });
const named = new Map(
  readdirSync(GUIDES).flatMap((file) =>
    [...readFileSync(new URL(file, GUIDES), "utf8").matchAll(/<!-- ([\w./-]+\.ts) -->\n\n?```ts\n(.*?)```/gs)].map(
      ([, example = "", code = ""]) => [example, code] as const,
    ),
  ),
);

test.each(scripts)("%s runs without an error, and shows something", async (file) => {
  const at = AppTest.fromFile(new URL(file, FOLDER), { defaultTimeout: 10, config: { "server.port": 8501 } });
  at.secrets.db = { user: "ada", password: "1234" };
  await at.run();
  expect(at.exception.values).toEqual([]);
  expect(at.main.children.length + at.chatInput.length + at.get("dialog").length).toBeGreaterThan(0);
});

test.each(examples)("%s is in a guide as it is", (file) => {
  expect(named.get(file), "npm run docs writes the examples into the guides").toBe(readFileSync(new URL(file, FOLDER), "utf8"));
});

test("guides name no example that is not there", () => {
  expect([...named.keys()].filter((file) => !examples.includes(file))).toEqual([]);
});

describe("what the guides say is so", () => {
  test("a test follows a task with the fake clock, and the value of a metric is text", async () => {
    const at = AppTest.fromFile(new URL("testing/task.ts", FOLDER), { clock: "fake" });
    await at.run();
    await at.button.byLabel("Copy").click().run();
    expect(at.progress.only.value).toBe(0);
    await at.advance(2000);
    expect(at.progress.only.value).toBe(50);
    await at.advance(2000);
    expect(at.metric.only.value).toBe("4");
  });

  test("stop ends the run, and nothing below it is drawn", async () => {
    const at = await open("execution-model/stop.ts").run();
    expect(at.markdown.length).toBe(0);
    await at.textInput.only.input("Rome").run();
    expect(at.markdown.only.value).toContain("4 letters");
  });

  test("state lives on from run to run, and callbacks come before the script", async () => {
    const at = await open("session-state/counter.ts").run();
    await at.button.byLabel("Add").click().run();
    await at.numberInput.only.setValue(4).run();
    await at.button.byLabel("Add").click().run();
    await at.button.byLabel("Take away").click().run();
    expect(at.metric.only.value).toBe("1");
  });

  test("a callback of one widget sets another", async () => {
    const at = await open("session-state/mirror.ts").run();
    await at.numberInput("celsius").setValue(100).run();
    expect(at.numberInput("fahrenheit").value).toBe(212);
    await at.numberInput("fahrenheit").setValue(32).run();
    expect(at.numberInput("celsius").value).toBe(0);
  });

  test("a widget that persists for the session is read on another page, and is as it was on the way back", async () => {
    const at = await open("session-state/pages.ts").run();
    await at.textInput("name").input("Ada").run();
    await at.switchPage("greeting").run();
    expect(at.markdown.only.value).toBe("Good morning, Ada!");
    await at.switchPage("").run();
    expect(at.textInput("name").value).toBe("Ada");
  });

  test("what is filled into a form counts when it is sent, and is cleared when asked for", async () => {
    const at = await open("forms/sign-up.ts").run();
    await at.formSubmitButton.only.click().run();
    expect(at.error.only.value).toContain("Whom");
    at.textInput.only.input("Ada");
    await at.formSubmitButton.only.click().run();
    expect(at.success.only.value).toBe("S for Ada");
    expect(at.textInput.only.value).toBe("");
  });

  test("the callback of a form's button reads what was sent", async () => {
    const at = await open("forms/callback.ts").run();
    for (const guest of ["Ada", "Grace"]) {
      at.textInput.only.input(guest);
      await at.formSubmitButton.only.click().run();
    }
    expect(at.markdown.only.value).toBe("Ada, Grace");
  });

  test("only the fragment runs when its slider moves; its button can run the script", async () => {
    const at = await open("fragments/counter.ts").run();
    const counts = () => String(at.caption.only.value).match(/\d+/g);
    await at.slider.only.setValue(7).run();
    expect(at.sessionState).toMatchObject({ script: 1, part: 2 });
    await at.button.only.click().run();
    expect(at.sessionState.script).toBe(2);
    expect(counts()?.[0]).toBe("2");
  });

  test("a fragment at an interval runs again as time goes by, until it is switched off", async () => {
    const at = AppTest.fromFile(new URL("fragments/live.ts", FOLDER), { clock: true });
    await at.run();
    await at.advance(3000);
    const measured = () => (at.sessionState.measured as unknown[]).length;
    expect(measured()).toBe(5);
    await at.toggle.only.setValue(false).run();
    await at.advance(3000);
    expect(measured()).toBe(5);
  });

  test("a fragment replaces what it drew into a place outside", async () => {
    const at = await open("fragments/outside.ts").run();
    await at.numberInput[0]!.setValue(9).run();
    expect(at.metric.values).toEqual(["11"]);
  });

  test("another bound makes another slider, unless its value is set before", async () => {
    const at = await open("widgets/identity.ts").run();
    await at.slider[1]!.setValue(30).run();
    await at.slider("kept").setValue(30).run();
    await at.slider[0]!.setValue(40).run();
    expect(at.markdown.only.value).toBe("5 and 30");
    await at.slider[0]!.setValue(20).run();
    expect(at.markdown.only.value).toBe("5 and 20");
  });

  test("widgets of a loop are told apart by their keys", async () => {
    const at = await open("widgets/loop.ts").run();
    await at.checkbox("here-Grace").check().run();
    expect(at.markdown.only.value).toBe("Grace here.");
  });

  test("a callback may set what widgets stand at", async () => {
    const at = await open("widgets/set-before.ts").run();
    expect(at.markdown.only.value).toBe("2 nights in Oslo");
    await at.button.only.click().run();
    expect(at.markdown.only.value).toBe("7 nights in Rome");
    expect(at.selectbox.only.value).toBe("Rome");
  });

  test("a widget that is not drawn forgets, unless it was asked to keep", async () => {
    const at = await open("widgets/clean-up.ts").run();
    await at.textInput("forgotten").input("a").run();
    await at.textInput("kept").input("b").run();
    await at.checkbox.only.uncheck().run();
    await at.run();
    expect([at.sessionState.forgotten, at.sessionState.kept]).toEqual([undefined, "b"]);
    await at.checkbox.only.check().run();
    expect([at.textInput("forgotten").value, at.textInput("kept").value]).toEqual(["", "b"]);
  });

  test("a bound widget writes to the address and opens with what it says", async () => {
    const at = open("widgets/bind.ts");
    at.queryParams.year = "1999";
    await at.run();
    expect(at.slider.only.value).toBe(1999);
    await at.multiselect.only.select("frog").run();
    expect(at.queryParams).toMatchObject({ year: ["1999"], kind: ["frog"] });
  });

  test("a button that toggles a state keeps what it opened", async () => {
    const at = await open("buttons/toggle.ts").run();
    await at.button("toggle").click().run();
    await at.slider.only.setValue(3).run();
    expect(at.slider.only.value).toBe(3);
    await at.button("toggle").click().run();
    expect(at.slider.length).toBe(0);
  });

  test("stages follow one another, and begin anew", async () => {
    const at = await open("buttons/stages.ts").run();
    await at.button.byLabel("Begin").click().run();
    await at.textInput.only.input("Ada").run();
    await at.selectbox.only.select("green").run();
    expect(at.markdown.only.value).toBe(":green[Thank you, Ada!]");
    await at.button.byLabel("Start over").click().run();
    expect(at.textInput.length).toBe(0);
  });

  test("the second button of two works", async () => {
    const at = await open("buttons/nested.ts").run();
    await at.button.byLabel("Delete one").click().run();
    await at.button.byLabel("Yes").click().run();
    expect(at.markdown.only.value).toBe("2 left");
    expect(at.button.length).toBe(1);
  });

  test("a row that goes leaves the others as they were", async () => {
    const at = await open("buttons/loop.ts").run();
    await at.button.byLabel("Add").click().run();
    await at.textInput("name-1").input("second").run();
    await at.button("remove-0").click().run();
    expect(at.textInput.values).toEqual(["second"]);
  });

  test("what a button computed stays", async () => {
    const at = await open("buttons/process.ts").run();
    await at.button.only.click().run();
    await at.run();
    expect(at.metric.only.value).toBe("42");
  });

  test("an instance of an imported class stays one", async () => {
    const at = await open("custom-classes/account.ts").run();
    await at.button.only.click().run();
    expect(at.markdown.values).toEqual(["Balance: 10.00 EUR", "The class is the one it was made of."]);
  });

  test("a chosen enum member or object equals that of the present run", async () => {
    const at = await open("custom-classes/enums.ts").run();
    await at.selectbox[0]!.select("L").run();
    await at.selectbox[1]!.select("Sloop").run();
    expect(at.markdown.values).toEqual(["That will be heavy.", "9.5 metres, and one of this run's boats"]);
  });

  test("dates are what the script says, in every zone", async () => {
    const naive = await open("dates/naive.ts").run();
    expect(naive.markdown.values.join("\n")).toContain("It is 2026-03-08".replace("It is ", "it is "));
    expect(naive.markdown.values).toContain("4 nights");
    const at = AppTest.fromFile(new URL("dates/viewer.ts", FOLDER), { context: { timezone: "America/New_York" } });
    await at.run();
    expect(at.markdown.only.value).toBe("The meeting begins at 03:00 in America/New_York.");
  });

  test("a dialog confirms, and closes", async () => {
    const at = await open("dialogs/confirm.ts").run();
    await at.button.byLabel("Delete notes.txt").click().run();
    await at.button.byLabel("Delete it").click().run();
    expect(at.sessionState.files).toEqual(["letter.txt"]);
    expect(at.button.length).toBe(1);
  });

  test("a dialog that cannot be dismissed asks until it is told", async () => {
    const at = await open("dialogs/answer.ts").run();
    await at.textInput.only.input("Ada").run();
    await at.button.only.click().run();
    expect(at.markdown.only.value).toBe("Hello, Ada!");
  });

  test.each(["chat/echo.ts", "chat/stream.ts"])("%s keeps the conversation", async (file) => {
    const at = await open(file).run();
    await at.chatInput.only.setValue("one").run();
    await at.chatInput.only.setValue("two").run();
    expect((at.sessionState.messages as { role: string }[]).map(({ role }) => role)).toEqual(["user", "assistant", "user", "assistant"]);
    expect(at.chatMessage.length).toBe(4);
  });

  test("query parameters are written by the script", async () => {
    const at = await open("pages/address.ts").run();
    await at.button.byLabel("green").click().run();
    expect(at.markdown.only.value).toContain(":green[green]");
    expect(at.queryParams.color).toEqual(["green"]);
  });
});
