import type { AppTestMembers, AppTestOptions } from "./app-test-types.ts";
import { AppUnderTest } from "./app-under-test.ts";
import type { Finders } from "./element-types.ts";
import { fileScript, functionScript, textScript } from "./script.ts";

export interface FunctionOptions<A extends readonly unknown[]> extends AppTestOptions {
  /** What the function is called with, at every run. */
  args?: A | undefined;
}

/** An app that runs inside of a test, with what a person could see and do. */
export type AppTest = AppTestMembers & Finders;

const start = (script: Parameters<typeof AppUnderTest.start>[0], options: AppTestOptions = {}): AppTest =>
  AppUnderTest.start(script, options) as unknown as AppTest;

/** Runs apps without a server or a browser, for tests of any test runner. */
export const AppTest = {
  /**
   * Tests the app in a file.
   *
   * @param file - A path, relative to the working directory, or a URL such as `new URL("app.ts", import.meta.url)`.
   * @param options - `defaultTimeout` in seconds (3), `clock`, `config` and others.
   * @returns The app, which has not run yet.
   * @throws AppTestError when there is no such file.
   * @example
   * const at = await AppTest.fromFile(new URL("app.ts", import.meta.url)).run();
   * await at.textInput("name").input("Ada").run();
   */
  fromFile: (file: string | URL, options?: AppTestOptions): AppTest => start(fileScript(file), options),

  /**
   * Tests an app given as text. Imports in it start in the working directory.
   *
   * @param source - TypeScript, as it would stand in a file.
   * @param options - As for `fromFile`.
   * @returns The app, which has not run yet.
   * @example
   * const at = await AppTest.fromString('import st from "rivulet"; st.title("Hello")').run();
   */
  fromString: (source: string, options?: AppTestOptions): AppTest => start(textScript(source), options),

  /**
   * Tests a function taken as the app. It uses the `st` that the test file imports, and may be async.
   *
   * @param script - Called at every run.
   * @param options - `args` for the function, and as for `fromFile`.
   * @returns The app, which has not run yet.
   * @example
   * const at = await AppTest.fromFunction((name: string) => st.write(`Hello ${name}`), { args: ["Ada"] }).run();
   */
  fromFunction: <A extends readonly unknown[] = []>(script: (...args: A) => unknown, options: FunctionOptions<A> = {}): AppTest =>
    start(functionScript(script as (...args: never[]) => unknown, options.args ?? []), options),
};
