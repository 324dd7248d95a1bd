import st from "rivulet";
import { order } from "./pages.ts";
import { sales } from "./sales.ts";

st.title("Orders");
for (const { id, customer } of sales) st.pageLink(order, { label: `${id} · ${customer}`, icon: ":material/receipt:", params: { id } });
