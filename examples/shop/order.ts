import st from "rivulet";
import { order, orders } from "./pages.ts";
import { euros, sales } from "./sales.ts";

const { id } = order.params;
const sale = sales.find((one) => one.id === id);

st.title(sale ? `Order ${id}` : `There is no order ${id}`);
if (sale) {
  const [customer, total] = st.columns(2);
  customer.metric("Customer", sale.customer);
  total.metric("Total", euros(sale.items));
  st.dataframe(sale.items, { hideIndex: true, columnConfig: { item: "Item", price: st.columnConfig.NumberColumn("Price", { format: "€%.2f" }) } });
}
st.pageLink(orders, { label: "All orders", icon: ":material/arrow_back:" });
