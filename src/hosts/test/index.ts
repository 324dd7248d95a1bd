/** `rivulet/testing`: run an app inside of a test. */
export { AppTest, type FunctionOptions } from "./app-test.ts";
export type { AppTestMembers, AppTestOptions, LogEntry } from "./app-test-types.ts";
export type { ElementList } from "./element-list.ts";
export type { Accessors, AnyElement, ElementOf, Finders, Region, RunOptions, TestElement } from "./element-types.ts";
export type { TestSessionState } from "./memory.ts";
export type { QueryParams } from "./query.ts";
export type { TestPage } from "./shown-page.ts";
export type { TestSecrets } from "./secrets.ts";
export { AppTestError } from "./test-error.ts";
