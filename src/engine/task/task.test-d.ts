import { expectTypeOf, test } from "vitest";
import st, { type TaskContext, type TaskState } from "rivulet";

test("a task's result, detail and arguments follow from its function, and its state tells them apart", () => {
  const train = st.task("train", async ({ progress }: TaskContext<{ loss: number }>, epochs: number) => {
    progress(0.5, { loss: 1 });
    return { epochs };
  });
  expectTypeOf(train.state).toEqualTypeOf<TaskState>();
  expectTypeOf(train.start).parameters.toEqualTypeOf<[epochs: number]>();
  expectTypeOf(train.progress.detail).toEqualTypeOf<{ loss: number } | undefined>();
  expectTypeOf(train.result).toEqualTypeOf<{ epochs: number } | undefined>();
  if (train.state === "done") expectTypeOf(train.result).toEqualTypeOf<{ epochs: number }>();
  if (train.state === "running") expectTypeOf(train.result).toEqualTypeOf<undefined>();
});

test("a task's function may be synchronous, and may take nothing", () => {
  const plain = st.task("plain", () => 5);
  expectTypeOf(plain.start).parameters.toEqualTypeOf<[]>();
  if (plain.state === "done") expectTypeOf(plain.result).toEqualTypeOf<number>();
});

test("the detail of a task's progress is of the type its context names", () => {
  // @ts-expect-error loss is a number
  st.task("train", ({ progress }: TaskContext<{ loss: number }>) => progress(1, { loss: "1" }));
});
