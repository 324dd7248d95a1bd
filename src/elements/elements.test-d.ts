import { expectTypeOf, test } from "vitest";
import st, { type Container, Temporal } from "rivulet";

test("a choice has the type of its options, without as const", () => {
  expectTypeOf(st.selectbox("x", ["a", "b"])).toEqualTypeOf<"a" | "b">();
  expectTypeOf(st.selectbox("x", [1, 2, 3])).toEqualTypeOf<1 | 2 | 3>();
  expectTypeOf(st.selectbox("x", ["a", "b"], 1)).toEqualTypeOf<"a" | "b">();
  expectTypeOf(st.radio("x", [true, false])).toEqualTypeOf<boolean>();
  expectTypeOf(st.selectSlider("x", ["low", "high"])).toEqualTypeOf<"low" | "high">();
  expectTypeOf(st.multiselect("x", ["a", "b"])).toEqualTypeOf<("a" | "b")[]>();
  const cities = [{ name: "Oslo", size: 1 }];
  expectTypeOf(st.selectbox("x", cities, { formatFunc: (city) => city.name })).toEqualTypeOf<{ name: string; size: number }>();
  expectTypeOf(st.multiselect("x", cities)).toEqualTypeOf<{ name: string; size: number }[]>();
  const words: string[] = [];
  expectTypeOf(st.selectbox("x", words)).toEqualTypeOf<string>();
  expectTypeOf(st.selectbox("x", new Set(["a", "b"]))).toEqualTypeOf<string>();
});

test("index: null adds null, and new options add text", () => {
  expectTypeOf(st.selectbox("x", ["a", "b"], { index: null })).toEqualTypeOf<"a" | "b" | null>();
  expectTypeOf(st.selectbox("x", ["a", "b"], null)).toEqualTypeOf<"a" | "b" | null>();
  expectTypeOf(st.radio("x", ["a", "b"], { index: null })).toEqualTypeOf<"a" | "b" | null>();
  expectTypeOf(st.selectbox("x", ["a", "b"], { acceptNewOptions: true })).toEqualTypeOf<string>();
  expectTypeOf(st.multiselect("x", ["a", "b"], { acceptNewOptions: true })).toEqualTypeOf<string[]>();
});

test("a slider has the type of its values", () => {
  expectTypeOf(st.slider("x", 0, 23, 17)).toEqualTypeOf<number>();
  expectTypeOf(st.slider("x", { minValue: 0, maxValue: 23, value: 17 })).toEqualTypeOf<number>();
  expectTypeOf(st.slider("x", 0, 100, [25, 75])).toEqualTypeOf<[number, number]>();
  expectTypeOf(st.slider("x", { value: [25, 75] })).toEqualTypeOf<[number, number]>();
  const day = Temporal.PlainDate.from("2026-01-01");
  expectTypeOf(st.slider("x", day, day.add({ days: 7 }), day)).toEqualTypeOf<Temporal.PlainDate>();
  expectTypeOf(st.slider("x", day, day, [day, day])).toEqualTypeOf<[Temporal.PlainDate, Temporal.PlainDate]>();
  expectTypeOf(st.selectSlider("x", ["a", "b", "c"], ["a", "b"])).toEqualTypeOf<["a" | "b" | "c", "a" | "b" | "c"]>();
});

test("fields have the type of what they hold", () => {
  expectTypeOf(st.numberInput("x")).toEqualTypeOf<number>();
  expectTypeOf(st.numberInput("x", { value: null })).toEqualTypeOf<number | null>();
  expectTypeOf(st.textInput("x")).toEqualTypeOf<string>();
  expectTypeOf(st.textInput("x", { value: null })).toEqualTypeOf<string | null>();
  expectTypeOf(st.textArea("x", "text")).toEqualTypeOf<string>();
  expectTypeOf(st.checkbox("x")).toEqualTypeOf<boolean>();
  expectTypeOf(st.button("x")).toEqualTypeOf<boolean>();
  expectTypeOf(st.dateInput("x", "2019-07-06")).toEqualTypeOf<Temporal.PlainDate>();
  expectTypeOf(st.dateInput("x", null)).toEqualTypeOf<Temporal.PlainDate | null>();
  expectTypeOf(st.timeInput("x", "08:45")).toEqualTypeOf<Temporal.PlainTime>();
  expectTypeOf(st.timeInput("x", null)).toEqualTypeOf<Temporal.PlainTime | null>();
  // A range may be half picked.
  expectTypeOf(st.dateInput("x", ["2026-01-01", "2026-01-07"])[1]).toEqualTypeOf<Temporal.PlainDate | undefined>();
});

test("columns and tabs are tuples", () => {
  expectTypeOf(st.columns(3)).toEqualTypeOf<[Container, Container, Container]>();
  expectTypeOf(st.columns([1, 2])).toEqualTypeOf<[Container, Container]>();
  const count: number = 4;
  expectTypeOf(st.columns(count)).toEqualTypeOf<Container[]>();
  const [first, second] = st.tabs(["Cat", "Dog"]);
  expectTypeOf(first.button("x")).toEqualTypeOf<boolean>();
  expectTypeOf(second.text).toBeFunction();
});

