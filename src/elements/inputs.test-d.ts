// What input widgets return, checked by the compiler alone: no `as const` anywhere.
import st, { Temporal } from "rivulet";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** `is<typeof value, Wanted>(true)` compiles only if both are exactly the same type. */
declare function is<A, B>(same: Same<A, B>): void;

const a = st.selectbox("x", ["a", "b"]);
is<typeof a, "a" | "b">(true);

const b = st.multiselect("x", ["a", "b"]);
is<typeof b, ("a" | "b")[]>(true);

const c = st.selectbox("x", ["a", "b"], { index: null });
is<typeof c, "a" | "b" | null>(true);

const c2 = st.selectbox("x", ["a", "b"], null, { placeholder: "p" });
is<typeof c2, "a" | "b" | null>(true);

const c3 = st.selectbox("x", ["a", "b"], 1);
is<typeof c3, "a" | "b">(true);

const c4 = st.selectbox("x", ["a", "b"], { acceptNewOptions: true });
is<typeof c4, string>(true);

const c5 = st.selectbox("x", [1, 2], { acceptNewOptions: true, index: null });
is<typeof c5, 1 | 2 | string | null>(true);

const looked = st.selectbox("x", async (typed) => [{ id: typed.length }], { formatFunc: ({ id }) => String(id), required: true });
is<typeof looked, { id: number } | null>(true);
const lookedMany = st.multiselect("x", (typed, signal) => [typed, String(signal.aborted)], ["a"], { onChange: (v) => is<typeof v, string[]>(true) });
is<typeof lookedMany, string[]>(true);
const m = st.selectbox("x", new Map([["k", 1]]));
is<typeof m, string>(true);

const d = st.slider("x");
is<typeof d, number>(true);

const e = st.slider("x", 0, 100, [25, 75]);
is<typeof e, [number, number]>(true);

const e2 = st.slider("x", { value: [25, 75] });
is<typeof e2, [number, number]>(true);

const e3 = st.slider("x", 0, 10, 5, 1);
is<typeof e3, number>(true);

const e4 = st.slider("x", 0, 10, 5, {
  key: "a",
  onChange: (v) => {
    is<typeof v, number>(true);
  },
});
is<typeof e4, number>(true);

const e5 = st.slider("x", { minValue: 0, maxValue: 23, value: 17 });
is<typeof e5, number>(true);

const e6 = st.slider("x", 0, 10);
is<typeof e6, number>(true);

const e7 = st.slider("x", 0, 10, { key: "k" });
is<typeof e7, number>(true);

const e8 = st.slider("x", { value: new Date() });
is<typeof e8, Date>(true);

const f = st.slider("x", { value: Temporal.PlainDate.from("2020-01-01") });
is<typeof f, Temporal.PlainDate>(true);

const f3 = st.slider("x", "2020-01-01", "2020-02-01");
is<typeof f3, Temporal.PlainDate>(true);

const f4 = st.slider("x", "2020-01-01", "2020-02-01", "2020-01-05");
is<typeof f4, Temporal.PlainDate>(true);

const n = st.numberInput("x");
is<typeof n, number>(true);

const n2 = st.numberInput("x", { value: null });
is<typeof n2, number | null>(true);

const n3 = st.numberInput("x", 0, 5, null);
is<typeof n3, number | null>(true);

const n4 = st.numberInput("x", 0, 5, 2, 1, { format: "%d", onChange: (v) => is<typeof v, number>(true) });
is<typeof n4, number>(true);

const n5 = st.numberInput("x", 0, { value: null, onChange: (v) => is<typeof v, number | null>(true) });
is<typeof n5, number | null>(true);

const n6 = st.numberInput("x", undefined, 5, { value: 3 });
is<typeof n6, number>(true);

const n7 = st.numberInput("x", 0, 10, { step: 1 });
is<typeof n7, number>(true);

const n8 = st.numberInput("x", 0, { step: 1, onChange: (v) => is<typeof v, number>(true) });
is<typeof n8, number>(true);

// @ts-expect-error a bound is a number
st.numberInput("x", "0");

const t = st.textInput("x");
is<typeof t, string>(true);

const t2 = st.textInput("x", null);
is<typeof t2, string | null>(true);

const t3 = st.textInput("x", { value: null });
is<typeof t3, string | null>(true);

const r = st.radio("x", ["a", "b"], {
  index: null,
  horizontal: true,
  onChange: (v) => {
    is<typeof v, "a" | "b" | null>(true);
  },
});
is<typeof r, "a" | "b" | null>(true);

const s = st.selectSlider("x", ["S", "M", "L"]);
is<typeof s, "S" | "M" | "L">(true);

const s2 = st.selectSlider("x", ["S", "M", "L"], ["S", "L"]);
is<typeof s2, ["S" | "M" | "L", "S" | "M" | "L"]>(true);

