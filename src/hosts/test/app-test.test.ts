import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, test, vi } from "vitest";
import st from "../../index.ts";
import { AppTest } from "./index.ts";

let folders: string[] = [];
afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders = [];
});

function appFolder(files: Record<string, string>): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), "rivulet-app-test-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return (name) => join(folder, name);
}

describe("where an app comes from", () => {
  test("fromFile runs a file with the modules it imports, by path and by URL", async () => {
    const path = appFolder({
      "app.ts": 'import st from "rivulet";\nimport { greet } from "./greet.ts";\nst.text(greet("Ada"));',
      "greet.ts": "export const greet = (name: string): string => `Hello ${name}`;",
    });
    for (const file of [path("app.ts"), pathToFileURL(path("app.ts"))]) {
      const at = await AppTest.fromFile(file).run();
      expect(at.text.only.value).toBe("Hello Ada");
      expect(at.exception.length).toBe(0);
    }
  });

  test("a file that does not exist is refused with the nearest name", () => {
    const path = appFolder({ "login.ts": "" });
    expect(() => AppTest.fromFile(path("logim.ts"))).toThrow(/there is no file .*logim\.ts\. Did you mean .*login\.ts\?/);
  });

  test("fromString runs a text; its imports start in the working directory", async () => {
    const at = await AppTest.fromString(
      'import st from "rivulet";\nimport { VERSION } from "./src/engine/runs/scope.ts";\nconst v: string = VERSION;\nst.text(v);',
    ).run();
    expect(at.exception.values).toEqual([]);
    expect(at.text.only.value).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test("fromFunction runs a closure of the test with its arguments, at every run", async () => {
    let runs = 0;
    const at = AppTest.fromFunction(
      (name: string, times: number) => {
        runs += 1;
        st.text(`${name} ${times}`);
      },
      { args: ["Ada", 2] },
    );
    expect(runs).toBe(0);
    await at.run();
    await at.run();
    expect(at.text.only.value).toBe("Ada 2");
    expect(runs).toBe(2);
  });
});

describe("a session", () => {
  test("state is read, set and deleted before and between runs", async () => {
    const at = AppTest.fromFunction(() => {
      st.text(String(st.sessionState.word ?? "none"));
      st.sessionState.seen = true;
      st.textInput("Name", { key: "name" });
    });
    at.sessionState.word = "Balloons";
    at.sessionState.name = "Ada";
    await at.run();
    expect(at.text.only.value).toBe("Balloons");
    expect(at.textInput("name").value).toBe("Ada");
    expect("seen" in at.sessionState).toBe(true);
    expect({ ...at.sessionState }).toEqual({ word: "Balloons", seen: true, name: "Ada" });
    delete at.sessionState.word;
    await at.run();
    expect(at.text.only.value).toBe("none");
    expect(() => delete at.sessionState.word).toThrow(/no key "word"/);
  });

  test("two tests of one app know nothing of each other", async () => {
    const app = () => {
      st.sessionState.n = (st.sessionState.n ?? 0) + 1;
      st.text(String(st.sessionState.n));
    };
    const [a, b] = [AppTest.fromFunction(app), AppTest.fromFunction(app)];
    await Promise.all([a.run(), b.run()]);
    await a.run();
    expect([a.text.only.value, b.text.only.value]).toEqual(["2", "1"]);
  });

  test("at-006 secrets are those of the test, flat, nested or with dots, whatever the real ones are", async () => {
    const at = AppTest.fromFunction(() => {
      st.text(`${st.secrets.word} ${st.secrets.db?.user}:${st.secrets.db?.port} ${st.secrets.get("api.key")}`);
    });
    at.secrets.word = "Foobar";
    at.secrets.db = { user: "ada" };
    at.secrets["db.port"] = 5432;
    at.secrets["api.key"] = "k";
    await at.run();
    expect(at.exception.values).toEqual([]);
    expect(at.text.only.value).toBe("Foobar ada:5432 k");
    at.secrets = { word: "Other" };
    await at.run();
    expect(at.text.only.value).toBe("Other undefined:undefined undefined");
  });

  test("at-006 one test's secrets are no other's", async () => {
    const app = () => st.text(String(st.secrets.word));
    const [a, b] = [AppTest.fromFunction(app), AppTest.fromFunction(app)];
    a.secrets.word = "only mine";
    await Promise.all([a.run(), b.run()]);
    expect([a.text.only.value, b.text.only.value]).toEqual(["only mine", "undefined"]);
    expect(process.env.word).toBeUndefined();
  });

  test("at-023 the address is set before a run, and holds what the app made of it as lists", async () => {
    const at = AppTest.fromFunction(() => {
      st.text(`${st.queryParams.name} ${st.queryParams.getAll("tag").join("+")}`);
      if (st.button("Change")) st.queryParams.update({ name: "Alan", page: 2 });
    });
    at.queryParams.name = "Ada";
    at.queryParams.tag = ["a", "b"];
    await at.run();
    expect(at.text.only.value).toBe("Ada a+b");
    expect(at.queryParams).toEqual({ name: ["Ada"], tag: ["a", "b"] });
    await at.button.only.click().run();
    expect(at.queryParams).toEqual({ name: ["Alan"], tag: ["a", "b"], page: ["2"] });
    delete at.queryParams.tag;
    await at.run();
    expect(at.text.only.value).toBe("Alan");
  });

  test("at-005 state that a page expects from another is set before its first run", async () => {
    const path = appFolder({
      "second.ts": 'import st from "rivulet";\nconst s = st.sessionState.init({ magicWord: "" });\nif (s.magicWord === "Balloons") st.markdown(":balloon:");',
    });
    const at = AppTest.fromFile(path("second.ts"));
    at.sessionState.magicWord = "Balloons";
    await at.run();
    expect(at.markdown[0]?.value).toBe(":balloon:");
  });

  test("at-024 pages are switched by file or by address; a page that does not exist is refused", async () => {
    const path = appFolder({ "app.ts": 'import st from "rivulet";\nst.text("home");' });
    mkdirSync(path("pages"));
    writeFileSync(path("pages/1_First_page.ts"), 'import st from "rivulet";\nst.text("first");\nst.sessionState.seen = true;');
    const at = await AppTest.fromFile(path("app.ts")).run();
    expect(at.text.only.value).toBe("home");
    await at.switchPage("pages/1_First_page.ts").run();
    expect(at.text.only.value).toBe("first");
    await at.run();
    expect(at.text.only.value).toBe("first");
    await at.switchPage("app.ts").run();
    expect(at.text.only.value).toBe("home");
    await at.switchPage("First_page").run();
    expect(at.text.only.value).toBe("first");
    expect(at.sessionState.seen).toBe(true);
    expect(() => at.switchPage("pages/missing.ts")).toThrow(/there is no page "pages\/missing\.ts".*Paths there are: "", "First_page"/);
    const early = AppTest.fromFile(path("app.ts"));
    await early.switchPage("pages/1_First_page").run();
    expect(early.text.only.value).toBe("first");
  });

  test("a still clock moves only when the test says so", async () => {
    let calls = 0;
    const at = AppTest.fromFunction(
      () => {
        const load = st.cacheData(() => (calls += 1), { ttl: "1m" });
        st.text(String(load()));
      },
      { clock: true },
    );
    await at.run();
    await at.advance(59_000);
    await at.run();
    expect(at.text.only.value).toBe("1");
    await at.advance(2_000);
    await at.run();
    expect(at.text.only.value).toBe("2");
    await expect(AppTest.fromFunction(() => {}).advance(1)).rejects.toThrow(/clock: "fake"/);
  });
});

describe("what goes wrong", () => {
  test("an error of the script does not reject: it is on the page", async () => {
    const at = await AppTest.fromFunction(() => {
      st.text("before");
      throw new TypeError("no such bean");
    }).run();
    expect(at.text.only.value).toBe("before");
    expect(at.exception.only.value).toBe("no such bean");
    expect(at.exception.only.name).toBe("TypeError");
  });

  test("a script that cannot be compiled shows that as an exception, until it can", async () => {
    const path = appFolder({ "app.ts": "const = 1;" });
    const at = await AppTest.fromFile(path("app.ts")).run();
    expect(at.exception.only.name).toBe("SyntaxError");
    expect(String(at)).toContain("cannot run");
    writeFileSync(path("app.ts"), 'import st from "rivulet";\nst.text("fine");');
    await at.run();
    expect(at.exception.length).toBe(0);
    expect(at.text.only.value).toBe("fine");
  });

  test("a run that waits too long is stopped and rejects, naming the timeout", async () => {
    const at = AppTest.fromFunction(async () => {
      st.text("begun");
      await new Promise(() => {});
    });
    await expect(at.run({ timeout: 0.1 })).rejects.toThrow(/timed out.*after 0\.1 s/);
    expect(at.text.only.value).toBe("begun");
  });

  test("a script that reruns itself for ever is stopped, and runs again when it no longer does", async () => {
    const at = AppTest.fromFunction(() => {
      st.text("here");
      if (!st.sessionState.calm) st.rerun();
    });
    await expect(at.run({ timeout: 0.1 })).rejects.toThrow("timed out");
    at.sessionState.calm = true;
    await at.run();
    expect(at.text.only.value).toBe("here");
  });

  test("an error in a callback is on the page, and the script's body does not run", async () => {
    let runs = 0;
    const at = await AppTest.fromFunction(() => {
      runs += 1;
      const onClick = (): never => {
        throw new RangeError("too far");
      };
      st.button("Go", { onClick });
    }).run();
    await at.button.only.click().run();
    expect(at.exception.only.value).toBe("too far");
    expect(runs).toBe(1);
  });

  test("a loop that never waits is stopped, too", async () => {
    const at = AppTest.fromString("let n = 0; while (true) n += 1;", { defaultTimeout: 0.2 });
    await expect(at.run()).rejects.toThrow(/timed out.*after 0\.2 s/);
    expect(at.log).toMatchObject([{ level: "warning", message: expect.stringContaining("holds its thread at") }]);
  });
});

test("an app runs while the test runner's own timers stand still", async () => {
  vi.useFakeTimers({ now: new Date("2030-01-01") });
  try {
    const at = await AppTest.fromString('import st from "rivulet";\nawait null;\nst.text(new Date().toISOString());').run();
    expect(at.text.only.value).toBe("2030-01-01T00:00:00.000Z");
    await expect(AppTest.fromFunction(() => new Promise(() => {})).run({ timeout: 0.05 })).rejects.toThrow("timed out");
  } finally {
    vi.useRealTimers();
  }
});

describe("options of a test", () => {
  const magic = 'import st from "rivulet";\n"written by itself";\nst.text("written by name");';

  test("settings are those the test gives", async () => {
    const plain = await AppTest.fromString(magic, { config: { "runner.magicEnabled": false } }).run();
    expect([plain.markdown.length, plain.text.length]).toEqual([0, 1]);
    const usual = await AppTest.fromString(magic).run();
    expect(usual.markdown.only.value).toBe("written by itself");
  });

  test("settings are read from files only when the test asks for it", async () => {
    const path = appFolder({ "app.ts": magic });
    mkdirSync(path(".streamlit"));
    writeFileSync(path(".streamlit/config.toml"), "[runner]\nmagicEnabled = false\n");
    const before = process.cwd();
    process.chdir(path("."));
    try {
      expect((await AppTest.fromFile("app.ts").run()).markdown.length).toBe(1);
      expect((await AppTest.fromFile("app.ts", { config: "files" }).run()).markdown.length).toBe(0);
    } finally {
      process.chdir(before);
    }
  });

  test("the script is told of the viewer that the test describes", async () => {
    const app = () => st.text(`${st.context.locale} ${st.context.headers.get("x-team")} ${st.context.cookies.get("seen")}`);
    const at = await AppTest.fromFunction(app, { context: { locale: "de-DE" }, headers: { "x-team": "blue" }, cookies: { seen: "yes" } }).run();
    expect(at.exception.values).toEqual([]);
    expect(at.text.only.value).toBe("de-DE blue yes");
  });

  test("warnings of the engine are in the log of the test", async () => {
    const at = AppTest.fromFunction(() => {
      st.sessionState.hour = 3;
      st.slider("Hour", 0, 23, 17, { key: "hour" });
    });
    await at.run();
    expect(at.slider("hour").value).toBe(3);
    expect(at.log.map((entry) => entry.level)).toEqual(["warning"]);
    expect(at.log[0]?.message).toContain('with key "hour"');
  });

  test("relative imports of a file's imports, packages and top-level await work as when the app is served", async () => {
    const path = appFolder({
      "app.ts":
        'import st from "rivulet";\nimport { total } from "./lib/sum.ts";\nimport { EOL } from "node:os";\nst.text(String(await total()) + EOL.length);',
    });
    mkdirSync(path("lib"));
    writeFileSync(path("lib/sum.ts"), 'import { parts } from "./parts";\nexport const total = async () => parts.reduce((a, b) => a + b, 0);');
    writeFileSync(path("lib/parts.ts"), "export const parts: number[] = [1, 2, 3];");
    const at = await AppTest.fromFile(path("app.ts")).run();
    expect(at.exception.values).toEqual([]);
    expect(at.text.only.value).toBe("61");
  });
});
