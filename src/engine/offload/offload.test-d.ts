import { expectTypeOf, test } from "vitest";
import st, { type Temporal } from "rivulet";

test("an offloaded function takes what the function takes and promises what it gives", () => {
  const plain = st.offload((n: number, more?: string) => ({ n, more }));
  expectTypeOf(plain).parameter(0).toEqualTypeOf<number>();
  expectTypeOf(plain).toBeCallableWith(1, "a");
  // @ts-expect-error the argument is a number
  void plain("a");
  expectTypeOf(plain(1)).toEqualTypeOf<Promise<{ n: number; more: string | undefined }>>();

  const waiting = st.offload(async (day: Temporal.PlainDate) => day);
  expectTypeOf(waiting).returns.toEqualTypeOf<Promise<Temporal.PlainDate>>();

  const general = st.offload(<T>(items: T[]) => items);
  expectTypeOf(general([1])).resolves.toEqualTypeOf<number[]>();

  // @ts-expect-error it must be a function
  st.offload(1);
});
