import st from "rivulet";
import { order, orders } from "./pages.ts";
import { sales } from "./sales.ts";

st.title("Chocolate shop");
st.pageLink(orders, { label: `${sales.length} orders today` });

const id = st.textInput("Number of an order", { placeholder: "1042" });
if (st.button("Open") && id !== "") st.switchPage(order, { params: { id } });