const s3 = st.selectSlider("x", ["S", "M", "L"], "M");
is<typeof s3, "S" | "M" | "L">(true);

const s4 = st.selectSlider("x", ["S", "M", "L"], { value: ["S", "L"] });
is<typeof s4, ["S" | "M" | "L", "S" | "M" | "L"]>(true);

const s5 = st.selectSlider("x", [1, 2, 3], { formatFunc: (v) => v.toFixed(1) });
is<typeof s5, 1 | 2 | 3>(true);

const day = st.dateInput("x");
is<typeof day, Temporal.PlainDate>(true);

const day2 = st.dateInput("x", null);
is<typeof day2, Temporal.PlainDate | null>(true);

const day3 = st.dateInput("x", ["2026-01-01", "2026-01-07"]);
is<typeof day3, [Temporal.PlainDate, Temporal.PlainDate | undefined]>(true);

const day4 = st.dateInput("x", []);
is<typeof day4, [Temporal.PlainDate | undefined, Temporal.PlainDate | undefined]>(true);

const time = st.timeInput("x", "08:45");
is<typeof time, Temporal.PlainTime>(true);

const time2 = st.timeInput("x", null);
is<typeof time2, Temporal.PlainTime | null>(true);

const mm = st.multiselect("x", ["a", "b"], ["a"], { maxSelections: 1 });
is<typeof mm, ("a" | "b")[]>(true);

const mn = st.multiselect("x", ["a", "b"], { acceptNewOptions: true });
is<typeof mn, string[]>(true);

const obj = st.selectbox("x", [{ id: 1, n: "a" }], { formatFunc: (o) => o.n });
is<typeof obj, { id: number; n: string }>(true);

const args = st.checkbox("x", { onChange: (a: number) => a, args: [1] });
is<typeof args, boolean>(true);

const rows: string[] = [];
const dyn = st.selectbox("x", rows);
is<typeof dyn, string>(true);

// @ts-expect-error a default must be an option
st.multiselect("x", ["a", "b"], ["c"]);

const p1 = st.pills("x", ["a", "b"], {
  onChange: (chosen) => {
    is<typeof chosen, "a" | "b" | null>(true);
  },
});
is<typeof p1, "a" | "b" | null>(true);

const p2 = st.pills("x", ["a", "b"], { selectionMode: "multi", default: ["a"] });
is<typeof p2, ("a" | "b")[]>(true);

const p3 = st.segmentedControl("x", ["a", "b"], { required: true, default: "a" });
is<typeof p3, "a" | "b">(true);

const p4 = st.segmentedControl("x", new Map([[1, "one"]]), { required: true });
is<typeof p4, number | null>(true);

const p5 = st.pills("x", ["a", "b"], { default: "a", onChange: "ignore" });
is<typeof p5, "a" | "b" | null>(true);

const rated = st.feedback();
is<typeof rated, 0 | 1 | null>(true);

const stars = st.feedback("stars", { onChange: (rating) => is<typeof rating, 0 | 1 | 2 | 3 | 4 | null>(true) });
is<typeof stars, 0 | 1 | 2 | 3 | 4 | null>(true);

const color = st.colorPicker("x");
is<typeof color, string>(true);

const moment = st.datetimeInput("x", "2026-01-01T10:00", { onChange: (when) => is<typeof when, Temporal.PlainDateTime>(true) });
is<typeof moment, Temporal.PlainDateTime>(true);

const moment2 = st.datetimeInput("x", { value: null });
is<typeof moment2, Temporal.PlainDateTime | null>(true);

const picked = st.menuButton("x", ["a", "b"], { onClick: (option) => is<typeof option, "a" | "b">(true) });
is<typeof picked, "a" | "b" | null>(true);

const shownPage = st.pagination(3, { onChange: (page) => is<typeof page, number>(true) });
is<typeof shownPage, number>(true);

// @ts-expect-error a default must be an option
st.pills("x", ["a", "b"], { default: "c" });
// @ts-expect-error thumbs end at 1
st.feedback("thumbs", { default: 3 });

// A start that is empty reaches the callback's type, too.
st.numberInput("x", 0, 5, null, { onChange: (v) => is<typeof v, number | null>(true) });
st.textInput("x", null, { onChange: (v) => is<typeof v, string | null>(true) });
st.textArea("x", null, { onChange: (v) => is<typeof v, string | null>(true) });
st.timeInput("x", null, { onChange: (v) => is<typeof v, Temporal.PlainTime | null>(true) });
st.radio("x", ["a", "b"], null, { onChange: (v) => is<typeof v, "a" | "b" | null>(true) });
st.selectbox("x", ["a", "b"], null, { onChange: (v) => is<typeof v, "a" | "b" | null>(true) });
