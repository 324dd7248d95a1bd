import { expectTypeOf, test } from "vitest";
import { AppTest, type ElementList } from "rivulet/testing";

declare const at: AppTest;

test("widgets have the values and verbs of their kind", () => {
  expectTypeOf(at.button.only.value).toEqualTypeOf<boolean>();
  expectTypeOf(at.checkbox("key").check().run()).toEqualTypeOf<Promise<AppTest>>();
  expectTypeOf(at.textInput.only.value).toEqualTypeOf<string | null>();
  expectTypeOf(at.textInput.only.input).parameters.toEqualTypeOf<[text: string]>();
  expectTypeOf(at.numberInput.only.setValue).parameter(0).toEqualTypeOf<number | null>();
  expectTypeOf(at.slider.only.setRange).parameters.toEqualTypeOf<[lower: number, upper: number]>();
  // @ts-expect-error a button takes no text
  at.button.only.input("x");
  // @ts-expect-error there is no such command
  void at.nonsense;
});

test("what is drawn has its content and its props", () => {
  expectTypeOf(at.markdown.only.value).toEqualTypeOf<string>();
  expectTypeOf(at.text.values).toEqualTypeOf<string[]>();
  expectTypeOf(at.slider.only.max).toEqualTypeOf<number>();
  expectTypeOf(at.exception.only.value).toEqualTypeOf<string>();
  expectTypeOf(at.dataframe.only.value[0]).toExtend<Record<string, unknown> | undefined>();
});

test("containers find what they hold", () => {
  expectTypeOf(at.columns.only.markdown.only.value).toEqualTypeOf<string>();
  expectTypeOf(at.tabs.only.label).toEqualTypeOf<string | undefined>();
  expectTypeOf(at.expander.only.button).toEqualTypeOf<typeof at.button>();
  expectTypeOf(at.dialog.only.button).toEqualTypeOf<typeof at.button>();
  expectTypeOf(at.dialog.only.dismiss().value).toEqualTypeOf<boolean>();
  // @ts-expect-error a divider holds nothing
  void at.divider.only.button;
  expectTypeOf(at.sidebar.button).toEqualTypeOf<typeof at.button>();
  expectTypeOf(at.get("button")).toEqualTypeOf<typeof at.button>();
  expectTypeOf(at.button).toExtend<ElementList<unknown>>();
});

test("the function of a test is called with the arguments it takes", () => {
  expectTypeOf(AppTest.fromFunction((name: string, times: number) => name.repeat(times), { args: ["Ada", 2] })).toEqualTypeOf<AppTest>();
  expectTypeOf(AppTest.fromFunction(() => {})).toEqualTypeOf<AppTest>();
  // @ts-expect-error the second argument is a number
  AppTest.fromFunction((name: string, times: number) => name.repeat(times), { args: ["Ada", "2"] });
});
