import st from "rivulet";
import { order, orders } from "./pages.ts";
import { sales } from "./sales.ts";

const { id } = order.params;
const sale = sales.find((one) => one.id === id);

st.title(sale ? `Order ${id}` : `There is no order ${id}`);
if (sale) {
  st.write(`For **${sale.customer}**`);
  st.table(sale.items.map((item) => ({ item })));
}
st.pageLink(orders, { label: "All orders", icon: ":material/arrow_back:" });
