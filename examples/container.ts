import st from "rivulet";

st.title("Containers");
const summary = st.container({ border: true });

let total = 0;
st.container({ horizontal: true, verticalAlignment: "bottom" }, () => {
  total += st.numberInput("Apples", { value: 3, step: 1, width: 160 });
  total += st.numberInput("Pears", { value: 2, step: 1, width: 160 });
});
summary.write("Written last, shown first: there are", total, "pieces of fruit.");

st.container({ height: 160 }, () => {
  for (let line = 1; line <= 20; line += 1) st.write(`Line ${line}`);
});
