import st from "rivulet";

const [left, right] = st.columns(2, { border: true });
const total = right.empty();

const basket = st.fragment(() => {
  const apples = st.numberInput("Apples", 0, 20, 3);
  const pears = st.numberInput("Pears", 0, 20, 2);
  // A place made outside is filled from inside; each run of the fragment replaces what it drew there.
  total.metric("Pieces", apples + pears);
});
left.with(() => basket());
