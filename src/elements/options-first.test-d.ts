// What choices return whose options stand among the options, checked by the compiler alone.
import st from "rivulet";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** `is<typeof value, Wanted>(true)` compiles only if both are exactly the same type. */
declare function is<A, B>(same: Same<A, B>): void;

const one = st.selectbox("x", { options: ["a", "b"] });
is<typeof one, "a" | "b">(true);
const none = st.selectbox("x", { options: ["a", "b"], index: null, onChange: (value) => void value?.length });
is<typeof none, "a" | "b" | null>(true);
const size = st.radio("x", { options: [1, 2] as const, horizontal: true });
is<typeof size, 1 | 2>(true);
const many = st.multiselect("x", { options: ["a", "b"], default: ["a"] });
is<typeof many, ("a" | "b")[]>(true);
const pill = st.pills("x", { options: ["a", "b"] });
is<typeof pill, "a" | "b" | null>(true);
const segments = st.segmentedControl("x", { options: ["a", "b"], selectionMode: "multi" });
is<typeof segments, ("a" | "b")[]>(true);
st.metric("x", { value: 5, delta: 1 }).write("replaced");
// @ts-expect-error: without its options there is nothing to choose from
st.selectbox("x", { index: 1 });
