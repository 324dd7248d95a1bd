import { describe, expect, test } from "vitest";
import st from "../../index.ts";
import { AppTest } from "./index.ts";

describe("forms", () => {
  const app = () => {
    const name = st.form("f", () => {
      const name = st.textInput("Name", { key: "name" });
      st.formSubmitButton("Send");
      return name;
    });
    st.text(`Hello ${name}`);
    st.button("Other");
  };

  test("at-025 a submit button is clicked like a button, and sends what was filled in before", async () => {
    const at = await AppTest.fromFunction(app).run();
    at.textInput("name").input("Ada");
    await at.formSubmitButton.only.click().run();
    expect(at.text.only.value).toBe("Hello Ada");
    expect(at.form("f").formSubmitButton.only.label).toBe("Send");
  });

  test("what is filled in stays in the form while something else runs the app", async () => {
    const at = await AppTest.fromFunction(app).run();
    at.textInput("name").input("Ada");
    await at.button.byLabel("Other").click().run();
    expect(at.text.only.value).toBe("Hello");
    expect(at.textInput("name").value).toBe("Ada");
    await at.formSubmitButton.only.click().run();
    expect(at.text.only.value).toBe("Hello Ada");
  });

  test("a form that is cleared goes back to its start, which the next submission sends", async () => {
    const at = await AppTest.fromFunction(() => {
      const name = st.form("f", { clearOnSubmit: true }, () => {
        st.formSubmitButton("Send");
        return st.textInput("Name", "nobody");
      });
      st.text(`Hello ${name}`);
    }).run();
    at.textInput.only.input("Ada");
    await at.formSubmitButton.only.click().run();
    expect([at.text.only.value, at.textInput.only.value]).toEqual(["Hello Ada", "nobody"]);
    await at.formSubmitButton.only.click().run();
    expect(at.text.only.value).toBe("Hello nobody");
  });

  test("a form that is cleared calls its button's callback once for each submission", async () => {
    const names: string[] = [];
    const at = await AppTest.fromFunction(() => {
      st.form("f", { clearOnSubmit: true }, () => {
        st.textInput("Name", { key: "name" });
        st.formSubmitButton("Send", { onClick: () => names.push(st.sessionState.name as string) });
      });
    }).run();
    for (const name of ["Ada", "Grace"]) {
      at.textInput.only.input(name);
      await at.formSubmitButton.only.click().run();
    }
    expect(names).toEqual(["Ada", "Grace"]);
  });

  test("a form is not sent while a field it requires is empty, and the error names the field", async () => {
    const at = await AppTest.fromFunction(() => {
      const name = st.form("f", () => {
        const given = st.textInput("Name", { key: "name", required: true });
        st.textInput("Shut", { required: true, disabled: true });
        st.formSubmitButton("Send");
        return given;
      });
      st.text(`Hello ${name}`);
    }).run();
    at.textInput("name").input("  ");
    await expect(at.formSubmitButton.only.click().run()).rejects.toThrow(
      'The form "f" cannot be sent: textInput "Name" key="name" value="  " is required and has no value.',
    );
    await at.run();
    expect(at.text.only.value).toBe("Hello");
    at.textInput("name").input("Ada");
    await at.formSubmitButton.only.click().run();
    expect(at.text.only.value).toBe("Hello Ada");
  });

  test("every field that can be required holds its form back while it is empty", async () => {
    const at = await AppTest.fromFunction(() => {
      st.form("f", () => {
        st.textArea("Text", { required: true });
        st.numberInput("Number", { value: null, required: true });
        st.selectbox("Choice", ["a"], null, { required: true });
        st.dateInput("Day", null, { required: true });
        st.dateInput("Range", [], { required: true });
        st.timeInput("Time", null, { required: true });
        st.datetimeInput("Moment", null, { required: true });
        st.formSubmitButton("Send");
      });
    }).run();
    const send = () =>
      at.formSubmitButton.only
        .click()
        .run()
        .then(
          () => [],
          (error: Error) => ["Text", "Number", "Choice", "Day", "Range", "Time", "Moment"].filter((label) => error.message.includes(`"${label}"`)),
        );
    expect(await send()).toEqual(["Text", "Number", "Choice", "Day", "Range", "Time", "Moment"]);
    at.textArea.only.input("x");
    at.numberInput.only.setValue(0);
    at.selectbox.only.select("a");
    at.dateInput.byLabel("Day").setValue("today");
    at.dateInput.byLabel("Range").setValue(["2026-01-01"]);
    at.timeInput.only.setValue("10:00");
    at.datetimeInput.only.setValue("now");
    expect(await send()).toEqual(["Range"]);
    at.dateInput.byLabel("Range").setValue(["today", "today"]);
    expect(await send()).toEqual([]);
  });

  test("a value that the app sets takes the place of what was filled in", async () => {
    const at = await AppTest.fromFunction(() => {
      if (st.button("Suggest")) st.sessionState.name = "Grace";
      app();
    }).run();
    at.textInput("name").input("Ada");
    await at.button.byLabel("Suggest").click().run();
    expect(at.textInput("name").value).toBe("Grace");
  });
});

describe("fragments", () => {
  const counters = () => {
    const s = st.sessionState.init({ full: 0, part: 0 });
    s.full += 1;
    st.button("Outside");
    const part = st.fragment(() => {
      s.part += 1;
      st.text(`${s.part} ${st.textInput("Inside")}`);
    });
    part();
  };

  test("what is done inside of one fragment reruns only that", async () => {
    const at = await AppTest.fromFunction(counters).run();
    await at.textInput.only.input("a").run();
    expect([at.sessionState.full, at.sessionState.part, at.text.only.value]).toEqual([1, 2, "2 a"]);
    at.textInput.only.input("b");
    await at.button.only.click().run();
    expect([at.sessionState.full, at.sessionState.part, at.text.only.value]).toEqual([2, 3, "3 b"]);
  });

  test("a timed fragment reruns when the clock of the test moves, and at no other time", async () => {
    const at = await AppTest.fromFunction(
      () => {
        const s = st.sessionState.init({ ticks: 0 });
        const tick = st.fragment(() => void st.text(String((s.ticks += 1))), { runEvery: "10s" });
        if (!st.checkbox("Stop")) tick();
      },
      { clock: true },
    ).run();
    expect(at.text.only.value).toBe("1");
    await at.advance(9_999);
    expect(at.text.only.value).toBe("1");
    await at.advance(1);
    expect(at.text.only.value).toBe("2");
    await at.advance(35_000);
    expect(at.text.only.value).toBe("5");
    await at.checkbox.only.check().run();
    await at.advance(60_000);
    expect(at.sessionState.ticks).toBe(5);
  });
});

test("a download whose clicks are ignored does not reach the script", async () => {
  const at = await AppTest.fromFunction(() => {
    st.text(String(st.downloadButton("Save", "data", { onClick: "ignore" })));
  }).run();
  await at.downloadButton.only.click().run();
  expect(at.text.only.value).toBe("false");
  expect(await (await at.downloadButton.only.download()).text()).toBe("data");
});
