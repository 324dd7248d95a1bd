// What cached functions take and return, checked by the compiler alone.
import st, { Temporal } from "rivulet";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** `is<typeof value, Wanted>(true)` compiles only if both are exactly the same type. */
declare function is<A, B>(same: Same<A, B>): void;

const rows = st.cacheData((_db: unknown, count: number, unit = "C") => [{ count, unit }], { ttl: "1h", maxEntries: 3, persist: "disk" });
const row = rows(null, 1);
is<typeof row, { count: number; unit: string }[]>(true);
rows.clear();
rows.clear(null, 1);
rows.clear(null, 1, "F");
// @ts-expect-error: the count is a number
rows(null, "1");
// @ts-expect-error: clear takes the function's own arguments
rows.clear(null, "1");

const later = st.cacheData(async (url: string) => ({ url }), { ttl: { hours: 1 }, showSpinner: "Loading", showTime: true });
const answer = later("x");
is<typeof answer, Promise<{ url: string }>>(true);
st.cacheData(() => 1, { ttl: Temporal.Duration.from({ hours: 1 }) });

const first = st.cacheData(<T>(items: readonly T[]) => items[0]);
is<ReturnType<typeof first<number>>, number | undefined>(true);
// @ts-expect-error: nobody says what a parameter is but its function
st.cacheData((n) => n);

class Score {
  constructor(readonly initial: number) {}
}
const multiply = st.cacheData((score: Score, by: number) => score.initial * by, {
  hashFuncs: [
    [Score, (one: Score) => one.initial],
    ["Date", String],
  ],
});
is<ReturnType<typeof multiply>, number>(true);

const score = st.cacheData(() => new Score(1), { copy: { encode: (one) => one.initial, decode: (kept: number) => new Score(kept) } });
is<ReturnType<typeof score>, Score>(true);

const model = st.cacheResource(async () => new Score(1), {
  validate: (one) => one.initial > 0,
  onRelease: (one) => is<typeof one, Score>(true),
});
is<ReturnType<typeof model>, Promise<Score>>(true);

const method = st.cacheData(function (this: Score, by: number) {
  return this.initial * by;
});
method.call(new Score(1), 2);
// @ts-expect-error: it must be called on a score
method(2);
// @ts-expect-error: resources are never copied
st.cacheResource(() => 1, { copy: true });
// @ts-expect-error: data needs no closing
st.cacheData(() => 1, { onRelease: () => {} });
// @ts-expect-error: only disk
st.cacheData(() => 1, { persist: "yes please" });
class Shop {
  @st.cacheData static price(n: number) {
    return n;
  }
}
is<ReturnType<typeof Shop.price>, number>(true);
st.cacheData.clear();
st.cacheResource.clear();
