import st from "rivulet";
import { order, orders } from "./pages.ts";
import { euros, sales } from "./sales.ts";

st.title("Chocolate shop");
const [count, sold] = st.columns(2);
count.metric("Orders today", sales.length, { border: true });
sold.metric("Sold", euros(sales.flatMap(({ items }) => items)), { border: true });
st.pageLink(orders, { label: "All orders" });

st.header("Find an order");
const id = st.textInput("Number", { placeholder: "1042" });
if (st.button("Open", { type: "primary" }) && id !== "") st.switchPage(order, { params: { id } });
