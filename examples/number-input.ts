import st from "rivulet";

st.title("Splitting the bill");
const [bill, people, tip] = st.columns(3);
const total = bill.numberInput("Bill", { minValue: 0, value: 84.5, step: 0.5, format: "%.2f", icon: ":material/receipt_long:" });
const guests = people.numberInput("People", 1, 20, 4);
const percent = tip.numberInput("Tip in %", { value: null, placeholder: "none", minValue: 0, maxValue: 100, step: 1 });

const each = (total * (1 + (percent ?? 0) / 100)) / guests;
st.metric("Each pays", each.toFixed(2));
