import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Ask, createWidgets } from "./widgets.ts";

type Asked = Parameters<Ask>[0];

function setUp() {
  const asked: Asked[] = [];
  const widgets = createWidgets((request) => asked.push(request));
  return { widgets, asked };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const tick = () => vi.advanceTimersByTimeAsync(0);

test("values and a click of one moment travel in one request", async () => {
  const { widgets, asked } = setUp();
  widgets.set({ id: "a" }, 1);
  widgets.trigger({ id: "b" }, true);
  expect(widgets.value("a")).toBe(1);
  await tick();
  expect(asked).toEqual([{ values: { a: 1 }, triggers: { b: true } }]);
});

test("two clicks of one button in one moment stay two", async () => {
  const { widgets, asked } = setUp();
  widgets.trigger({ id: "b" }, true);
  widgets.trigger({ id: "b" }, true);
  await tick();
  expect(asked).toEqual([{ triggers: { b: true } }, { triggers: { b: true } }]);
});

test("a dragged value is sent once, after it came to rest", async () => {
  const { widgets, asked } = setUp();
  for (const value of [1, 2, 3]) {
    widgets.set({ id: "a" }, value, { debounce: 200 });
    await vi.advanceTimersByTimeAsync(150);
  }
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(60);
  expect(asked).toEqual([{ values: { a: 3 } }]);
});

test("a click does not overtake a value that is still waiting", async () => {
  const { widgets, asked } = setUp();
  widgets.set({ id: "a" }, 1, { debounce: 200 });
  widgets.trigger({ id: "b" }, true);
  await vi.advanceTimersByTimeAsync(500);
  expect(asked).toEqual([{ values: { a: 1 }, triggers: { b: true } }]);
});

test("an older server value never overwrites a newer edit", async () => {
  const { widgets } = setUp();
  widgets.receive("a", 0, 0, false);
  widgets.set({ id: "a" }, 5);
  widgets.receive("a", 1, 7, false);
  expect(widgets.value("a")).toBe(5);
  await tick();
  widgets.receive("a", 2, 0, false);
  expect(widgets.value("a")).toBe(5);
  widgets.receive("a", 3, 1, false);
  expect(widgets.value("a")).toBe(3);
});

test("a widget in a fragment asks for the fragment only", async () => {
  const { widgets, asked } = setUp();
  widgets.set({ id: "a", fragment: "f" }, 1);
  await tick();
  expect(asked).toEqual([{ values: { a: 1 }, fragment: "f" }]);
});

test("a full run takes along what changed inside fragments", async () => {
  const { widgets, asked } = setUp();
  widgets.set({ id: "a", fragment: "f" }, 1);
  widgets.set({ id: "b" }, 2);
  await tick();
  expect(asked).toEqual([{ values: { a: 1, b: 2 } }]);
});

test("ui-form-001 fields of a form wait for the submit", async () => {
  const { widgets, asked } = setUp();
  widgets.set({ id: "a", form: "f" }, 1);
  widgets.set({ id: "b", form: "f" }, 2);
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual([]);
  expect(widgets.forms.status("f").pending).toBe(true);
});

test("ui-form-002 one click of the submit button delivers all fields at once", async () => {
  const { widgets, asked } = setUp();
  widgets.set({ id: "a", form: "f" }, 1);
  widgets.set({ id: "b", form: "f" }, 2);
  widgets.trigger({ id: "go", form: "f" }, true);
  await tick();
  expect(asked).toEqual([{ values: { a: 1, b: 2 }, triggers: { go: true } }]);
  expect(widgets.forms.status("f").pending).toBe(false);
});

test("ui-form-004 Enter submits with the first button only if the form allows it and the button is enabled", async () => {
  const { widgets, asked } = setUp();
  const { forms } = widgets;
  const remove = forms.addButton("f", { id: "go", disabled: true });
  widgets.set({ id: "a", form: "f" }, 1);
  forms.submit("f");
  remove();
  forms.addButton("f", { id: "go", disabled: false });
  forms.addForm("f", { clearOnSubmit: false, enterToSubmit: false });
  forms.submit("f");
  await tick();
  expect(asked).toEqual([]);
  forms.addForm("f", { clearOnSubmit: false, enterToSubmit: true });
  forms.submit("f");
  await tick();
  expect(asked).toEqual([{ values: { a: 1 }, triggers: { go: true } }]);
});

test("ui-form-005 a form that clears itself delivers once and returns to the first values", async () => {
  const { widgets, asked } = setUp();
  widgets.receive("a", "first", 0, false);
  widgets.join({ id: "a", form: "f" });
  widgets.forms.addForm("f", { clearOnSubmit: true, enterToSubmit: true });
  widgets.set({ id: "a", form: "f" }, "typed");
  widgets.trigger({ id: "go", form: "f" }, true);
  await tick();
  expect(asked[0]).toEqual({ values: { a: "typed" }, triggers: { go: true } });
  expect(widgets.value("a")).toBe("first");
  expect(widgets.forms.status("f").pending).toBe(false);
});

test("ui-form-009 a busy form does not submit", async () => {
  const { widgets, asked } = setUp();
  const ready = widgets.forms.addBusy("f");
  widgets.trigger({ id: "go", form: "f" }, true);
  await tick();
  expect(asked).toEqual([]);
  ready();
  widgets.trigger({ id: "go", form: "f" }, true);
  await tick();
  expect(asked).toEqual([{ triggers: { go: true } }]);
});

test("ui-widget_state-001 a widget that left forgets its value", () => {
  const { widgets } = setUp();
  widgets.receive("a", 1, 0, false);
  widgets.gone(["a"]);
  expect(widgets.value("a")).toBeUndefined();
});

test("a change that is to wait asks for nothing, and goes with the next request", async () => {
  const { widgets, asked } = setUp();
  widgets.set({ id: "a", quiet: "held" }, 1);
  widgets.set({ id: "a", quiet: "held" }, 2);
  await tick();
  expect(asked).toEqual([]);
  expect(widgets.value("a")).toBe(2);
  // What the server said before it heard of the change does not undo it.
  widgets.receive("a", 0, 5, false);
  expect(widgets.value("a")).toBe(2);
  expect(widgets.takeHeld(6)).toEqual({ a: 2 });
  expect(widgets.takeHeld(7)).toEqual({});
  widgets.receive("a", 3, 6, false);
  expect(widgets.value("a")).toBe(3);
});

test("a change that waits is told to the address at once where its widget is bound, and waits in a form as any other", () => {
  const bound: unknown[] = [];
  const widgets = createWidgets(
    () => 1,
    (values) => bound.push(values),
  );
  widgets.set({ id: "a", quiet: "bound" }, 1);
  widgets.set({ id: "b", quiet: "held" }, 1);
  widgets.set({ id: "c", quiet: "held", form: "f" }, 1);
  expect(bound).toEqual([{ a: 1 }]);
  expect(widgets.takeHeld(1)).toEqual({ a: 1, b: 1 });
});

test("a form lacks its submit button only once a run has drawn all of it", () => {
  const { widgets } = setUp();
  const { forms } = widgets;
  const lacks = () => forms.status("f").lacksButton;
  widgets.runBegan();
  forms.addForm("f", { clearOnSubmit: false, enterToSubmit: true });
  expect(lacks()).toBe(false);
  widgets.runOver("error", false);
  expect(lacks()).toBe(false);
  widgets.runBegan();
  widgets.runOver("done", false);
  expect(lacks()).toBe(true);
  const remove = forms.addButton("f", { id: "go", disabled: false });
  expect(lacks()).toBe(false);
  widgets.runBegan();
  remove();
  widgets.runOver("error", false);
  expect(lacks()).toBe(false);
});

test("a form that is drawn after its run is over knows how that ended", () => {
  const { widgets } = setUp();
  widgets.runBegan();
  widgets.runOver("error", false);
  widgets.forms.addForm("f", { clearOnSubmit: false, enterToSubmit: true });
  expect(widgets.forms.status("f").lacksButton).toBe(false);
  widgets.runBegan();
  widgets.runOver("done", false);
  widgets.forms.addForm("g", { clearOnSubmit: false, enterToSubmit: true });
  expect(widgets.forms.status("g").lacksButton).toBe(true);
});
