import st from "rivulet";

const plans = [
  { name: "Free", price: 0, note: "For trying things out" },
  { name: "Team", price: 12, note: "Up to ten people" },
  { name: "Company", price: 49, note: "As many as you like" },
];

st.title("Choose a plan");
const plan = st.radio("Plan", plans, { formatFunc: (one) => one.name, captions: plans.map((one) => one.note), index: 1 });
const period = st.radio("Paid", ["monthly", "yearly"], { horizontal: true });
const price = period === "yearly" ? plan.price * 10 : plan.price;
st.metric(`${plan.name}, paid ${period}`, price === 0 ? "Nothing" : `$${price}`);