test("a container gives what its body returns, and without a body itself", () => {
  expectTypeOf(st.form("f", () => 5)).toEqualTypeOf<number>();
  expectTypeOf(st.expander("More", async () => "text")).toEqualTypeOf<Promise<string>>();
  expectTypeOf(st.container({ border: true }, () => [1, 2])).toEqualTypeOf<number[]>();
  expectTypeOf(st.sidebar.with(() => true)).toEqualTypeOf<boolean>();
  expectTypeOf(st.container().with(() => "a" as const)).toEqualTypeOf<"a">();
  expectTypeOf(st.container().slider("x", 0, 10)).toEqualTypeOf<number>();
  expectTypeOf(st.empty().container(() => 1)).toEqualTypeOf<number>();
});

test("what ends a run never returns", () => {
  expectTypeOf(st.stop).returns.toEqualTypeOf<never>();
  expectTypeOf(st.rerun).returns.toEqualTypeOf<never>();
  expectTypeOf(st.switchPage).returns.toEqualTypeOf<never>();
});

test("callbacks get the new value, or exactly the arguments they are given", () => {
  st.selectbox("x", ["a", "b"], { onChange: (value) => expectTypeOf(value).toEqualTypeOf<"a" | "b">() });
  st.numberInput("x", { onChange: (value) => expectTypeOf(value).toEqualTypeOf<number>() });
  st.multiselect("x", [1, 2], { onChange: (value) => expectTypeOf(value).toEqualTypeOf<(1 | 2)[]>() });
  st.slider("x", 0, 10, [2, 3], { onChange: (value) => expectTypeOf(value).toEqualTypeOf<[number, number]>() });
  st.button("x", { onClick: (by: number, name: string) => expectTypeOf([by, name]).toBeArray(), args: [1, "Ada"] });
  // @ts-expect-error without args there is nothing to call it with
  st.button("x", { onClick: (_by: number) => {} });
});

test("the session state has the type of what it is given", () => {
  const s = st.sessionState.init({ stage: 0, name: "", tags: [] as string[] });
  expectTypeOf(s.stage).toEqualTypeOf<number>();
  expectTypeOf(s.name).toEqualTypeOf<string>();
  expectTypeOf(s.tags).toEqualTypeOf<string[]>();
  // biome-ignore lint/suspicious/noExplicitAny: that is what it is
  expectTypeOf(st.sessionState.anything).toEqualTypeOf<any>();
  // @ts-expect-error a stage is a number
  s.stage = "two";
});

test("a cached function keeps its types", () => {
  const load = st.cacheData((city: string, days: number) => ({ city, days }));
  expectTypeOf(load("Oslo", 3)).toEqualTypeOf<{ city: string; days: number }>();
  expectTypeOf(load).parameters.toEqualTypeOf<[city: string, days: number]>();
  const fetched = st.cacheData(async (id: number) => [id]);
  expectTypeOf(fetched(1)).toEqualTypeOf<Promise<number[]>>();
  const pool = st.cacheResource(() => new Map<string, number>());
  expectTypeOf(pool()).toEqualTypeOf<Map<string, number>>();
  // @ts-expect-error days are a number
  load("Oslo", "3");
});

test("options may be undefined, and are checked by name", () => {
  const help: string | undefined = undefined;
  st.slider("x", 0, 10, { help });
  // @ts-expect-error there is no such option
  st.slider("x", { minvalue: 0 });
  // @ts-expect-error a label is needed
  st.slider();
});

test("what waits is a promise, and nothing else", () => {
  expectTypeOf(
    st.writeStream(
      (async function* () {
        yield "a";
      })(),
    ),
  ).resolves.not.toBeAny();
  const ask = st.dialog("Sign in", (name: string) => st.write(name));
  expectTypeOf(ask).parameters.toEqualTypeOf<[name: string]>();
  const part = st.fragment((id: number) => `${id}`);
  expectTypeOf(part).parameters.toEqualTypeOf<[id: number]>();
});

test("tabs take one list or another, as the script decides", () => {
  const many = st.checkbox("Many");
  const [first] = st.tabs(many ? ["a", "b", "c"] : ["d", "e"]);
  expectTypeOf(first.open).toEqualTypeOf<boolean | null>();
  st.tabs(many ? ["a", "b", "c"] : ["d", "e"], { default: "d" });
  expectTypeOf(st.tabs(["Cat", "Dog"]))
    .toHaveProperty("length")
    .toEqualTypeOf<2>();
  const names: string[] = [];
  expectTypeOf(st.tabs(names)).toHaveProperty("length").toEqualTypeOf<number>();
  expectTypeOf(st.tabs(["a", "b"] as const))
    .toHaveProperty("length")
    .toEqualTypeOf<2>();
  // @ts-expect-error no tab is called so
  st.tabs(["Cat", "Dog"], { default: "Bird" });
});
